/**
 * HTML from the clipboard, before the editor reads it: what runs or is fetched is gone, lists that Word writes as
 * paragraphs are lists again, and what stands in a cell is one paragraph with lines. Read in a document of its own, in
 * which nothing runs and nothing is loaded.
 */

const dropped =
  'script,style,template,noscript,title,meta,link,base,iframe,object,embed,svg,math,img,picture,video,audio,canvas,form,input,button,select,textarea'
const blocks = 'p,div,h1,h2,h3,h4,h5,h6,li,pre,blockquote,tr'

export function cleanPaste(html: string): string {
  const page = new DOMParser().parseFromString(withoutStyles(html), 'text/html')
  for (const element of page.querySelectorAll(dropped)) element.remove()
  for (const comment of commentsOf(page)) comment.remove()
  for (const element of page.querySelectorAll('*'))
    for (const { name } of [...element.attributes]) if (name.startsWith('on')) element.removeAttribute(name)
  for (const item of page.querySelectorAll<HTMLElement>(
    'p[class*="MsoListParagraph"], p[data-style*="mso-list"]',
  ))
    listAgain(page, item)
  // The innermost first: a table within a cell becomes lines of that cell.
  for (const cell of [...page.querySelectorAll('td,th')].reverse()) intoLines(page, cell)
  return page.body.innerHTML
}

/** Styles are refused by the policy of our pages even there; what Word says of lists in them is kept as plain data. */
const withoutStyles = (html: string): string =>
  html
    .replaceAll(/<style[\s>][\s\S]*?(<\/style\s*>|$)/gi, '')
    .replaceAll(/<[a-z][^>]*>/gi, tag => tag.replaceAll(/([\s"'/])style(\s*=)/gi, '$1data-style$2'))

function commentsOf(page: Document): ChildNode[] {
  const found: ChildNode[] = []
  const walk = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT)
  while (walk.nextNode()) found.push(walk.currentNode as ChildNode)
  return found
}

/** Word: a paragraph, its level in a style, its marker in a span that other programs are told to pass over. */
function listAgain(page: Document, item: HTMLElement): void {
  const style = item.getAttribute('data-style') ?? ''
  const level = Math.min(3, Math.max(1, Number(/level(\d)/.exec(style)?.[1] ?? 1)))
  const ignored = item.querySelector('[data-style*="mso-list:Ignore"], [data-style*="mso-list: Ignore"]')
  const marker = ignored?.textContent?.replaceAll(/[\s\u00a0]+/g, '') ?? ''
  ignored?.remove()
  const line = page.createElement('li')
  // A number is part of the text; a dot is what the list gives by itself.
  if (/[\p{L}\p{N}][.)]$/u.test(marker)) line.append(`${marker} `)
  line.append(...item.childNodes)
  let list: HTMLElement = line
  for (let depth = 0; depth < level; depth += 1) {
    const around = page.createElement('ul')
    around.append(list)
    list = around
  }
  item.replaceWith(list)
}

function intoLines(page: Document, cell: Element): void {
  for (const block of [...cell.querySelectorAll(blocks)].reverse()) {
    const before = block.previousSibling
    if (before?.textContent?.trim()) block.before(page.createElement('br'))
    block.replaceWith(...block.childNodes)
  }
  for (const around of [...cell.querySelectorAll('table,thead,tbody,tfoot,td,th,ul,ol')].reverse())
    around.replaceWith(...around.childNodes)
}
