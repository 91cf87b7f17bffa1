/** What the database refuses by a named rule, as trouble that a person can read. */
import { DomainError } from '@kerege/contract/errors'

/** @throws DomainError where one of these rules was broken; anything else as it came */
export async function naming<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (thrown) {
    throw namedFrom(thrown) ?? thrown
  }
}

/** Nothing where it was none of these rules. */
export const namedFrom = (thrown: unknown): DomainError | undefined =>
  named((thrown as { constraint?: string }).constraint)

function named(constraint: string | undefined): DomainError | undefined {
  switch (constraint) {
    case 'lines_once':
      return new DomainError('conflict', 'person-on-list')
    case 'lines_one_open':
      return new DomainError('conflict', 'person-on-another-list')
    case 'lines_bracelet':
      return new DomainError('conflict', 'bracelet-taken')
    case 'lines_one_head':
      return new DomainError('conflict', 'family-has-head')
    default:
      return undefined
  }
}
