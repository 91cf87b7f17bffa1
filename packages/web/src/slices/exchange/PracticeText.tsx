/** The texts of a practice in the order of reading, in the reader's language or in another one that it has. */
import type { Language } from '@kerege/contract/common'
import type { GivenPractice } from '@kerege/contract/exchange/practice'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { TextsCard } from '../practices/record/TextsCard.tsx'
import css from './exchange.module.css'

export function PracticeText({ given }: { given: GivenPractice }) {
  const t = useT()
  const format = useFormat()
  const { title } = given.texts
  const [chosen, setChosen] = useState<Language>(format.text(title).language)
  const there = Object.keys(title) as Language[]
  return (
    <TextsCard content={given} language={chosen}>
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
    </TextsCard>
  )
}
