/** The rubric in full: each criterion has four grades, each level its sentence, and the level of a record is marked once. */
import { evidenceLevels } from '@kerege/contract/practices/content'
import { criteria } from '@kerege/contract/practices/rules'
import { readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { EvidenceHelp, GradeHelp } from './Rubric.tsx'

// The catalogues come through the build; here the screen speaks English straight from its file.
vi.mock(import('../../../i18n/useT.tsx'), async original => ({
  ...(await original()),
  useT: () => id => english[id] ?? `no message ${id}`,
}))

const read = (path: string) =>
  JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as Record<string, string>
const english = { ...read('messages/en.json'), ...read('../record/messages/en.json') }

const items = (html: string) => html.match(/<li/g)?.length
const marked = (html: string) => html.match(/<li aria-current="true">([^<]*)/g)

test.each(criteria)('%s: four grades', criterion => {
  const html = renderToStaticMarkup(<GradeHelp criterion={criterion} />)
  expect(html).not.toContain('no message')
  expect(items(html)).toBe(4)
  expect(html).toContain(english[`practices.help.${criterion}.4`])
})

test('levels of evidence from weak to strong', () => {
  const html = renderToStaticMarkup(<EvidenceHelp given="compared" />)
  expect(html).not.toContain('no message')
  expect(items(html)).toBe(evidenceLevels.length)
  expect(marked(html)).toHaveLength(1)
  expect(marked(renderToStaticMarkup(<EvidenceHelp />))).toBeNull()
})
