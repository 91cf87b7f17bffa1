/** Who is signed in and what the hat may do, for every page inside the shell. */
import type { Compartment } from '@kerege/contract/access/compartments'
import type { Verb } from '@kerege/contract/access/roles'
import type { Session } from '@kerege/contract/access/schema'
import { createContext, useContext } from 'react'

export const SessionContext = createContext<Session | undefined>(undefined)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('this page stands outside of the shell')
  return session
}

/** May the hat that is worn do this at all? The server is the judge; here it only decides what is shown. */
export function useMay(): (verb: Verb | undefined) => boolean {
  const { rights } = useSession()
  return verb => verb === undefined || rights.verbs.includes(verb)
}

/** Does the hat that is worn read this section of anybody at all? */
export function useReads(): (compartment: Compartment | undefined) => boolean {
  const { rights } = useSession()
  return compartment =>
    compartment === undefined ||
    rights.compartments.some(one => one.compartment === compartment && one.read.length > 0)
}
