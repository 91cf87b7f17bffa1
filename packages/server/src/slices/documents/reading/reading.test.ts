/** What is read of files as people send them, and what is said of those that cannot be read. The samples are made here. */
import { describe, expect, test } from 'vitest'
import { Document, Packer, Paragraph } from 'docx'
import { docx, zip } from '../testing/samples.ts'
import { heavyPdf, pdfOf } from '../testing/pdfs.ts'
import { cutIntoPieces } from './pieces.ts'
import { readWords } from './read.ts'
import { mostCharacters, mostPages, type Reading } from './words.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const fresh = (bytes: Uint8Array) => new Uint8Array(bytes)
const textOf = (reading: Reading) =>
  'pages' in reading ? reading.pages.map(({ text }) => text).join('\n') : ''
const wordFile = (...lines: string[]) =>
  Packer.toBuffer(new Document({ sections: [{ children: lines.map(line => new Paragraph(line)) }] }))

describe('is read', () => {
  test('a PDF, page by page, in any script', async () => {
    const reading = await readWords(
      fresh(await pdfOf(['Oʻqituvchi bola bilan', 'Мектепке қабылдау тәртібі', 'Қабули кӯдак'])),
      'application/pdf',
    )
    expect(reading).toMatchObject({
      of: 3,
      whole: true,
      pages: [{ number: 1 }, { number: 2 }, { number: 3 }],
    })
    expect(textOf(reading)).toContain('Мектепке қабылдау тәртібі')
    expect(textOf(reading)).toContain('Oʻqituvchi')
  })

  test('a text of Word', async () => {
    const reading = await readWords(fresh(await wordFile('Қабули кӯдакон ба мактаб', 'Второй шаг')), word)
    expect(reading).toMatchObject({ whole: true, pages: [{}] })
    expect(textOf(reading)).toMatch(/Қабули кӯдакон ба мактаб[\s\S]*Второй шаг/)
  })

  test('no more pages than one reads, and it says so', async () => {
    const reading = await readWords(fresh(heavyPdf(mostPages + 5)), 'application/pdf')
    expect(reading).toMatchObject({ of: mostPages + 5, whole: false })
    expect('pages' in reading && reading.pages.length).toBe(mostPages)
  })

  test('no more letters than one reads, in pieces that are shown whole', () => {
    const reading = cutIntoPieces('слово '.repeat(mostCharacters / 5))
    expect(reading).toMatchObject({ whole: false })
    expect(textOf(reading).length).toBeLessThan(mostCharacters + 1000)
    expect('pages' in reading && reading.pages.every(({ text }) => text.length <= 6000)).toBe(true)
    expect(textOf(cutIntoPieces('x'.repeat(20_000))).replaceAll('\n', '').length).toBe(20_000)
  })
})

describe('cannot be read', () => {
  const pdf = 'application/pdf'
  test.each<[string, () => Uint8Array | Promise<Uint8Array>, typeof pdf | typeof word, string]>([
    ['a PDF behind a password', () => pdfOf(['Secret'], 'password'), pdf, 'encrypted'],
    ['a PDF without text, as a scan is', () => pdfOf(['']), pdf, 'no-words'],
    ['a PDF that was cut', async () => (await pdfOf(['One', 'Two'])).subarray(0, 700), pdf, 'broken'],
    ['what is no PDF', () => Buffer.from('%PDF-1.7 but not really %%EOF'), pdf, 'broken'],
    ['a broken text of Word', () => docx(), word, 'broken'],
    ['a text of Word without words', () => wordFile(''), word, 'no-words'],
    ['a text of Word that was cut', async () => (await wordFile('One')).subarray(0, 900), word, 'broken'],
    ['a bomb', () => bomb(60_000_000), word, 'too-heavy'],
    ['a bomb that says it is none', () => bomb(30_000_000, 9000), word, 'broken'],
  ])('%s', async (_, make, type, fault) => {
    expect(await readWords(fresh(await make()), type)).toEqual({ fault })
  })

  test('what takes too long or too much, and the node goes on', async () => {
    const slow = await readWords(fresh(heavyPdf(mostPages)), 'application/pdf', {
      seconds: 0,
      megabytes: 300,
    })
    expect(slow).toEqual({ fault: 'too-heavy' })
    const large = await readWords(fresh(heavyPdf(mostPages, 40)), 'application/pdf', {
      seconds: 60,
      megabytes: 12,
    })
    expect(large).toEqual({ fault: 'too-heavy' })
  })
})

/** @param declares what its table of contents says of the size, where that is a lie */
const bomb = (size: number, declares?: number) =>
  zip([
    { name: '[Content_Types].xml', data: '<Types/>' },
    { name: 'word/document.xml', data: Buffer.alloc(size, 32), ...(declares ? { declares } : {}) },
  ])
