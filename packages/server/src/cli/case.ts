/** `kerege case`: finds what is to be done with a case by its name. */
import { exportCase } from './caseExport.ts'
import { type Command, misuse, Refusal } from './io.ts'

export const caseCommand: Command = async ([what, ...args], io) => {
  if (what === 'export') return exportCase(args, io)
  throw new Refusal('Say what to do with a case: kerege case export ID --node URL --to FILE.', misuse)
}
