/** `kerege practices`: finds what is to be done with practices by its name. */
import type { Command } from './io.ts'
import { archive, harvest, importFile } from './practicesFiles.ts'
import { seedPractices } from './practicesSeed.ts'

export const practices: Command = async ([what = '', ...args], io) => {
  switch (what) {
    case 'import':
      return importFile(args, io)
    case 'archive':
      return archive(args, io)
    case 'harvest':
      return harvest(args, io)
    default:
      return seedPractices([what, ...args], io)
  }
}
