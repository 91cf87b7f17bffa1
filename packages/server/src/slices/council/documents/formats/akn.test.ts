import { languages } from '@kerege/contract/common'
import { sameBlock } from '@kerege/contract/council/documents/rules'
import type { DocumentText } from '@kerege/contract/council/documents/text'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAknSchema } from '../testing/aknSchema.ts'
import { head, sample, wildText } from '../testing/samples.ts'
import { writeAkn } from './akn.ts'
import { outline } from './outline.ts'
import { readAkn } from './readAkn.ts'

let schema: ReturnType<typeof openAknSchema>
beforeAll(() => {
  schema = openAknSchema()
})
afterAll(() => schema.close())

describe('Akoma Ntoso', () => {
  test('the schema finds what is wrong, so its silence means something', () => {
    const broken = writeAkn(head(), sample).replace('<mainBody eId="body">', '<mainBody><wrong/>')
    expect(schema.faultsOf(broken)[0]).toMatch(/wrong/)
  })

  test.each(languages)('what is written in %s is valid', language => {
    expect(schema.faultsOf(writeAkn(head({ language }), sample))).toEqual([])
  })

  test('a draft without a symbol and without a single block is valid', () => {
    const { symbol: _, ...draft } = head()
    expect(schema.faultsOf(writeAkn(draft, { title: 'Draft', blocks: [] }))).toEqual([])
  })

  test('names of work, expression and manifestation', () => {
    const xml = writeAkn(head({ language: 'kk' }), sample)
    expect(xml).toContain(
      '<FRBRuri value="/akn/un/statement/recommendation/rec/2026-11-24/REC_2026_SES.2_4"/>',
    )
    expect(xml).toContain('<FRBRlanguage language="kaz"/>')
    expect(xml).toContain('fromLanguage="eng"')
    expect(xml).toContain('wId="b6"')
  })

  test.each(languages)(
    'the record of a session is a debate report, valid in %s, and comes back',
    language => {
      const xml = writeAkn(head({ kind: 'record', symbol: 'REC/2026/SES.2/SR', language }), sample)
      expect(schema.faultsOf(xml)).toEqual([])
      expect(xml).toContain('<debateReport name="record"')
      expect(xml).toContain('<FRBRuri value="/akn/un/debateReport/record/rec/2026-11-24/REC_2026_SES.2_SR"/>')
      expect(readAkn(xml)).toEqual({ text: sample, language, symbol: 'REC/2026/SES.2/SR' })
    },
  )

  test('comes back as it went out', () => {
    const read = readAkn(writeAkn(head({ language: 'uz' }), sample))
    expect(read).toEqual({ text: sample, language: 'uz', symbol: 'REC/2026/SES.2/4' })
  })

  test('any text is valid and comes back as it went out', () => {
    fc.assert(
      fc.property(wildText, text => {
        const xml = writeAkn(head(), text)
        expect(schema.faultsOf(xml)).toEqual([])
        const back = readAkn(xml).text
        expect(back.title).toBe(text.title)
        expect(differing(reachable(text), back)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })
})

/** Depths that skip one and levels that skip one are hung where they can: that is how they come back. */
function reachable(text: DocumentText): DocumentText {
  const blocks: DocumentText['blocks'] = []
  const items = (nodes: ReturnType<typeof itemsOf>, depth: 1 | 2 | 3): void => {
    for (const { item, below } of nodes) {
      blocks.push({ ...item, depth })
      items(below, Math.min(3, depth + 1) as 1 | 2 | 3)
    }
  }
  const walk = (nodes: ReturnType<typeof outline>, level: number): void => {
    for (const node of nodes) {
      if (node.kind === 'section') {
        blocks.push({ ...node.heading, level: Math.min(3, level + 1) as 1 | 2 | 3 })
        walk(node.children, level + 1)
      } else {
        if (node.lead) blocks.push(node.lead)
        items(node.items, 1)
      }
    }
  }
  walk(outline(text.blocks), 0)
  return { ...text, blocks }
}
type Node = ReturnType<typeof outline>[number]
const itemsOf = (node: Extract<Node, { kind: 'passage' }>) => node.items

/** A table whose first row is no head comes back so, unless a head was meant: both are said by its cells. */
const differing = (one: DocumentText, other: DocumentText) =>
  one.blocks.filter((block, at) => {
    const back = other.blocks[at]
    return !back || back.id !== block.id || !sameBlock(block, back)
  })

describe('Akoma Ntoso of others', () => {
  const akn = (inside: string, namespace = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0') =>
    `<akomaNtoso xmlns="${namespace}"><doc name="x"><meta/>${inside}</doc></akomaNtoso>`

  test('the final namespace is read as well', () => {
    const read = readAkn(
      akn(
        '<preface><p><docTitle>Title</docTitle></p></preface><mainBody><paragraph><num>1</num><content><p>One <ref href="javascript:x">two</ref></p></content></paragraph></mainBody>',
      ),
    )
    expect(read.text).toEqual({
      title: 'Title',
      blocks: [{ id: 'b1', kind: 'paragraph', number: '1', runs: [{ text: 'One two' }] }],
    })
  })

  test.each([
    ['no XML at all', 'once upon a time', 'document-unreadable'],
    ['an unclosed element', '<akomaNtoso><doc>', 'document-unreadable'],
    ['a DTD with entities', '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>', 'document-unreadable'],
    [
      'an entity from a file',
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
      'document-unreadable',
    ],
    ['another kind of XML', '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>', 'document-not-akn'],
    ['another namespace', akn('<mainBody/>', 'urn:other'), 'document-not-akn'],
    ['no body', akn(''), 'document-not-akn'],
    ['nesting without end', `${'<a>'.repeat(500)}`, 'document-unreadable'],
  ])('%s is refused', (_, xml, code) => {
    expect(() => readAkn(xml)).toThrow(expect.objectContaining({ code }))
  })

  test('a text beyond the limit is refused', () => {
    const many = '<paragraph><content><p>x</p></content></paragraph>'.repeat(3001)
    expect(() => readAkn(akn(`<mainBody>${many}</mainBody>`))).toThrow(
      expect.objectContaining({ code: 'document-too-long' }),
    )
  })
})
