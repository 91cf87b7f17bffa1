/** Relations in words: the right one for each side and sex, plain where the sex is not known. */
import type { KinKind } from '@kerege/contract/people/kinship/kinds'
import type { Evidence, Relative, RoughDate } from '@kerege/contract/people/kinship/schema'
import type { Person } from '@kerege/contract/people/schema'
import { nameText, shownName } from '@kerege/contract/people/rules'
import type { Formatter } from '../../../i18n/useFormat.tsx'
import type { Translate } from '../../../i18n/useT.tsx'

/** Mother, son, guardian: what the other is. */
export const kindText = (t: Translate, kind: KinKind, { sex }: { sex: string }): string =>
  t(`kinship.kind.${kind}`, { sex })

export function relativeName(t: Translate, other: Relative): string {
  switch (other.who) {
    case 'person':
      return other.label
    case 'outside':
      return other.name
    case 'unknown':
      return t('kinship.unknownParent', { sex: other.sex })
    case 'erased':
      return t('kinship.erased')
  }
}

/** A year alone says itself how exactly it is known. */
export const roughText = (format: Formatter, date: RoughDate): string =>
  date.precision === 'year' ? String(date.year) : format.birth(date)

/** "birth certificate, 14.03.2021, Registry office"; of a genetic test its result and who keeps it. */
export function evidenceText(t: Translate, format: Formatter, proof: Evidence): string {
  const parts =
    proof.type === 'genetic-test'
      ? [format.date(proof.doneOn), t(`kinship.result.${proof.result}`), proof.custodian]
      : [proof.date && format.date(proof.date), proof.office]
  return [t(`kinship.proof.${proof.type}`), ...parts].filter(Boolean).join(', ')
}

/** What helps to tell a relative from another: age, or whether they live. */
export function relativeFacts(t: Translate, format: Formatter, other: Relative): string[] {
  if (other.who === 'person') return [format.age(other.birth)]
  if (other.who !== 'outside') return []
  const died = other.died && t('kinship.diedOn', { date: roughText(format, other.died) })
  const life = other.life === 'alive' ? undefined : t(`kinship.life.${other.life}`)
  const age = other.birth && !['unknown', 'withheld'].includes(other.birth.precision)
  return [
    ...(age && other.birth && other.life !== 'died' ? [format.age(other.birth)] : []),
    ...[died ?? life].filter(text => text !== undefined),
  ]
}

export const ownName = (person: Person): string => {
  const name = shownName(person.contact?.names ?? [])
  return name ? nameText(name) : ''
}

export const standingKind = { proved: 'ok', claimed: 'mute', contested: 'wait', refuted: 'mute' } as const
