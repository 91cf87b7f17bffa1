/** Every code of the check is explained in every language, and a place is shown as plain text whatever was typed. */
import { languages } from '@kerege/contract/common'
import { findingCodes } from '@kerege/contract/practices/check/finding'
import { readFileSync } from 'node:fs'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { FindingWords } from './FindingWords.tsx'

// The catalogues come through the build; here the screen speaks English straight from its files.
vi.mock(import('../../../i18n/useT.tsx'), async original => ({
  ...(await original()),
  useT: () => (id, values) => String(catalogue('en')[id] ?? id).replace('{words}', String(values?.words)),
}))

const catalogue = (language: string) =>
  JSON.parse(readFileSync(new URL(`messages/${language}.json`, import.meta.url), 'utf8')) as Record<
    string,
    string
  >

test.each(languages)('%s explains every code', language => {
  const missing = findingCodes.filter(code => !catalogue(language)[`practices.check.${code}`])
  expect(missing).toEqual([])
})

test('the place, why it matters and better words', () => {
  const text = 'Help for <b>radical children</b>'
  const shown = renderToStaticMarkup(
    <FindingWords
      text={text}
      language="en"
      finding={{ from: 12, to: 28, severity: 'strong', code: 'label-belief', suggestion: 'child' }}
    >
      <i>meant</i>
    </FindingWords>,
  )
  expect(shown).toContain('Help for &lt;b&gt;<mark>radical children</mark>&lt;/b&gt;')
  expect(shown).toContain('Claims to know what somebody believes')
  expect(shown).toContain('Better: child')
  expect(shown).toContain('<i>meant</i>')
})
