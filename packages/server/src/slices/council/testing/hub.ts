/** A hub in a test: chair, secretariat and delegations with credentials, made by the secretariat through its own ways in. */
import { addDelegate, listBodies, listParties, planSession } from '@kerege/contract/council/routes'
import type { MultiText } from '@kerege/contract/common'
import { newId } from '../../../platform/ids.ts'
import { type Somebody, type World, world } from '../../../testing/world.ts'

export const said = (text: string): MultiText => ({
  en: { text, state: 'checked' },
  ru: { text: `${text} по-русски`, state: 'checked' },
})

export interface Hub {
  w: World
  secretariat: Somebody
  chair: Somebody
  council: string
  /** Id of a party by its code. */
  party: (code: string) => string
  /** A delegate with accepted credentials for a party. */
  delegate: (code: string, more?: Partial<DelegateDraft>) => Promise<Somebody>
}

interface DelegateDraft {
  from: string
  to: string
  credentials: 'awaited' | 'received' | 'accepted' | 'withdrawn'
}

export async function hub(options: Parameters<typeof world>[0] = {}): Promise<Hub> {
  const w = await world({ ...options, kind: 'hub' })
  const secretariat = await w.somebody('secretariat')
  const chair = await w.somebody('chair')
  const parties = (await w.as(secretariat)(listParties, {})).body.rows
  const bodies = (await w.as(secretariat)(listBodies, {})).body.rows
  const party = (code: string) => parties.find(one => one.code === code)?.id ?? ''
  return {
    w,
    secretariat,
    chair,
    council: bodies.find(one => one.code === 'REC')?.id ?? '',
    party,
    async delegate(code, more = {}) {
      const classification = parties.find(one => one.code === code)?.classification
      const who = await w.somebody(classification === 'member' ? 'delegate' : 'observer')
      const reply = await w.as(secretariat)(addDelegate, {
        params: { id: party(code) },
        body: {
          id: newId(),
          name: who.name,
          accountId: who.accountId,
          from: '2024-01-01',
          credentials: 'accepted',
          ...more,
        },
      })
      if (reply.status !== 201) throw new Error(`no delegate: ${JSON.stringify(reply.body)}`)
      return who
    },
  }
}

/** A session of the Council, planned by the secretariat. */
export async function planned({ w, secretariat, council }: Hub, title = 'Third session', more: object = {}) {
  const reply = await w.as(secretariat)(planSession, {
    body: {
      id: newId(),
      bodyId: council,
      kind: 'session',
      title: said(title),
      format: 'hybrid',
      startsAt: '2026-12-03T04:30:00Z',
      endsAt: '2026-12-04T11:00:00Z',
      city: 'Astana',
      country: 'KZ',
      ...more,
    },
  })
  return reply.body
}
