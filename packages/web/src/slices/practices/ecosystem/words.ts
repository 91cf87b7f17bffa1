/** How columns of a brought sheet are called on the screen: by the words of the record's own form. */
import { languages } from '@kerege/contract/common'
import { textFields } from '@kerege/contract/practices/content'
import { choices } from '../../../i18n/language.ts'
import { known, type Translate } from '../../../i18n/useT.tsx'

const word = (id: string, t: Translate): string => {
  const key = known(id)
  return key === undefined ? id : t(key)
}

export const fieldText = (field: string, t: Translate): string => word(`practices.text.${field}`, t)

const facts: Readonly<Record<string, string>> = {
  domains: 'practices.fact.domains',
  settings: 'practices.fact.settings',
  audience: 'practices.fact.audience',
  age_from: 'practices.fact.ages',
  age_to: 'practices.fact.ages',
  sex: 'practices.fact.sex',
  country: 'practices.fact.country',
  since: 'practices.fact.since',
  until: 'practices.fact.until',
  cost: 'practices.fact.cost',
  weeks: 'practices.fact.weeks',
  evidenceLevel: 'practices.fact.evidenceLevel',
  sources: 'practices.fact.sources',
  licence: 'practices.licenceOf',
  readers: 'practices.audienceOf',
}

/** `title_kk` with its language, `domains` as it is. */
export function columnText(column: string, t: Translate): string {
  const [field = '', own] = column.split('_')
  const language = languages.find(one => one === own)
  if (language) {
    const name = choices.find(([id]) => id === language)?.[1] ?? language
    const text = textFields.some(one => one === field)
      ? fieldText(field, t)
      : word('practices.organisation', t)
    return `${text} (${name})`
  }
  const key = facts[column]
  return key === undefined ? column : word(key, t)
}
