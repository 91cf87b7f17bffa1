/** The pages of the practices library: each part brings its own, joined here. */
import type { Slice } from '../../shell/slice.ts'
import { directoryPages } from './people/pages.ts'
import { questionPages } from './questions/pages.ts'
import { recordPages } from './record/pages.ts'
import { reviewPages } from './review/pages.ts'
import { rosterPages } from './roster/pages.ts'
import { trainingPages } from './trainings/pages.ts'

export const practices: Slice = {
  work: [
    ...recordPages,
    ...reviewPages,
    ...directoryPages,
    ...questionPages,
    ...trainingPages,
    ...rosterPages,
  ],
}
