// Sets the colour scheme and the language before anything is painted, so that nobody is flashed at in the dark.
try {
  const root = document.documentElement
  const chosen = localStorage.getItem('mantine-color-scheme-value') || 'auto'
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  root.setAttribute('data-mantine-color-scheme', chosen === 'auto' ? (dark ? 'dark' : 'light') : chosen)
  const language = localStorage.getItem('kerege.language')
  if (language) root.lang = language
} catch {
  // A browser that keeps nothing gets the light scheme.
}
