/** How alike, in joints and words, and why: what speaks for, against, and what says nothing. */
import type { FoundPerson, LikenessReason } from '@kerege/contract/people/schema'
import { IconCheck, IconMinus, IconX } from '@tabler/icons-react'
import { known, useT } from '../../i18n/useT.tsx'
import { Joints } from '../../ui/Joint.tsx'
import { gradeOf } from './likeness.ts'
import css from './people.module.css'

const icons = { for: IconCheck, against: IconX, none: IconMinus }
const parts = ['given', 'family', 'patronymic', 'name']

export function Likeness({ found }: { found: Pick<FoundPerson, 'score' | 'reasons'> }) {
  const t = useT()
  const grade = gradeOf(found.score)
  return (
    <div className={css.like}>
      <div className={css.grade}>
        <Joints filled={grade} of={5} label={t('people.likeness.of', { n: grade })} />
        <span>{t(`people.likeness.${grade}`)}</span>
      </div>
      <ul className={css.reasons}>
        {found.reasons.map((reason, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two words of one name may have the same reason
          <OneReason key={`${reason.code} ${at}`} reason={reason} />
        ))}
      </ul>
    </div>
  )
}

function OneReason({ reason }: { reason: LikenessReason }) {
  const t = useT()
  const Icon = icons[reason.kind]
  const [part = '', ...rest] = reason.code.split('-')
  // `given-spelling`, `family-spelling`: one sentence, in which the part of the name is chosen.
  const verdict = parts.includes(part) ? rest.join('-') : reason.code
  const id = known(`people.reason.${reason.code}`, `people.reason.${verdict}`)
  if (!id) return null
  const values = Object.fromEntries(
    Object.entries(reason.params ?? {}).map(([name, text]) => [
      name,
      name === 'relation' ? text : asName(text),
    ]),
  )
  return (
    <li className={`${css.reason} ${css[reason.kind]}`}>
      <Icon size={16} stroke={2} aria-hidden="true" />
      <span>
        <span className="k-hidden">{t(`people.reason.kind.${reason.kind}`)} </span>
        {t(id, { ...values, part })}
      </span>
    </li>
  )
}

// The library folds to small letters; people write names with a capital.
const asName = (text: string) =>
  text.replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
