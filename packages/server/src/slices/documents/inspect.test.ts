/** What is refused, file by file; and that honest files of every type come through. */
import type { MediaTypeName } from '@kerege/contract/documents/rules'
import { describe, expect, test } from 'vitest'
import { inspect } from './inspect.ts'
import { docx, jpeg, odt, pdf, png, webp, xlsx, zip } from './testing/samples.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const text = 'application/vnd.oasis.opendocument.text'
const join = (...parts: (Buffer | string)[]) => Buffer.concat(parts.map(part => Buffer.from(part as string)))
const heic = join(Buffer.from([0, 0, 0, 24]), 'ftypheic', Buffer.alloc(12), Buffer.alloc(80, 3))

describe('comes through', () => {
  test.each<[string, MediaTypeName, Buffer]>([
    ['a PDF', 'application/pdf', pdf()],
    ['a PDF that ends in blanks', 'application/pdf', join(pdf(), '\r\n\0\0')],
    ['a PNG', 'image/png', png()],
    ['a JPEG', 'image/jpeg', jpeg()],
    ['a JPEG with a preview behind it', 'image/jpeg', join(jpeg(), jpeg())],
    ['a WebP', 'image/webp', webp()],
    ['a HEIC', 'image/heic', heic],
    ['a text document', word, docx()],
    ['a text document with a chart', word, docx([{ name: 'word/embeddings/Sheet1.xlsx', data: 'PK' }])],
    ['a sheet', sheet, xlsx()],
    ['an open text', text, odt()],
    ['a text in Cyrillic', 'text/plain', Buffer.from('\ufeffБүгін отбасымен кездестік.\r\n\tЖақсы.')],
    ['a text that begins like a program', 'text/plain', Buffer.from('MZ and BM are two letters each')],
    ['a table', 'text/csv', Buffer.from('name,day\nӘлия,2026-03-14\n')],
  ])('%s', async (_, type, bytes) => {
    await expect(inspect(bytes, type)).resolves.toBeUndefined()
  })
})

const jar = zip([{ name: 'META-INF/MANIFEST.MF', data: 'Main-Class: A' }])
const page = '<!DOCTYPE html><script>alert(1)</script>'

/** The end of the ZIP gives its table another size than it has. */
function misplaced(bytes: Buffer): Buffer {
  bytes.writeUInt32LE(bytes.readUInt32LE(bytes.length - 10) - 3, bytes.length - 10)
  return bytes
}

