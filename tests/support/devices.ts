/**
 * The devices of those who are in a story: each keeps the app open between two sittings, as one's own does, and is taken up again some
 * minutes later by its clock. Loading everything into a new browser at each sitting takes longer than most of them.
 */
import { afterAll } from 'vitest'
import type { Language } from '../../packages/contract/src/common.ts'
import { type Colleague, comeIn } from './door.ts'
import { go } from './going.ts'
import type { Open } from './journey.ts'
import { chooseLanguage } from './region.ts'
import { standAt, type Turned, turnClock } from './turned.ts'
import type { Visit, VisitOptions } from './visit.ts'
import { wordsIn } from './words.ts'

type Spoken = VisitOptions & { readonly language: Language }

/** Longer than a page shows what it has read before it reads it anew (`staleTime` of the app), and so short that nobody is signed out for it. */
const apartMs = 60_000

/** Needs no data and hears nothing: where an app stands that nobody looks at. */
const rest = '/more'

interface Device {
  readonly visit: Visit
  /** How far its clock stands from that of the machine. */
  ahead: number
}

/** @param place where they all come in; asked for when the first of them does */
export function devicesOf(open: Open, place: () => Turned) {
  const kept = new Map<string, Device>()

  const away = async () => {
    const all = [...kept.values()]
    kept.clear()
    for (const { visit } of all) await visit.close()
  }
  afterAll(away)

  /** Takes it up again, unless its clock would have to be turned so far that whoever sat there was signed out long ago. */
  async function again(key: string, ahead: number): Promise<Visit | undefined> {
    const device = kept.get(key)
    if (!device) return undefined
    if (Math.abs(device.ahead - ahead) > 10 * apartMs) {
      kept.delete(key)
      await device.visit.close()
      return undefined
    }
    device.ahead += apartMs
    await turnClock(device.visit.page, device.ahead)
    return device.visit
  }

  async function first(key: string, ahead: number, who: Colleague, options: Spoken, to?: string) {
    const visit = await open(options)
    kept.set(key, { visit, ahead })
    await chooseLanguage(visit.context, options.language)
    await standAt(visit.context, ahead)
    await comeIn(visit.page, place(), who, wordsIn(options.language), to)
    return visit
  }

  /** @param to today when absent; who has come in before stands before no page of it then. `close` puts the device away. */
  async function take(who: Colleague, options: Spoken, to?: string): Promise<Visit> {
    const { url, now } = place()
    const ahead = now().getTime() - Date.now()
    const key = JSON.stringify([who.accountId, options])
    const before = await again(key, ahead)
    if (before && to) await go(before.page, url + to)
    const visit = before ?? (await first(key, ahead, who, options, to))
    return { ...visit, close: () => putAway(key, visit) }
  }

  async function putAway(key: string, visit: Visit) {
    if (visit.faults().length === 0) return go(visit.page, rest)
    kept.delete(key)
    return visit.close()
  }

  return { take, away }
}
