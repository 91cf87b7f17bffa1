/** What a story does with everybody on a list, forty times over: by the same ways in as the screens, without a screen. */
import type { ListLine, PeopleList } from '../../packages/contract/src/repatriation/operations/schema.ts'
import { isOnList } from '../../packages/contract/src/repatriation/operations/states.ts'
import { makeMark } from '../../packages/contract/src/repatriation/boarding/routes.ts'
import { writeConsent } from '../../packages/contract/src/repatriation/operations/preparingRoutes.ts'
import {
  changeLine,
  listPeopleOf,
  moveLine,
  placeOnLeg,
} from '../../packages/contract/src/repatriation/operations/routes.ts'
import { newId } from '../../packages/server/src/platform/ids.ts'
import type { Reply, Somebody, World } from '../../packages/server/src/testing/world.ts'

/** @throws with the answer, where it is a refusal */
export async function must<T>(reply: Promise<Reply<T>>): Promise<T> {
  const { status, body } = await reply
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body
}

export const peopleOf = (w: World, who: Somebody, id: string): Promise<PeopleList> =>
  must(w.as(who)(listPeopleOf, { params: { id } }))

/** Whoever travels: a number on the wrist, an answer of their own or what stands in its place, and a seat on the leg. */
export async function makeReady(w: World, who: Somebody, id: string, legId: string): Promise<void> {
  const as = w.as(who)
  const travels = (await peopleOf(w, who, id)).lines.filter(line => isOnList(line.state))
  for (const [at, line] of travels.entries()) {
    const params = { id, lineId: line.id }
    const { familyId, head } = line
    const place = { head, bracelet: String(at + 1).padStart(3, '0'), ...(familyId ? { familyId } : {}) }
    await must(as(changeLine, { params, body: place }, { ifMatch: `"${line.version}"` }))
    if (isGrown(line)) {
      const answer = {
        giver: 'self',
        standing: 'given',
        askedOn: '2026-11-01',
        answeredOn: '2026-11-02',
      } as const
      await must(as(moveLine, { params, body: { to: 'verified', reason: 'Her sister knew her' } }))
      await must(as(writeConsent, { params: { ...params, consentId: newId() }, body: answer }))
      await must(as(moveLine, { params, body: { to: 'consented' } }))
    } else {
      await must(as(moveLine, { params, body: { to: 'other-basis', basis: 'best-interests' } }))
    }
  }
  const put = travels.map(line => ({ lineId: line.id }))
  await must(as(placeOnLeg, { params: { id, legId }, body: { put } }))
}

const isGrown = ({ ageGroup }: ListLine) => ageGroup === '18-59' || ageGroup === '60+'

/** At a leg, or at the arrival where none is named. */
export async function tick(
  w: World,
  who: Somebody,
  id: string,
  lines: readonly ListLine[],
  legId?: string,
): Promise<void> {
  for (const line of lines) {
    const body = {
      id: newId(),
      lineId: line.id,
      what: 'there',
      how: 'list',
      ...(legId ? { legId } : {}),
    } as const
    await must(w.as(who)(makeMark, { params: { id }, body }))
  }
}
