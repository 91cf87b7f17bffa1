/** A Council document as one HTML file that needs nothing else: for a slow line, a screen reader, an archive. */
import type { DocumentHead } from '@kerege/contract/council/documents/head'
import type { DocumentText } from '@kerege/contract/council/documents/text'
import { headLines, type HeadWords } from '../../../../platform/papers/headLines.ts'
import { blocksHtml, escapeHtml } from './html.ts'

const style = `body{font:1.05rem/1.6 'Noto Sans',system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#1f2326}
header{display:flex;flex-wrap:wrap;justify-content:space-between;gap:1rem;margin-bottom:2rem}header p{margin:0}
table{border-collapse:collapse}th,td{border-bottom:1px solid #8b867b;padding:.3rem .8rem .3rem 0;text-align:start;vertical-align:top}
li.numbered{list-style:none}.mark{font-size:.85rem;border:1px solid #8b867b;padding:.2rem .6rem;margin:0 0 1rem}
.across{position:fixed;inset:0;display:grid;place-items:center;pointer-events:none;z-index:1}
.across span{transform:rotate(-52deg);font-size:1.6rem;font-weight:700;text-align:center;opacity:.13}@media print{body{font-size:11pt;margin:0}}`

export function writePage(head: DocumentHead, text: DocumentText, words: HeadWords): string {
  const { left, right } = headLines(head, words)
  const lines = (all: string[]) => all.map(one => `<p>${escapeHtml(one)}</p>`).join('')
  return `<!doctype html>
<html lang="${head.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml([head.symbol, text.title].filter(Boolean).join(' · '))}</title>
<style>${style}</style>
</head>
<body>
${words.mark ? markHtml(words.mark) : ''}<header><div>${lines(left)}</div><div>${lines(right)}</div></header>
<main>
<h1>${escapeHtml(text.title)}</h1>
${blocksHtml(text.blocks)}
</main>
</body>
</html>
`
}

/** Once to be read, and once across the page; what is fixed is printed on every sheet. */
const markHtml = (mark: string) => `<p class="mark">${escapeHtml(mark)}</p>
<div class="across" aria-hidden="true"><span>${escapeHtml(mark)}</span></div>
`
