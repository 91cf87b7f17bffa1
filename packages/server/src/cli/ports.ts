/** The commands for names: pure computing, without a node and without a database. */
import { comparePort, findPort, linkPort, romanisePort } from './names/index.ts'
import { type Command, misuse, Refusal } from './io.ts'

export const names: Command = async ([what, ...args], io) => {
  switch (what) {
    case 'romanise':
      return romanisePort(args, io)
    case 'compare':
      return comparePort(args, io)
    case 'find':
      return findPort(args, io)
    default:
      throw new Refusal('Say what to do with names: romanise, compare or find.', misuse)
  }
}

export const link: Command = async (args, io) => linkPort([...args], io)
