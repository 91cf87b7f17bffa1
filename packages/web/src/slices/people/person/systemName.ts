import { known, type Translate } from '../../../i18n/useT.tsx'

/** The word of an identifier's system; one without a word is shown by its code, in capitals as people say it. */
export function systemName(system: string, t: Translate): string {
  const id = known(`people.system.${system}`)
  return id ? t(id) : system.toUpperCase()
}
