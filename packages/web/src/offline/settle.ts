/** What a person can say about a command that met another change: the same once more, knowing what stands at the node now. */
import type { Command, Waiting } from './queue.ts'

/**
 * The command as it is sent knowingly over what stands, or nothing where it cannot be. Conflicts of versions tell the
 * version; conflicts of marks tell the marks that the answer is based on.
 */
export function knowingly(one: Waiting, at: string): Command | undefined {
  const { method, path, input, label, about, problem, ifMatch } = one
  const { version, basedOn } = problem?.details ?? {}
  const command = { method, path, label, about, at }
  if (problem?.code === 'stale-version' && typeof version === 'number') {
    return { ...command, input, ifMatch: `"${version}"` }
  }
  if (Array.isArray(basedOn) && typeof input.body === 'object') {
    return {
      ...command,
      input: { ...input, body: { ...input.body, basedOn } },
      ...(ifMatch ? { ifMatch } : {}),
    }
  }
  return undefined
}
