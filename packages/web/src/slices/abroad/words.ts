/** What is known of somebody abroad, in words. */
import type { AbroadState } from '@kerege/contract/repatriation/register/rules'
import type { AbroadRow, EntryContent } from '@kerege/contract/repatriation/register/schema'
import type { Formatter } from '../../i18n/useFormat.tsx'
import type { Translate } from '../../i18n/useT.tsx'
import { inside } from '../people/person/inside.ts'
import type { StateKind } from '../../ui/StatePill.tsx'

export const stateKind: Readonly<Record<AbroadState, StateKind>> = {
  known: 'info',
  verified: 'info',
  ready: 'ok',
  travelled: 'ok',
  refused: 'wait',
  lost: 'wait',
  died: 'mute',
}

/** "Syria, camp". */
export const placeText = (row: Pick<AbroadRow, 'country' | 'heldAs'>, t: Translate, format: Formatter) =>
  [row.country && format.country(row.country), row.heldAs && inside(t(`abroad.heldAs.${row.heldAs}`))]
    .filter(Boolean)
    .join(', ')

/** What somebody can do now, the most pressing first; nothing where all is done. */
export function todoText(row: AbroadRow, t: Translate, format: Formatter): string | undefined {
  if (row.askAgainOn && row.askAgainOn <= format.today) return t('abroad.todo.ask')
  if (row.consentOpen) return t('abroad.todo.consent')
  if (row.evidenceOpen > 0) return t('abroad.todo.evidence', { n: row.evidenceOpen })
  if (row.paperOpen) return t('abroad.todo.paper')
  return undefined
}

type Lines = readonly (string | undefined)[]

/** The first line of an entry says it whole; the others add how it is known. */
export function entryLines(content: EntryContent, t: Translate, format: Formatter): string[] {
  return linesOf(content, t, format).filter((line): line is string => Boolean(line))
}

function linesOf(content: EntryContent, t: Translate, format: Formatter): Lines {
  switch (content.kind) {
    case 'source':
      return [
        [t(`abroad.from.${content.from}`), content.who].filter(Boolean).join(': '),
        t(`abroad.reliability.${content.reliability}`),
        content.note,
      ]
    case 'whereabouts':
      return [
        [format.country(content.country), content.place, inside(t(`abroad.heldAs.${content.heldAs}`))]
          .filter(Boolean)
          .join(', '),
        content.withWhom,
        content.since && t('abroad.sinceDay', { day: content.since }),
        t(`abroad.reliability.${content.reliability}`),
        content.note,
      ]
    case 'evidence':
      return [
        `${t(`abroad.item.${content.item}`)}: ${t(`abroad.standing.${content.standing}`)}`,
        t(`abroad.proves.${content.proves}`),
        content.result && t(`abroad.result.${content.result}`),
        content.custodian && t('abroad.keptBy', { who: content.custodian }),
        content.note,
      ]
    case 'wish':
      return [
        t(`abroad.wish.${content.wish}`),
        t('abroad.toldTo', { whom: t(`abroad.told.${content.toldTo}`) }),
        content.language && t('abroad.inLanguage', { language: format.language(content.language) }),
        t(content.alone ? 'abroad.alone' : 'abroad.notAlone'),
        content.askAgainOn && t('abroad.askAgain', { day: format.date(content.askAgainOn) }),
        content.note,
      ]
    case 'travel-paper':
      return [
        `${t(`abroad.travel.${content.paper}`)}: ${t(`abroad.travelStanding.${content.standing}`)}`,
        content.obstacle,
        content.validTo && t('abroad.validTo', { day: format.date(content.validTo) }),
        content.note,
      ]
    case 'parent':
      return [
        `${content.parent}: ${t(`abroad.consent.${content.consent}`)}`,
        content.way && t(`abroad.consentWay.${content.way}`),
        content.heldIn && t('abroad.heldIn', { country: format.country(content.heldIn) }),
        content.note,
      ]
    case 'contact':
      return [`${content.withWhom}, ${t(`abroad.way.${content.way}`)}`, content.note]
  }
}
