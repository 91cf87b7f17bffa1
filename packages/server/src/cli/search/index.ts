/** `kerege search`: the analyser of the node's search for files, without a node and without a database. */
import { resolve } from 'node:path'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { type Command, misuse, Refusal } from '../io.ts'
import { indexPort } from './indexing.ts'
import { queryPort } from './querying.ts'
import { stemPort } from './stemming.ts'
import { thesaurusPort } from './thesaurus.ts'

export const search: Command = async ([what, ...args], io) => {
  switch (what) {
    case 'index':
      return indexPort(args, io, defaultFolder(io.env))
    case 'query':
      return queryPort(args, io, defaultFolder(io.env))
    case 'stem':
      return stemPort(args, io)
    case 'thesaurus':
      return thesaurusPort(args, io, defaultFolder(io.env))
    default:
      throw new Refusal('Say what to do: index, query, stem or thesaurus.', misuse)
  }
}

/** Where collections are kept unless --dir says: the place for data of programs by the XDG base directory specification. */
function defaultFolder(env: Readonly<Record<string, string | undefined>>): string {
  const data = env.XDG_DATA_HOME
  // The specification says that a relative path there is to be left alone.
  const base = data?.startsWith('/') ? data : join(env.HOME ?? homedir(), '.local', 'share')
  return resolve(base, 'kerege', 'search')
}
