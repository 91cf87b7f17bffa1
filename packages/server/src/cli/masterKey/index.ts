/** `kerege master-key change`: another master key for a node, while it runs. */
import { existsSync } from 'node:fs'
import { openPool } from '../../platform/database.ts'
import { newId } from '../../platform/ids.ts'
import { recordAlone } from '../../slices/audit/index.ts'
import { type Command, misuse, readArgs, Refusal, say } from '../io.ts'
import { targetOptions, withTarget } from '../target.ts'
import { changeMasterKey } from './change.ts'

export const masterKey: Command = async ([what, ...args], io) => {
  if (what !== 'change') throw new Refusal('Say what to do with the key: change.', misuse)
  const { values } = readArgs(args, targetOptions)
  return withTarget(values, io, async ({ configuration, urls: { ownerUrl, authUrl } }) => {
    if (!ownerUrl) throw new Refusal('This needs database.owner (KEREGE_DATABASE_OWNER).')
    const { masterKeyFile } = configuration
    if (!existsSync(masterKeyFile))
      throw new Refusal(`The master key ${masterKeyFile} is not there: start the node once.`)
    const changed = await changeMasterKey(
      { masterKeyFile, urls: { ownerUrl, authUrl } },
      {
        began: () => noted(ownerUrl, 'node.key-change-began', {}),
        portion: (name, done) => say(io.stderr, `${name}: ${done}`),
      },
    )
    const sum = (which: 'anew' | 'left') => Object.values(changed).reduce((all, one) => all + one[which], 0)
    const counts = { anew: sum('anew'), left: sum('left') }
    await noted(ownerUrl, 'node.key-changed', counts)
    say(io.stdout, JSON.stringify({ ...counts, values: changed }))
    return 0
  })
}

async function noted(ownerUrl: string, action: string, counts: Readonly<Record<string, number>>) {
  const pool = openPool(ownerUrl, 'kerege master-key', 1)
  const entry = { requestId: newId(), at: new Date(), actor: null, action, outcome: 'done', counts } as const
  await recordAlone(pool, entry).finally(() => pool.end())
}
