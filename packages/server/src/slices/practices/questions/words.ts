/** Writes the words of questions and entries anew after the analyser has learnt: what was stored by an older one is found again. */
import { wordKeys, wordsVersion } from '@kerege/contract/practices/questions/words'
import type { Node } from '../../../platform/context.ts'
import type { JobDefinition } from '../../../platform/jobs.ts'

const portion = 200

/** @returns how many texts were read again */
export async function refreshWords(node: Node, version: number = wordsVersion): Promise<number> {
  let total = 0
  for (;;) {
    const { rows } = await node.pool.query<{ kind: string; id: string; said: string | null }>(
      'select * from practices.stale_words($1, $2)',
      [version, portion],
    )
    if (rows.length === 0) return total
    for (const { kind, id, said } of rows) {
      await node.pool.query('select practices.write_words($1, $2, $3, $4)', [
        kind,
        id,
        wordKeys(said ?? ''),
        version,
      ])
    }
    total += rows.length
  }
}

export const wordJobs = (node: Node): JobDefinition[] => [
  {
    name: 'practices.words',
    cron: '10 * * * *',
    work: async () => {
      await refreshWords(node)
    },
  },
]
