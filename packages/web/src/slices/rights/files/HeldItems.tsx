/** What is held of a person, head by head: the same for who looks it through and for whom it is about. */
import { concernSet, concernText } from '@kerege/contract/casework/concerns'
import { flagSet, flagText } from '@kerege/contract/casework/flags'
import type { FileItem } from '@kerege/contract/rights/files'
import type { ReactNode } from 'react'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { known, type Translate } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import css from '../rights.module.css'

/** What names the parts: words of the page that shows them. */
export interface HeldWords {
  head: (head: string) => string
  label: (label: string) => string
  withheld: (reason: NonNullable<FileItem['withheld']>) => string
}

interface Props {
  heads: readonly { head: string; items: readonly FileItem[] }[]
  words: HeldWords
  t: Translate
  /** Beside each item. */
  side?: (item: FileItem) => ReactNode
}

export function HeldItems({ heads, words, t, side }: Props) {
  const format = useFormat()
  const { language } = useLoaded()
  const text = (value: string) => {
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return format.date(value)
    if (!value.startsWith('=')) return value
    const key = value.slice(1)
    // Lists with texts of their own.
    if (key.startsWith('concern.')) return concernText(key.slice(8), concernSet.version, language)
    if (key.startsWith('flag.')) return flagText(key.slice(5), flagSet.version, language)
    const id = known(key)
    // A word that no screen has is shown as what it is called inside, without its marks.
    return id ? t(id) : (key.split('.').at(-1) ?? key).replaceAll('-', ' ')
  }
  return heads.map(({ head, items }) => (
    <Card key={head} title={words.head(head)}>
      <ul className={css.held}>
        {items.map(item => (
          <li key={`${item.part} ${item.rowId}`}>
            {item.withheld ? (
              <p className="k-dim">{words.withheld(item.withheld)}</p>
            ) : (
              <Facts
                facts={item.fields.map(({ label, value }) => [
                  words.label(label),
                  <bdi key={label} className={css.words}>
                    {text(value)}
                  </bdi>,
                ])}
              />
            )}
            {side?.(item)}
          </li>
        ))}
      </ul>
    </Card>
  ))
}
