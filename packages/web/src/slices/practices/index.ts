/** The pages of the practices library: each part brings its own, joined here. */
import type { Slice } from '../../shell/slice.ts'
import { directoryPages } from './people/pages.ts'
import { questionPages } from './questions/pages.ts'

export const practices: Slice = { work: [...directoryPages, ...questionPages] }
