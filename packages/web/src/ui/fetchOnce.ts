/** Hands a file that the node made to the browser, which keeps it under the name that the node says. The address serves once. */
export function fetchOnce(url: string): void {
  const link = document.createElement('a')
  link.href = url
  link.download = ''
  link.click()
}
