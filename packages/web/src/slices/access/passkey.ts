/**
 * The browser's half of passkeys. What speaks with the device is fetched when somebody uses one; an old browser without it
 * is asked for a password as ever.
 */
import type { PasskeyAnswer, PasskeyMade } from '@kerege/contract/access/proof'
import { DomainError } from '@kerege/contract/errors'

type Options = { challenge: string } & Record<string, unknown>

export const canPasskey = (): boolean => 'PublicKeyCredential' in globalThis

const mark = 'kerege.passkey'
/** This browser has been seen with a passkey: it is offered first. Says nothing of whose. */
const markPasskey = (): void => {
  try {
    localStorage.setItem(mark, '1')
  } catch {
    // A browser that keeps nothing offers it second.
  }
}
export const knowsPasskey = (): boolean => {
  try {
    return localStorage.getItem(mark) !== null
  } catch {
    return false
  }
}

/** @throws DomainError `passkey-cancelled` when the device gave nothing: no finger, no time, no passkey */
export async function answerWith(options: Options): Promise<PasskeyAnswer> {
  const { startAuthentication } = await import('@simplewebauthn/browser')
  const answer = await startAuthentication({ optionsJSON: options as never }).catch(cancelled)
  markPasskey()
  return answer as PasskeyAnswer
}

/** @throws DomainError `passkey-cancelled`, `passkey-here` when this device holds one of the account already */
export async function makeOne(options: Options): Promise<PasskeyMade> {
  const { startRegistration } = await import('@simplewebauthn/browser')
  const made = await startRegistration({ optionsJSON: options as never }).catch(cancelled)
  markPasskey()
  return made as PasskeyMade
}

function cancelled(error: unknown): never {
  const code =
    (error as { name?: string }).name === 'InvalidStateError' ? 'passkey-here' : 'passkey-cancelled'
  throw new DomainError('conflict', code)
}
