/** The words of a mail that came as HTML only. Quoted parts are left out where programs mark them; nothing is fetched, nothing run. */
import { type DefaultTreeAdapterTypes as Tree, parse } from 'parse5'

const blocks: ReadonlySet<string> = new Set(
  'address article aside blockquote body dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
)
const silent: ReadonlySet<string> = new Set([
  'script',
  'style',
  'head',
  'title',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
])
const quoted = /\b(?:gmail_quote|gmail_attr|moz-cite-prefix|yahoo_quoted|protonmail_quote|WordSection0)\b/
const quotedIds = /^(?:appendonsend|divRplyFwdMsg|mail-editor-reference-message-container)$/

type Node = Tree.ChildNode

function isLeftOut(node: Tree.Element): boolean {
  if (silent.has(node.tagName) || node.tagName === 'blockquote') return true
  return node.attrs.some(
    ({ name, value }) =>
      (name === 'class' && quoted.test(value)) ||
      (name === 'id' && quotedIds.test(value)) ||
      name === 'hidden',
  )
}

const mostLength = 100_000

/** Walks without recursion: a hostile mail may nest as deep as it likes. */
export function htmlText(html: string): string {
  const document = parse(html.slice(0, 1_000_000))
  const stack: (Node | string)[] = [...document.childNodes].reverse()
  let text = ''
  while (stack.length > 0 && text.length < mostLength) {
    const node = stack.pop()
    if (node === undefined) break
    if (typeof node === 'string') text += node
    else if ('value' in node && node.nodeName === '#text') text += node.value.replace(/\s+/g, ' ')
    else if ('tagName' in node) {
      if (node.tagName === 'br') text += '\n'
      if (isLeftOut(node)) continue
      if (blocks.has(node.tagName)) {
        text += '\n'
        stack.push('\n')
      }
      for (let at = node.childNodes.length - 1; at >= 0; at--) {
        const child = node.childNodes[at]
        if (child) stack.push(child)
      }
    }
  }
  return text
    .split('\n')
    .map(line => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
