/** The words of a PDF, page by page, as they stand in it as text; a scan has none. */
import { getDocumentProxy } from 'unpdf'
import { mostCharacters, mostPages, type Page, type Reading } from './words.ts'

export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  let document: Awaited<ReturnType<typeof getDocumentProxy>>
  try {
    // No scripts and no fonts of the system: only what is written.
    document = await getDocumentProxy(bytes, { useSystemFonts: false, verbosity: 0 })
  } catch (error) {
    return { fault: error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'broken' }
  }
  const pages: Page[] = []
  let characters = 0
  let broken = 0
  let at = 1
  for (; at <= Math.min(document.numPages, mostPages) && characters < mostCharacters; at++) {
    const text = await textOf(document, at)
    if (text === undefined) broken += 1
    else if (/[\p{L}\p{N}]/u.test(text))
      pages.push({ number: at, text: text.slice(0, mostCharacters - characters) })
    characters += text?.length ?? 0
  }
  if (pages.length === 0) return { fault: broken > 0 ? 'broken' : 'no-words' }
  return {
    pages,
    of: document.numPages,
    whole: at > document.numPages && characters <= mostCharacters && broken === 0,
  }
}

/** `undefined` where one page is damaged: the others may still be read. */
async function textOf(document: Awaited<ReturnType<typeof getDocumentProxy>>, at: number) {
  try {
    const page = await document.getPage(at)
    const { items } = await page.getTextContent()
    const text = items
      .map(item => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
      .join('')
      // A word that was parted at the end of a line by a soft hyphen.
      .replace(/\u00ad\n?/g, '')
    page.cleanup()
    return text.replaceAll('\0', '')
  } catch {
    return undefined
  }
}
