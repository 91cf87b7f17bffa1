/**
 * How a seed is written: title and summary in seven languages, each text in English and Russian, and in its state's own language as far
 * as it goes. Every text is a draft, and each record says that it was written from public reports and waits for the word of its state.
 */
import { type Language, languages, type MultiText } from '@kerege/contract/common'
import type { PracticeContent, PracticeFacts, TextField } from '@kerege/contract/practices/content'
import type { Audience } from '@kerege/contract/practices/rules'
import { summaries } from './summaries.ts'
import { titles } from './titles.ts'

type Words = Partial<Record<Language, string>> & { en: string; ru: string }
/** English, Russian, and more. */
export const t = (en: string, ru: string, more: Partial<Record<Language, string>> = {}): Words => ({
  ...more,
  en,
  ru,
})

type Needed = 'title' | 'summary' | 'problem' | 'forWhom' | 'steps' | 'results' | 'safeguards' | 'limits'
/** Who did it has not spoken, so there is nobody to write to. */
type Texts = Record<Needed | 'evidence', Words> & Partial<Record<Exclude<TextField, 'contact'>, Words>>

export interface PracticeSeed {
  readonly key: string
  readonly country: string
  readonly audience: Audience
  readonly licence: 'CC-BY-4.0'
  readonly content: PracticeContent
}

type Facts = Pick<
  PracticeFacts,
  'domains' | 'themes' | 'settings' | 'audience' | 'evidenceLevel' | 'sources'
> &
  Partial<Omit<PracticeFacts, 'country' | 'figures'>> & {
    figures?: readonly { label: Words; value: string; source: string }[]
  }

const unconfirmed: Words = {
  en: 'Written from public reports, not by those who did it. It waits for the word of its state.',
  ru: 'Написано по открытым сообщениям, а не теми, кто это делал. Ждёт слова своего государства.',
  kk: 'Мұны жасағандар емес, ашық хабарлар бойынша біз жаздық. Мемлекетінің сөзін күтеді.',
  ky: 'Муну жасагандар эмес, ачык кабарлар боюнча биз жаздык. Мамлекетинин сөзүн күтөт.',
  tg: 'Аз рӯи хабарҳои ошкор навишта шудааст, на аз ҷониби онҳое, ки ин корро кардаанд. Мунтазири сухани давлати худ аст.',
  uz: 'Buni qilganlar emas, ochiq xabarlar asosida biz yozdik. Oʻz davlatining soʻzini kutmoqda.',
}

export function seed(
  key: string,
  country: string,
  facts: Facts,
  texts: Texts,
  audience: Audience = 'public',
): PracticeSeed {
  const evidence = Object.fromEntries(
    languages.flatMap(language => {
      const text = texts.evidence[language]
      return text ? [[language, `${text}\n${unconfirmed[language] ?? unconfirmed.en}`]] : []
    }),
  )
  const title = { ...titles[key], ...texts.title }
  const summary = { ...summaries[key], ...texts.summary }
  const all = Object.entries({ ...texts, title, summary, evidence }).map(([field, words]) => [
    field,
    drafted(words),
  ])
  const { figures = [], ...rest } = facts
  const content = {
    texts: Object.fromEntries(all) as PracticeContent['texts'],
    facts: {
      ...{ ages: {}, sex: 'any' as const, related: [] },
      ...rest,
      country,
      figures: figures.map(({ label, ...figure }) => ({ label: drafted(label), ...figure })),
    },
  }
  return { key, country, audience, licence: 'CC-BY-4.0', content }
}

const drafted = (words: Partial<Record<Language, string>>): MultiText =>
  Object.fromEntries(
    languages.flatMap(language => {
      const text = words[language]
      return text === undefined ? [] : [[language, { text, state: 'draft' as const }]]
    }),
  )
