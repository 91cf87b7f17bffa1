/** `kerege migrate`: migrations, roles and the tables of the libraries, as at each start of a node. */
import { prepareDatabase } from '../setup.ts'
import { type Command, readArgs, Refusal, say } from './io.ts'
import { targetOptions, withTarget } from './target.ts'

export const migrateCommand: Command = async (args, io) => {
  const { values } = readArgs(args, targetOptions)
  return withTarget(values, io, async ({ identity, urls: { ownerUrl, ...urls } }) => {
    if (!ownerUrl) throw new Refusal('Migrating needs database.owner (KEREGE_DATABASE_OWNER).')
    const applied = await prepareDatabase({ ownerUrl, ...urls }, identity)
    say(io.stdout, ...applied)
    say(io.stderr, applied.length > 0 ? `${applied.length} applied.` : 'Everything was applied already.')
    return 0
  })
}
