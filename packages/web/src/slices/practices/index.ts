/** The pages of the practices library: each part brings its own, joined here. */
import type { Slice } from '../../shell/slice.ts'
import { usePages } from './adoption/pages.ts'
import { ecosystemPages } from './ecosystem/pages.ts'
import { findingPages } from './finding/pages.ts'
import { directoryPages } from './people/pages.ts'
import { questionPages } from './questions/pages.ts'
import { recordPages } from './record/pages.ts'
import { reviewPages } from './review/pages.ts'
import { rosterPages } from './roster/pages.ts'
import { thesaurusPages } from './thesaurus/pages.ts'
import { trainingPages } from './trainings/pages.ts'

export const practices: Slice = {
  work: [
    ...ecosystemPages,
    ...findingPages,
    ...recordPages,
    ...reviewPages,
    ...usePages,
    ...directoryPages,
    ...questionPages,
    ...trainingPages,
    ...rosterPages,
    ...thesaurusPages,
  ],
}
