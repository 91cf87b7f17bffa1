/**
 * The seven languages of a text as a row of buttons: which one is open, and how far each of them is. On a phone their
 * codes stand for their names, so that they are one row; who hears them hears the name.
 */
import { type Language, languages } from '@kerege/contract/common'
import { Button } from '@mantine/core'
import {
  IconAlertCircle,
  IconCheck,
  IconClockExclamation,
  IconLanguage,
  IconPencil,
} from '@tabler/icons-react'
import { ownNameOf } from '../../../i18n/language.ts'
import { useT } from '../../../i18n/useT.tsx'
import css from './languageChips.module.css'

export type TextStand = 'checked' | 'draft' | 'machine' | 'stale' | 'needed' | 'none'

interface Props {
  label: string
  open: Language
  choose: (language: Language) => void
  standOf: (language: Language) => TextStand
}

const icons = {
  checked: IconCheck,
  draft: IconPencil,
  machine: IconLanguage,
  stale: IconClockExclamation,
  needed: IconAlertCircle,
} as const

export function LanguageChips({ label, open, choose, standOf }: Props) {
  return (
    <fieldset className={css.chips}>
      <legend className="k-hidden">{label}</legend>
      {languages.map(language => (
        <Button
          key={language}
          size="xs"
          px={8}
          variant={language === open ? 'default' : 'subtle'}
          aria-pressed={language === open}
          onClick={() => choose(language)}
        >
          <span lang={language} className={css.name}>
            {ownNameOf(language)}
          </span>
          <span className={css.code}> {language.toUpperCase()}</span>
          <Stand stand={standOf(language)} />
        </Button>
      ))}
    </fieldset>
  )
}

function Stand({ stand }: { stand: TextStand }) {
  const t = useT()
  if (stand === 'none') return null
  const Icon = icons[stand]
  const words = t(stand === 'needed' ? 'council.doc.language.missing' : `council.text.${stand}`)
  return (
    <span className={`${css.stand} ${css[stand] ?? ''}`} title={words}>
      <Icon size={15} stroke={1.9} aria-hidden="true" />
      <span className="k-hidden">{words}</span>
    </span>
  )
}
