/** nDCG and recall of finding, on judged texts. */
import { collector } from '../index/collect.ts'
import { searcher } from '../index/search.ts'
import { type SearchLanguage, searchLanguages } from '../languages.ts'
import { type Topic, topics } from './judgements.ts'

export interface Finding {
  readonly questions: number
  /** Order of the first ten, by what a text is worth; 1 is the best order there is. */
  readonly ndcg: number
  /** Texts of the topic among the first ten, of all that there are (of ten, where there are more). */
  readonly recall: number
  readonly worst: readonly { readonly question: string; readonly ndcg: number }[]
}

const depth = 10

/** @param told whether the language of a question is given with it */
export function measureFinding(
  asked: readonly Topic[],
  languages: readonly SearchLanguage[] = searchLanguages,
  told = false,
): Finding {
  const index = collector()
  for (const topic of topics) {
    for (const lang of searchLanguages) {
      const text = topic.texts[lang]
      if (text) index.add({ id: `${topic.id} ${lang}`, lang, title: text[0], text: text[1] })
    }
  }
  const find = searcher(index.finish())
  const scores: { question: string; ndcg: number; recall: number }[] = []
  for (const topic of asked) {
    const worth = (id: string) => {
      const name = id.split(' ')[0] ?? ''
      return name === topic.id ? 2 : topic.beside.includes(name) ? 1 : 0
    }
    const ideal = topics
      .flatMap(one => Object.keys(one.texts).map(lang => worth(`${one.id} ${lang}`)))
      .sort((one, other) => other - one)
    for (const language of languages) {
      const question = topic.questions[language]
      const found = find.search(question, told ? language : undefined, depth).map(({ id }) => worth(id))
      const own = Object.keys(topic.texts).length
      scores.push({
        question: `${language}: ${question}`,
        ndcg: gain(found) / gain(ideal.slice(0, depth)),
        recall: found.filter(one => one === 2).length / Math.min(own, depth),
      })
    }
  }
  const mean = (of: (one: (typeof scores)[number]) => number) =>
    scores.reduce((sum, one) => sum + of(one), 0) / Math.max(scores.length, 1)
  return {
    questions: scores.length,
    ndcg: mean(one => one.ndcg),
    recall: mean(one => one.recall),
    worst: scores.toSorted((one, other) => one.ndcg - other.ndcg).slice(0, 12),
  }
}

const gain = (worths: readonly number[]) =>
  worths.reduce((sum, worth, at) => sum + (2 ** worth - 1) / Math.log2(at + 2), 0)

/** Every second topic: weights are set with the first half and reported on the other. */
export const halfOf = (which: 'tuned' | 'held'): Topic[] =>
  topics.filter((_, at) => (at % 2 === 0) === (which === 'tuned'))
