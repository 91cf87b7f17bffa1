/** Reads a state's profile from `profiles/` and says what follows from it for a node. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { NodeInfo } from '@kerege/contract/access/schema'
import { languages } from '@kerege/contract/common'
import { Profile } from '@kerege/contract/profile/schema'
import { profilesFolder } from './config.ts'
import type { Node } from './context.ts'

export interface NodeFacts {
  readonly info: NodeInfo
  readonly session: Node['session']
  readonly profile: Profile
}

/** @throws ZodError when a profile is not whole: profiles are part of the program, so that is a bug */
export function nodeFacts(
  node: { id: string; kind: 'national' | 'hub'; profile: string },
  demo: boolean,
): NodeFacts {
  const profile = Profile.parse(
    JSON.parse(readFileSync(join(profilesFolder, `${node.profile}.json`), 'utf8')),
  )
  if (profile.kind !== node.kind)
    throw new Error(`The profile "${node.profile}" is for a ${profile.kind} node.`)
  const first = [profile.defaultLanguage, ...(profile.requiredLanguages.value ?? [])]
  const info = {
    id: node.id,
    kind: node.kind,
    ...(profile.country ? { country: profile.country } : {}),
    name: profile.name,
    demo,
    // All of them, the state's own first.
    languages: [...new Set([...first, ...languages])],
    timeZone: profile.timeZone,
  }
  const { idleMinutes, absoluteMinutes, freshMinutes } = profile.session
  const absoluteHours = Math.floor(absoluteMinutes / 60)
  return { info, session: { idleMinutes, absoluteHours, freshMinutes }, profile }
}
