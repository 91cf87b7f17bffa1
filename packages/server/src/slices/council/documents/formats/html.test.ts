import { blockText } from '@kerege/contract/council/documents/rules'
import { DocumentText } from '@kerege/contract/council/documents/text'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sample, wildText } from '../testing/samples.ts'
import { blocksHtml } from './html.ts'
import { readHtml } from './readHtml.ts'

describe('a text as HTML', () => {
  test('has its headings below those of the page, its numbers as words, and nothing unescaped', () => {
    const html = blocksHtml(sample.blocks)
    expect(html).toContain('<h2 id="b2"><span class="number">I.</span> Why</h2>')
    expect(html).toContain('<h3 id="b4">What is asked</h3>')
    expect(html).toContain('alone &lt;b&gt;&amp;amp;&lt;/b&gt;')
    expect(html).toContain('<th scope="col">State</th>')
  })

  test('of any text holds no element that is not ours', () => {
    const ours = /<\/?(h[1-6]|p|ul|li|table|thead|tbody|tr|th|td|strong|em|a|br|span)(\s[^<>]*)?>/g
    fc.assert(
      fc.property(wildText, text => {
        expect(blocksHtml(text.blocks).replace(ours, '')).not.toMatch(/[<>]/)
      }),
    )
  })
})

describe('HTML of others', () => {
  test('a paste from Word: scripts and styles gone, lists that lost their lists found', () => {
    const read =
      readHtml(`<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style></head>
      <body onload="steal()"><!--StartFragment--><script>alert(1)</script>
      <h1>Draft <b>recommendation</b></h1>
      <p class=MsoNormal style='x:expression(alert(1))'>The&nbsp;Council,<o:p></o:p></p>
      <p>1.&nbsp;&nbsp; Asks <a href="javascript:alert(1)">states</a> to <a href="https://example.org/x" onclick="x()">read</a>;</p>
      <p>(a) children first;</p><p>• and mothers</p>
      <img src=x onerror=alert(1)><iframe src="https://example.org"></iframe>
      <table><tr><td>one</td><td><p>two</p><p>three</p></td></tr></table></body></html>`)
    expect(read.title).toBe('Draft recommendation')
    expect(read.blocks).toEqual([
      {
        id: 'b1',
        kind: 'heading',
        level: 1,
        runs: [{ text: 'Draft ' }, { text: 'recommendation', bold: true }],
      },
      { id: 'b2', kind: 'paragraph', runs: [{ text: 'The Council,' }] },
      {
        id: 'b3',
        kind: 'paragraph',
        number: '1.',
        runs: [{ text: 'Asks states to ' }, { text: 'read', href: 'https://example.org/x' }, { text: ';' }],
      },
      { id: 'b4', kind: 'paragraph', number: '(a)', runs: [{ text: 'children first;' }] },
      { id: 'b5', kind: 'item', depth: 1, runs: [{ text: 'and mothers' }] },
      { id: 'b6', kind: 'table', head: false, rows: [[[{ text: 'one' }], [{ text: 'two\nthree' }]]] },
    ])
    expect(JSON.stringify(read)).not.toMatch(/alert|steal|javascript|expression/)
  })

  test('lists keep what a browser would have counted', () => {
    const read = readHtml(
      '<ol start=3><li>three<ul><li>deep</li></ul></li><li>four</li></ol><ol type=a><li>a</li></ol>',
    )
    expect(read.blocks.map(block => [block.kind, blockText(block)])).toEqual([
      ['item', '3. three'],
      ['item', 'deep'],
      ['item', '4. four'],
      ['item', 'a. a'],
    ])
  })

  test('loose words become a paragraph', () => {
    expect(readHtml('just <i>words</i>').blocks).toEqual([
      { id: 'b1', kind: 'paragraph', runs: [{ text: 'just ' }, { text: 'words', italic: true }] },
    ])
  })

  test('anything at all gives a text of the right shape', () => {
    const piece = fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<table>',
        '<tr>',
        '<td>',
        '<ul>',
        '<li>',
        '<b>',
        '</b>',
        '<h2>',
        '</h2>',
        '<a href="x">',
      ],
      ...[
        '<script>',
        '</script>',
        '<!--',
        '-->',
        '&#0;',
        '&#x202e;',
        '\u0000',
        'words',
        '1. ',
        '(a) ',
        ' ',
        '\n',
      ],
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), pieces => {
        expect(DocumentText.safeParse(readHtml(pieces.join(''))).error).toBeUndefined()
      }),
      { numRuns: 500 },
    )
  })

  test('nesting without end is no trouble', () => {
    expect(readHtml(`${'<div>'.repeat(5000)}deep`).blocks.length).toBeLessThan(2)
    expect(readHtml(`${'<ul><li>'.repeat(3000)}deep`).blocks.length).toBeLessThan(3000)
  })
})
