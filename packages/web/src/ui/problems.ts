/** Words for what went wrong. Codes are the promise of the API; their words are ours, a slice's own first. */
import { DomainError, type Fault } from '@kerege/contract/errors'
import { known, say } from '../i18n/useT.tsx'

/** One sentence for any error. */
export function problemText(error: unknown, slice = 'ui'): string {
  if (!(error instanceof DomainError)) return say('ui.problem.unexpected')
  const id = known(
    `${slice}.problem.${error.code}`,
    `ui.problem.${error.code}`,
    `ui.problem.kind.${error.kind}`,
  )
  return say(id ?? 'ui.problem.unexpected', error.details)
}

/** One sentence for one fault of a form. */
export function faultText(fault: Fault, slice = 'ui'): string {
  const id = known(`${slice}.fault.${fault.code}`, `ui.fault.${fault.code}`)
  return say(id ?? 'ui.fault.not-valid', fault.params)
}
