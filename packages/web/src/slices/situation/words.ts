/** A record in words: its head, and what is known, label by label. What is not known is left out. */
import { releaseSteps } from '@kerege/contract/situation/content'
import type { Entry } from '@kerege/contract/situation/schema'
import type { Formatter } from '../../i18n/useFormat.tsx'
import type { Translate } from '../../i18n/useT.tsx'

type Words = Pick<Entry, 'content' | 'withPerson'>

export function headOf({ content, withPerson }: Words, t: Translate, format: Formatter): string {
  switch (content.kind) {
    case 'schooling':
      return content.school
    case 'attendance':
      return format.birth({ precision: 'month', month: content.month })
    case 'health':
      return t('situation.kind.health')
    case 'livelihood':
      return t(`situation.livelihood.${content.of}`)
    case 'housing':
      return t(`situation.housing.${content.of}`)
    case 'legal':
      return t(`situation.matter.${content.matter}`)
    case 'hearing':
      return [format.date(content.day, 'text'), content.time].filter(Boolean).join(', ')
    case 'detention':
      return content.place
    case 'contact':
      return `${t(`situation.way.${content.way}`)}, ${withPerson ?? content.withWhom ?? t('situation.somebody')}`
  }
}

type Fact = [label: string, value: string]

export function factsOf({ content }: Words, t: Translate, format: Formatter): Fact[] {
  const fact = (label: string, value: string | undefined): Fact[] => (value ? [[label, value]] : [])
  const day = (value: string | undefined) => value && format.date(value, 'text')
  switch (content.kind) {
    case 'schooling':
      return [
        ...fact(t('situation.grade'), content.grade),
        ...fact(t('situation.language'), content.language && format.language(content.language)),
        ...fact(t('situation.placedOn'), day(content.placedOn)),
        ...fact(t('situation.placement'), content.placement),
        ...fact(t('situation.plan'), content.plan),
      ]
    case 'attendance':
      return [
        [t('situation.kind.attendance'), t('situation.days', content)],
        ...fact(t('situation.words'), content.words),
      ]
    case 'health':
      return [
        [
          t('situation.registered'),
          [t(`situation.yesNo.${content.registered}`), content.clinic].filter(Boolean).join(', '),
        ],
        ...fact(t('situation.allergies'), content.allergies),
        ...fact(t('situation.medicine'), content.medicine),
        [t('situation.vaccinations'), t(`situation.vaccinations.${content.vaccinations}`)],
        ...fact(t('situation.specialist'), content.specialist),
        ...fact(t('situation.disability'), content.disability),
      ]
    case 'livelihood':
      return fact(t('situation.words'), content.words)
    case 'housing':
      return [
        ...fact(t('situation.withWhom'), content.withWhom),
        ...fact(t('situation.secureUntil'), day(content.secureUntil)),
        ...fact(t('situation.wrong'), content.wrong),
      ]
    case 'legal':
      return [...fact(t('situation.lawyer'), content.lawyer), ...fact(t('situation.words'), content.words)]
    case 'hearing':
      return [
        ...fact(t('situation.place'), content.place),
        ...fact(t('situation.deadline'), day(content.deadline)),
        ...fact(t('situation.toHandIn'), content.toHandIn),
      ]
    case 'detention':
      return [
        ...fact(t('situation.visits'), content.visits),
        ...fact(t('situation.children'), content.children),
        ...fact(t('situation.release'), day(content.release)),
        ...fact(t('situation.ready'), content.ready.map(step => t(`situation.ready.${step}`)).join(', ')),
        ...fact(t('situation.releasePlan'), content.releasePlan),
      ]
    case 'contact':
      return [
        [t('situation.day'), format.date(content.day, 'text')],
        [
          t('situation.through'),
          [t(`situation.through.${content.through}`), content.throughWhom].filter(Boolean).join(', '),
        ],
        ...fact(t('situation.child'), content.child),
        ...fact(t('situation.next'), day(content.next)),
      ]
  }
}

/** What is missing still before somebody comes out. */
export function notReady({ content }: Words, t: Translate): string | undefined {
  if (content.kind !== 'detention' || !content.release) return undefined
  const missing = releaseSteps.filter(step => !content.ready.includes(step))
  return missing.length > 0
    ? t('situation.notReady', { what: missing.map(step => t(`situation.ready.${step}`)).join(', ') })
    : undefined
}
