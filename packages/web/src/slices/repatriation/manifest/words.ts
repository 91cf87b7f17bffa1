/** Small words of a row. */
import { DomainError, type Fault } from '@kerege/contract/errors'
import { nameText } from '@kerege/contract/people/rules'

export const nameOf = nameText

/** What keeps a row out is one thing at a time. */
export const firstFault = (error: unknown): Fault | undefined =>
  error instanceof DomainError ? (error.details.faults as Fault[] | undefined)?.[0] : undefined