describe('is refused', () => {
  test.each<[string, MediaTypeName, Buffer, string]>([
    ['a picture said to be a PDF', 'application/pdf', png(), 'file-type-differs'],
    ['a PDF said to be a picture', 'image/png', pdf(), 'file-type-differs'],
    ['a page said to be a picture', 'image/jpeg', Buffer.from(page), 'file-type-differs'],
    ['an SVG said to be a picture', 'image/png', Buffer.from('<svg xmlns="x"/>'), 'file-type-differs'],
    ['a GIF', 'image/png', Buffer.from('GIF89a\x01\x00\x01\x00', 'latin1'), 'file-type-differs'],
    ['a program', 'application/pdf', join('MZ', Buffer.alloc(200)), 'file-type-differs'],
    ['an archive said to be a document', word, jar, 'file-type-differs'],
    ['a sheet said to be a document', word, xlsx(), 'file-type-differs'],
    ['a document said to be a sheet', sheet, docx(), 'file-type-differs'],
    ['a PDF behind a page', 'application/pdf', join(page, pdf()), 'file-type-differs'],
    ['a PDF with a page in its head', 'application/pdf', pdf(page), 'file-mixed'],
    ['a PDF with a page behind it', 'application/pdf', join(pdf(), page), 'file-mixed'],
    ['a PDF with an archive behind it', 'application/pdf', join(pdf(), jar), 'file-mixed'],
    ['a PDF that was cut', 'application/pdf', pdf().subarray(0, 40), 'file-broken'],
    ['a picture with an archive behind it (GIFAR)', 'image/jpeg', join(jpeg(), jar), 'file-mixed'],
    ['a PNG with anything behind it', 'image/png', join(png(), 'x'), 'file-mixed'],
    ['a PNG that was cut', 'image/png', png().subarray(0, -6), 'file-broken'],
    ['a WebP with anything behind it', 'image/webp', join(webp(), 'more'), 'file-mixed'],
    ['a document with bytes before it', word, join('#!/bin/sh\n', docx()), 'file-type-differs'],
    ['a document with bytes behind it', word, join(docx(), 'more'), 'file-mixed'],
    [
      'a document with bytes between its entries',
      word,
      docx([{ name: 'word/a.xml', data: 'x', hides: page }]),
      'file-mixed',
    ],
    ['a document whose table is said to be elsewhere', word, misplaced(docx()), 'file-mixed'],
    ['macros in a document', word, docx([{ name: 'word/vbaProject.bin', data: 'x' }]), 'file-active'],
    ['macros by another case', word, docx([{ name: 'word/VBAPROJECT.BIN', data: 'x' }]), 'file-active'],
    ['macros in a sheet', sheet, xlsx([{ name: 'xl/vbaProject.bin', data: 'x' }]), 'file-active'],
    ['old macros in a sheet', sheet, xlsx([{ name: 'xl/macrosheets/sheet1.xml', data: 'x' }]), 'file-active'],
    ['a control', word, docx([{ name: 'word/activeX/activeX1.bin', data: 'x' }]), 'file-active'],
    ['a hidden object', word, docx([{ name: 'word/embeddings/oleObject1.bin', data: 'x' }]), 'file-active'],
    ['macros in an open text', text, odt([{ name: 'Basic/Standard/a.xml', data: 'x' }]), 'file-active'],
    ['a path out of a document', word, docx([{ name: '../../etc/cron', data: 'x' }]), 'file-broken'],
    ['a path from the root', word, docx([{ name: '/etc/cron', data: 'x' }]), 'file-broken'],
    [
      'one entry under two names',
      word,
      docx([{ name: 'word/a.xml', calls: 'word/b.xml', data: 'x' }]),
      'file-broken',
    ],
    [
      'a name that comes twice',
      word,
      docx([
        { name: 'word/a.xml', data: 'x' },
        { name: 'word/A.xml', data: 'y' },
      ]),
      'file-broken',
    ],
    [
      'an entry that swells',
      word,
      docx([{ name: 'word/a.xml', data: Buffer.alloc(3_000_000) }]),
      'file-too-swollen',
    ],
    [
      'entries that swell together',
      word,
      docx(Array.from({ length: 5 }, (_, i) => ({ name: `word/${i}`, data: 'x', declares: 50_000_000 }))),
      'file-too-swollen',
    ],
    [
      'more entries than a document has',
      word,
      docx(Array.from({ length: 5001 }, (_, i) => ({ name: `word/${i}`, data: '', stored: true }))),
      'file-too-swollen',
    ],
    ['a text with NUL', 'text/plain', Buffer.from('a\0b'), 'file-not-text'],
    ['a text with an escape', 'text/csv', Buffer.from('a\x1b[2Jb'), 'file-not-text'],
    ['a text that is not UTF-8', 'text/plain', Buffer.from([0xc3, 0x28]), 'file-not-text'],
    ['a page said to be a text', 'text/plain', Buffer.from(`  ${page}`), 'file-type-differs'],
    [
      'an SVG said to be a text',
      'text/plain',
      Buffer.from('<?xml version="1.0"?><svg/>'),
      'file-type-differs',
    ],
    ['a script said to be a text', 'text/plain', Buffer.from('#!/bin/sh\nls'), 'file-type-differs'],
    ['a PDF said to be a text', 'text/plain', pdf(), 'file-type-differs'],
  ])('%s', async (_, type, bytes, code) => {
    await expect(inspect(bytes, type)).rejects.toMatchObject({ kind: 'invalid', code })
  })
})
