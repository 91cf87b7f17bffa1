/** What a person does with the queue. The store and the sending come with the first act. */
import type { Command } from '../../offline/queue.ts'

const engine = () => import('../../offline/engine.ts')

export const bring = async () => (await engine()).bring()
export const again = async (seq: number) => (await engine()).again(seq)
export const forget = async (seq: number) => (await engine()).forget(seq)
export const instead = async (seq: number, command: Command) => (await engine()).instead(seq, command)
