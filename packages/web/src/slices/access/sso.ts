/**
 * The browser's half of the office's own sign-in: away to the provider in this window, or in one over the page where something stands
 * that must not be lost. Windows of one node tell each other when it is done; nothing else is said between them.
 */
import { getNode } from '@kerege/contract/access/routes'
import { errandOf, type SsoAnswer, type SsoErrand } from '@kerege/contract/access/sso'
import { beginSso, beginSsoProof } from '@kerege/contract/access/ssoRoutes'
import { DomainError } from '@kerege/contract/errors'
import { send, useGet } from '../../api.ts'
import { useLoaded } from '../../i18n/language.ts'

export const ssoPage = '/sign-in/sso'

/** What the provider is called in the reader's language; nothing where the node has none. */
export function useSsoName(): string | undefined {
  const { language } = useLoaded()
  const names = useGet(getNode, {}, { freshFor: 600_000 }).data?.body.singleSignOn
  return names && (names[language] ?? names.en ?? Object.values(names)[0])
}

interface Away {
  return?: string | undefined
  invitation?: string
  /** Once more, with what was begun before. */
  anew?: true
}

/** Leaves this page. */
export async function goAway({ return: back, invitation, anew }: Away = {}): Promise<void> {
  const body = {
    ...(back === undefined ? {} : { return: back }),
    ...(invitation === undefined ? {} : { invitation }),
    ...(anew ? { anew } : {}),
  }
  location.assign((await send(beginSso, { body })).body.url)
}

const channel = 'kerege.sso'
type Over = Exclude<SsoErrand, 'sign-in'>

/**
 * In a window of its own, opened at once, for browsers open none later than the press of a button. Resolves when it is done there.
 * @throws DomainError `sso-window` when the browser opens none, `sso-cancelled` when it was closed
 */
export function inWindow(errand: Over): Promise<void> {
  const opened = window.open(`${ssoPage}#${errand}`, '_blank', 'popup,width=520,height=720')
  if (!opened) throw new DomainError('conflict', 'sso-window')
  const heard = new BroadcastChannel(channel)
  return new Promise<void>((resolve, reject) => {
    // Once it has been at the provider nobody here sees any more whether it is open; whoever closes it presses the button again.
    const done = (act: () => void) => {
      heard.close()
      act()
    }
    heard.onmessage = ({ data }) => {
      if (data === `${errand} done`) done(resolve)
      if (data === `${errand} refused`)
        done(() => reject(new DomainError('unauthenticated', 'sso-cancelled')))
    }
  })
}

/** Said by the window to the page that opened it. */
export function tellOpener(errand: Over, came: 'done' | 'refused'): void {
  const said = new BroadcastChannel(channel)
  said.postMessage(`${errand} ${came}`)
  said.close()
}

/** The first half, in the window itself. */
export async function beginHere(errand: Over, anew?: true): Promise<void> {
  const { body } =
    errand === 'again'
      ? await send(beginSsoProof, {})
      : await send(beginSso, { body: { over: true, ...(anew ? { anew } : {}) } })
  location.replace(body.url)
}

export interface Arrived {
  errand: SsoErrand
  /** Absent where the window has only just been opened. */
  answer?: SsoAnswer
}

/** What this page was opened with. Of what a provider adds beside it nothing is taken. */
export function arrivedWith({ search, hash }: { search: string; hash: string }): Arrived | undefined {
  const said = new URLSearchParams(search)
  const state = said.get('state')
  if (state === null) {
    const errand = hash.replace('#', '')
    return errand === 'over' || errand === 'again' ? { errand } : undefined
  }
  const [code, iss] = [said.get('code'), said.get('iss')]
  return {
    errand: errandOf(state),
    answer: { state, ...(code === null ? {} : { code }), ...(iss === null ? {} : { iss }) },
  }
}
