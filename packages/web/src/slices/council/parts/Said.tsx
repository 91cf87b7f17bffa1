/** A text in the language of the screen; where it is another's, or unchecked, that is said before it. */
import type { MultiText } from '@kerege/contract/common'
import type { PartyName } from '@kerege/contract/council/schema'
import { useLoaded } from '../../../i18n/language.ts'
import { type Formatter, useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'

/** Just the words, marked with their language. */
export function Said({ text }: { text: MultiText }) {
  const format = useFormat()
  const found = format.text(text)
  return <bdi lang={found.language}>{found.text}</bdi>
}

/** The words with their language where it differs, and the state of a translation that nobody checked. */
export function SaidFully({ text }: { text: MultiText }) {
  const t = useT()
  const format = useFormat()
  const { language } = useLoaded()
  const found = format.text(text)
  const state = text[found.language]?.state
  const marks = [
    ...(found.language === language ? [] : [format.language(found.language)]),
    ...(state && state !== 'checked' ? [t(`council.text.${state}`)] : []),
  ]
  return (
    <div>
      {marks.length > 0 && <p className="k-dim k-small">{marks.join(' · ')}</p>}
      <p className="k-read" lang={found.language} dir="auto" style={{ whiteSpace: 'pre-line' }}>
        {found.text}
      </p>
    </div>
  )
}

/** A state by the short name that every language has, others by their own name; the full names stand on their page. */
export const partyText = (party: Pick<PartyName, 'code' | 'name'>, format: Formatter): string =>
  partyWords(party, format).text

function partyWords({ code, name }: Pick<PartyName, 'code' | 'name'>, format: Formatter) {
  const isState = /^[A-Z]{2}$/.test(code) && code !== 'EU'
  return isState ? { text: format.country(code), language: undefined } : format.text(name)
}

/** Marked with its language where an organisation has no name in that of the screen. */
export function PartyLabel({ party }: { party: Pick<PartyName, 'code' | 'name'> }) {
  const format = useFormat()
  const { text, language } = partyWords(party, format)
  return <bdi lang={language}>{text}</bdi>
}
