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

/** Longer than a page shows what it has read before it reads it anew (`staleTime` of the app). */
const apartMs = 120_000

/** Needs no data and hears nothing: where an app stands that nobody looks at. */
const rest = '/more'

/** @param place where they all come in; asked for when the first of them does */
export function devicesOf(open: Open, place: () => Turned) {
  const kept = new Map<string, Visit>()

  const away = async () => {
    const all = [...kept.values()]
    kept.clear()
    for (const visit of all) await visit.close()
  }
  afterAll(away)

  let sittings = 0

  /** @param to today when absent; who has sat there before stands before no page then. `close` puts it away. */
  async function take(who: Colleague, options: Spoken, to?: string): Promise<Visit> {
    sittings += 1
    const { url, now } = place()
    const key = JSON.stringify([who.accountId, options])
    const before = kept.get(key)
    const visit = before ?? (await open(options))
    const { page, context } = visit
    const ahead = now().getTime() - Date.now() + sittings * apartMs
    if (before) {
      await turnClock(page, ahead)
      if (to) await go(page, url + to)
    } else {
      kept.set(key, visit)
      await chooseLanguage(context, options.language)
      await standAt(context, ahead)
      await comeIn(page, { url }, who, wordsIn(options.language), to)
    }
    return { ...visit, close: () => putAway(key) }
  }

  async function putAway(key: string) {
    const visit = kept.get(key)
    if (!visit) return
    if (visit.faults().length > 0) {
      kept.delete(key)
      await visit.close()
    }
    await go(visit.page, rest)
  }

  return { take, away }
}
