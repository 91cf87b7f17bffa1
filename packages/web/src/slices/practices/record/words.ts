/** Codes of a practice in words, and the options of its choices. */
import type { PracticeContent } from '@kerege/contract/practices/content'
import type { PracticeState } from '@kerege/contract/practices/rules'
import { loaded } from '../../../i18n/language.ts'
import type { Formatter } from '../../../i18n/useFormat.tsx'
import { known, type Translate } from '../../../i18n/useT.tsx'
import type { Option } from '../../../ui/form/ChoiceField.tsx'
import type { StateKind } from '../../../ui/StatePill.tsx'
import { themeWords } from '../themes/themes.ts'

export const stateKinds: Record<PracticeState, StateKind> = {
  draft: 'mute',
  submitted: 'info',
  review: 'info',
  revise: 'wait',
  published: 'ok',
  archived: 'mute',
  retracted: 'stop',
}

const keys = {
  setting: (code: string) => `practices.setting.${code}`,
  role: (code: string) => `practices.role.${code}`,
  cost: (code: string) => `practices.cost.${code}`,
  evidence: (code: string) => `practices.evidence.${code}`,
  audience: (code: string) => `practices.audience.${code}`,
  licence: (code: string) => `practices.licence.${code}`,
  sex: (code: string) => `practices.sex.${code}`,
  text: (code: string) => `practices.text.${code}`,
  fact: (code: string) => `practices.fact.${code}`,
  check: (code: string) => `practices.check.${code}`,
}
type Kind = keyof typeof keys

export const optionsOf = <Code extends string>(kind: Kind, codes: readonly Code[], t: Translate): Option[] =>
  codes.map(value => ({ value, label: wordOf(kind, value, t) }))

/** A code that the page does not know yet is shown as it is. A licence is known by its code, too. */
export function wordOf(kind: Kind, code: string, t: Translate): string {
  const id = known(keys[kind](code))
  const word = id ? t(id) : code
  return kind === 'licence' && code.startsWith('CC') ? `${word} (${code})` : word
}

/** `texts.title`, `facts.domains`: what the screen calls it. */
export function fieldText(field: string, t: Translate): string {
  const [part = '', name = ''] = field.split('.')
  return wordOf(part === 'texts' ? 'text' : 'fact', name, t)
}

export const agesText = ({ ages }: PracticeContent['facts'], t: Translate): string | undefined => {
  if (ages.from !== undefined && ages.to !== undefined)
    return t('practices.ages', { from: ages.from, to: ages.to })
  if (ages.from !== undefined) return t('practices.agesFrom', { from: ages.from })
  return ages.to === undefined ? undefined : t('practices.agesTo', { to: ages.to })
}

/** A fact as one line, for a comparison. */
export function factText(
  name: string,
  facts: PracticeContent['facts'],
  t: Translate,
  format: Formatter,
): string {
  const list = (kind: Kind, codes: readonly string[]) => codes.map(code => wordOf(kind, code, t)).join(', ')
  switch (name) {
    case 'domains':
      return facts.domains.map(one => t(`domains.${one}`)).join(', ')
    case 'settings':
      return list('setting', facts.settings)
    case 'audience':
      return list('role', facts.audience)
    case 'ages':
      return agesText(facts, t) ?? ''
    case 'country':
      return format.country(facts.country)
    case 'cost':
      return facts.cost ? wordOf('cost', facts.cost, t) : ''
    case 'sex':
      return wordOf('sex', facts.sex, t)
    case 'evidenceLevel':
      return wordOf('evidence', facts.evidenceLevel, t)
    case 'figures':
      return facts.figures
        .map(one => `${format.text(one.label).text}: ${one.value} (${one.source})`)
        .join('\n')
    case 'sources':
      return facts.sources.map(one => [one.title, one.year, one.url].filter(Boolean).join(', ')).join('\n')
    case 'since':
    case 'until':
    case 'weeks':
      return facts[name] === undefined ? '' : String(facts[name])
    case 'themes':
      return themeWords(facts.themes, loaded().language).join(', ')
    default:
      return ''
  }
}
