/** Surnames and patronymics as each tradition builds them, for women and for men. */
import { dungan, slavic, uyghur } from './minorities.ts'
import { kazakh } from './kazakh.ts'
import { kyrgyz } from './kyrgyz.ts'
import type { NamePool, Tradition } from './pool.ts'
import { russian } from './spell.ts'
import { tajik } from './tajik.ts'
import { uzbek } from './uzbek.ts'

export const pools: Readonly<Record<Tradition, NamePool>> = {
  ...{ kazakh, uzbek, kyrgyz, tajik, slavic, uyghur, dungan },
}

export type Sex = 'female' | 'male'

/** `ov`, `bay`, `zoda`, `i` are endings; `uulu` is "son or daughter of"; `plain` is the finished word. */
export type SurnameForm = 'ov' | 'bay' | 'zoda' | 'i' | 'uulu' | 'plain'

export const surnameForms: Readonly<Record<Tradition, readonly (readonly [SurnameForm, number])[]>> = {
  kazakh: [
    ['ov', 6],
    ['bay', 4],
  ],
  uzbek: [
    ['ov', 8],
    ['bay', 2],
  ],
  kyrgyz: [
    ['ov', 5],
    ['bay', 3],
    ['uulu', 2],
  ],
  tajik: [
    ['zoda', 6],
    ['ov', 3],
    ['i', 1],
  ],
  slavic: [['plain', 1]],
  uyghur: [['ov', 1]],
  dungan: [['ov', 1]],
}

export interface Surname {
  readonly tradition: Tradition
  readonly stem: string
  readonly form: SurnameForm
}

const endsInVowel = (word: string) => /[аәеёиоөуұүыіэюяӣӯaeiou]$/iu.test(word)

/** The surname in its own spelling. */
export function surnameText({ tradition, stem, form }: Surname, sex: Sex): string {
  const a = sex === 'female'
  if (form === 'plain') return stem + (a ? 'а' : '')
  if (form === 'zoda') return `${stem}зода`
  if (form === 'uulu') return `${stem} ${a ? 'кызы' : 'уулу'}`
  if (form === 'i' && !endsInVowel(stem)) return `${stem}ӣ`
  if (tradition === 'uzbek') {
    const ending = form === 'bay' ? 'boyev' : endsInVowel(stem) ? 'yev' : 'ov'
    return stem + ending + (a ? 'a' : '')
  }
  // Turkic stems in a vowel sound right only with a word between stem and ending.
  const needsBay = (tradition === 'kazakh' || tradition === 'kyrgyz') && endsInVowel(stem)
  if (form === 'bay' || needsBay) return `${stem}баев${a ? 'а' : ''}`
  const base = stem.endsWith('й') ? stem.slice(0, -1) : stem
  return base + (base === stem && !endsInVowel(stem) ? 'ов' : 'ев') + (a ? 'а' : '')
}

/** The father's name as the own tradition carries it on, or nothing where it carries none. */
export function patronymicText(surname: Surname, father: string, sex: Sex): string | undefined {
  const a = sex === 'female'
  switch (surname.tradition) {
    case 'kazakh':
      return father + (a ? 'қызы' : 'ұлы')
    case 'uzbek':
      return `${father} ${a ? 'qizi' : 'oʻgʻli'}`
    case 'kyrgyz':
      return surname.form === 'uulu' ? undefined : `${father} ${a ? 'кызы' : 'уулу'}`
    case 'tajik':
      return surname.form === 'ov' ? russianPatronymic(father, 'tg', sex) : father
    default:
      return russianPatronymic(father, pools[surname.tradition].language, sex)
  }
}

/** -ович and -овна, in the spelling rules of Russian. */
export function russianPatronymic(father: string, language: string, sex: Sex): string {
  const base = russian(father, language)
  const a = sex === 'female'
  if (/[йь]$/u.test(base)) return base.slice(0, -1) + (a ? 'евна' : 'евич')
  // Slavic names end in a consonant here; the others keep their vowel: Мырзаевич.
  if (endsInVowel(base)) return base + (a ? 'евна' : 'евич')
  return base + (/[жшчщц]$/u.test(base) ? (a ? 'евна' : 'евич') : a ? 'овна' : 'ович')
}

/** -улы, -кызы and their kin in Russian letters: the other way in which documents carry the father's name. */
export const plainPatronymic = (surname: Surname, father: string, sex: Sex): string | undefined => {
  const own = patronymicText(surname, father, sex)
  return own === undefined ? undefined : russian(own, pools[surname.tradition].language)
}
