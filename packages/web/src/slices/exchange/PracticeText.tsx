/** The texts of a practice in the order of reading, in the reader's language or in another one that it has. */
import type { Language, MultiText } from '@kerege/contract/common'
import type { GivenPractice } from '@kerege/contract/exchange/practice'
import { type TextField, textFields } from '@kerege/contract/practices/content'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import css from './exchange.module.css'

type Shown = Exclude<TextField, 'title'>
const shown = textFields.filter((field): field is Shown => field !== 'title')
/** Each line is one step, or one thing. */
const lists: readonly TextField[] = ['steps', 'resources']

export function PracticeText({ texts }: { texts: GivenPractice['texts'] }) {
  const t = useT()
  const format = useFormat()
  const own = format.text(texts.title).language
  const [chosen, setChosen] = useState<Language>(own)
  const there = Object.keys(texts.title) as Language[]
  return (
    <Card>
      {there.length > 1 && (
        <fieldset className={`${css.languages} k-screen`} aria-label={t('exchange.readIn')}>
          {there.map(one => (
            <Button
              key={one}
              size="sm"
              variant={one === chosen ? 'default' : 'subtle'}
              aria-pressed={one === chosen}
              onClick={() => setChosen(one)}
            >
              {format.language(one)}
            </Button>
          ))}
        </fieldset>
      )}
      {shown.map(field => {
        const text = texts[field]
        return text && <Text key={field} field={field} text={text} wanted={chosen} />
      })}
    </Card>
  )
}

function Text({ field, text, wanted }: { field: Shown; text: MultiText; wanted: Language }) {
  const t = useT()
  const format = useFormat()
  const entry = text[wanted]
  const said = entry ? { language: wanted, text: entry.text } : format.text(text)
  const lines = said.text.split('\n').filter(one => one.trim() !== '')
  const notes = [
    ...(said.language === wanted ? [] : [format.language(said.language)]),
    ...(text[said.language]?.state === 'machine' ? [t('exchange.machine')] : []),
  ]
  return (
    <section className={css.text}>
      <h2>{t(`exchange.text.${field}`)}</h2>
      {notes.length > 0 && <p className="k-dim k-small">{notes.join(' · ')}</p>}
      <div lang={said.language} dir="auto" className="k-read">
        {lists.includes(field) && lines.length > 1 ? (
          <ol>
            {lines.map(one => (
              <li key={one}>{one}</li>
            ))}
          </ol>
        ) : (
          <p>{said.text}</p>
        )}
      </div>
    </section>
  )
}
