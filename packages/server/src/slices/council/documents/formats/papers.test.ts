import { blockText } from '@kerege/contract/council/documents/rules'
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { head, sample } from '../testing/samples.ts'
import { writeDocx } from '../../../../platform/papers/docx.ts'
import { writePage } from './page.ts'
import { writePdf } from '../../../../platform/papers/pdf.ts'
import { readDocx } from './readDocx.ts'

const words = {
  distribution: 'Таралымы: жалпы',
  day: '2026 ж. 24 қараша',
  language: 'Түпнұсқа: ағылшын тілінде',
  draft: 'Жоба',
}

describe('a Word file', () => {
  test('comes back with its words, headings, numbers, lists, tables and links', async () => {
    const read = await readDocx(await writeDocx(head(), sample, words))
    const texts = read.blocks.map(blockText)
    for (const block of sample.blocks) expect(texts).toContain(blockText(block))
    expect(read.title).toBe(sample.title)
    expect(read.blocks.filter(block => block.kind === 'heading').map(block => block.level)).toEqual([
      1, 1, 2, 1,
    ])
    expect(JSON.stringify(read.blocks)).toContain('"href":"https://example.org/report?a=1&b=2"')
    expect(read.blocks.find(block => block.kind === 'table')?.rows).toHaveLength(3)
  })

  test.each([
    ['no Word file', Buffer.from('words'), /file-/],
    ['another office file', Buffer.from('PK\u0003\u0004rest'), /file-/],
  ])('%s is refused', async (_, bytes, code) => {
    await expect(readDocx(bytes)).rejects.toThrow(
      expect.objectContaining({ code: expect.stringMatching(code) as string }),
    )
  })
})

describe('a mark', () => {
  const mark = 'ШЕКТЕУЛІ · REC/2026/SES.3/1 · <Қырғызстан> · 25.11.2026, 12:00 UTC'
  const text = { title: 'Words', blocks: [] }

  test('stands on every sheet of a Word file, and is no part of its text', async () => {
    const bytes = await writeDocx(head(), sample, { ...words, mark })
    const parts = await JSZip.loadAsync(bytes)
    const top = await parts.file('word/header1.xml')?.async('string')
    expect(top?.match(/ШЕКТЕУЛІ/g)).toHaveLength(2)
    expect(JSON.stringify(await readDocx(bytes))).not.toContain('ШЕКТЕУЛІ')
    expect(
      (await JSZip.loadAsync(await writeDocx(head(), sample, words))).file('word/header1.xml'),
    ).toBeNull()
  })

  test('stands in a page, with nothing of it unescaped, and not in one for everybody', () => {
    const page = writePage(head(), text, { ...words, mark })
    expect(page.match(/&lt;Қырғызстан&gt;/g)).toHaveLength(2)
    expect(writePage(head(), text, words)).not.toContain('class="across"')
  })

  test('makes a PDF another one', async () => {
    const [plain, marked] = await Promise.all([
      writePdf(head(), text, words),
      writePdf(head(), text, { ...words, mark }),
    ])
    expect(marked.length).toBeGreaterThan(plain.length)
  })
})

describe('a PDF', () => {
  test('is one, with every face that it needs inside', async () => {
    const pdf = Buffer.from(await writePdf(head({ language: 'kk' }), sample, words))
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.toString('latin1')).toMatch(/DejaVuSans/)
    expect(pdf.subarray(-6).toString()).toMatch(/%%EOF/)
  })

  test('of an empty draft is one too', async () => {
    const { symbol: _, ...draft } = head()
    const pdf = await writePdf(draft, { title: 'Draft', blocks: [] }, words)
    expect(pdf.length).toBeGreaterThan(1000)
  })
})
