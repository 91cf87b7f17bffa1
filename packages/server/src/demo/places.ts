/** Districts of the demo: plainly invented, coded so that nobody takes them for official ones, never a P-code. */
import type { Language } from '@kerege/contract/common'
import { pools } from './names/forms.ts'
import { airlineLatin, russian } from './names/spell.ts'
import type { Random } from './random.ts'
import type { StateFacts } from './states.ts'
import { draftedBy } from './texts.ts'
import type { DemoArea } from './types.ts'

const districtsPerRegion = 3

const districtWords: Readonly<Record<Language, (name: string) => string>> = {
  en: name => `${name} district (invented)`,
  ru: name => `Район «${name}» (вымышленный)`,
  kk: name => `${name} ауданы (ойдан шығарылған)`,
  ky: name => `${name} району (ойдон чыгарылган)`,
  tg: name => `Ноҳияи ${name} (бофта)`,
  tk: name => `${name} etraby (oýlanyp tapylan)`,
  uz: name => `${name} tumani (oʻylab topilgan)`,
}

export function inventDistricts(random: Random, facts: StateFacts): DemoArea[] {
  const { stems, language: own } = pools[facts.mainTradition]
  const taken = new Set<string>()
  return facts.regions.flatMap(region =>
    Array.from({ length: districtsPerRegion }, (_, at) => {
      const stem = random.pick(stems.filter(word => !taken.has(word)))
      taken.add(stem)
      const latin = airlineLatin(stem, own)
      const spelled = (language: Language) => {
        if (language === own) return stem
        if (language === 'ru' || language === 'kk' || language === 'ky' || language === 'tg')
          return russian(stem, own)
        return latin.charAt(0) + latin.slice(1).toLowerCase()
      }
      return {
        code: `${region}.demo-${String(at + 1).padStart(2, '0')}`,
        parent: region,
        name: draftedBy(language => districtWords[language](spelled(language))),
        invented: true,
      }
    }),
  )
}
