/** What each of the four grades of a criterion says, from weak to strong. */
import type { Criterion } from '@kerege/contract/practices/rules'
import type { Translate } from '../../../i18n/useT.tsx'

export const gradeWords = (criterion: Criterion, t: Translate): readonly string[] => [
  t(`practices.help.${criterion}.1`),
  t(`practices.help.${criterion}.2`),
  t(`practices.help.${criterion}.3`),
  t(`practices.help.${criterion}.4`),
]
