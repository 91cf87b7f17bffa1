/** `kerege manifest`: finds what is to be done with a list of names by its name. */
import { type Command, Refusal } from './io.ts'
import { checkManifest } from './manifestCheck.ts'
import { importManifest } from './manifestImport.ts'

export const manifest: Command = async ([what, ...args], io) => {
  if (what === 'check') return checkManifest(args, io)
  if (what === 'import') return importManifest(args, io)
  throw new Refusal('Say what to do with a list: kerege manifest check FILE, or import FILE.')
}
