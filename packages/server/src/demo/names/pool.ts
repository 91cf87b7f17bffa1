/** What a naming tradition brings along. Surnames are made of words for seasons, weather and plants alone. */
export const traditions = ['kazakh', 'uzbek', 'kyrgyz', 'tajik', 'slavic', 'uyghur', 'dungan'] as const
export type Tradition = (typeof traditions)[number]

export interface NamePool {
  /** BCP 47 of the own spelling. */
  readonly language: string
  readonly script: 'Latn' | 'Cyrl'
  /** Nature words in the own spelling. Slavic ones are finished surnames in the male form. */
  readonly stems: readonly string[]
  readonly female: readonly string[]
  readonly male: readonly string[]
}

export const words = (text: string): readonly string[] => text.trim().split(/\s+/)
