/** A page of one act, for those whose role has it. Who has no use for the form never fills it in for a refusal. */
import type { Verb } from '@kerege/contract/access/roles'
import type { ReactNode } from 'react'
import { NotHere } from '../ui/NotHere.tsx'
import { useMay } from './session.ts'

export function OnlyFor({ verb, children }: { verb: Verb; children: ReactNode }) {
  return useMay()(verb) ? children : <NotHere />
}
