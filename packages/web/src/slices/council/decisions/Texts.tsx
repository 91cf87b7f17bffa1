/** The text in one language or in two side by side, each with its state. */
import { type Language, languages, type MultiText } from '@kerege/contract/common'
import type { Decision } from '@kerege/contract/council/decisions'
import { useState } from 'react'
import { choices, useLoaded } from '../../../i18n/language.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import css from './decisions.module.css'

export function Texts({ decision }: { decision: Decision }) {
  const t = useT()
  const { language } = useLoaded()
  const { texts, title, number } = decision.text
  const there = languages.filter(one => texts[one])
  const [shown, show] = useState<readonly Language[]>(() => firstShown(texts, language))
  const toggle = (one: Language) =>
    show(before => {
      if (before.includes(one)) return before.length > 1 ? before.filter(other => other !== one) : before
      // Two fit beside each other: the one looked at longest makes room.
      return [...before, one].slice(-2)
    })
  return (
    <Card title={t('council.decision.text')} note={t('council.decision.version', { n: number })}>
      <fieldset
        className={css.chips}
        style={{ border: 0, padding: 0, margin: 0 }}
        aria-label={t('council.decision.languages')}
      >
        {there.map(one => (
          <button
            key={one}
            type="button"
            className={css.chip}
            aria-pressed={shown.includes(one)}
            onClick={() => toggle(one)}
          >
            <span lang={one}>{nameOf(one)}</span>
            {texts[one]?.state !== 'checked' && (
              <small>{t(`council.text.${texts[one]?.state ?? 'draft'}`)}</small>
            )}
          </button>
        ))}
      </fieldset>
      <div className={css.texts}>
        {shown.map(one => (
          <section key={one} lang={one}>
            <h3>{title[one]?.text ?? nameOf(one)}</h3>
            <p className={`k-read ${css.text}`} dir="auto">
              {texts[one]?.text}
            </p>
          </section>
        ))}
      </div>
    </Card>
  )
}

const nameOf = (language: Language) => choices.find(([id]) => id === language)?.[1] ?? language

const firstShown = (texts: MultiText, language: Language): Language[] => {
  const own = [language, ...languages].find(one => texts[one])
  return own ? [own] : []
}
