/** An answer that all may use becomes the draft of a practice in one step: nobody types again what a state has written down. */
import type { Language, MultiText } from '@kerege/contract/common'
import type * as routes from '@kerege/contract/council/requests/routes'
import type { Domain } from '@kerege/contract/domains'
import { notFound } from '@kerege/contract/errors'
import type { PracticeContent } from '@kerege/contract/practices/content'
import type { Parsed } from '@kerege/contract/route'
import type { Context } from '../../../platform/context.ts'
import { makePractice } from '../../practices/index.ts'
import { partyNames } from '../parties.ts'

/** Whoever makes it writes on at it: the answer is said where readers begin, the question is the problem. */
export async function toPractice(
  ctx: Context,
  turnId: string,
  { id }: Parsed<typeof routes.draftFromAnswer>['body'],
): Promise<{ id: string }> {
  const row = await ctx.tx
    .selectFrom('council.request_turns as t')
    .innerJoin('council.requests as r', 'r.id', 't.request_id')
    .select([
      't.party_id',
      't.language',
      't.words',
      'r.title',
      'r.question',
      'r.domains',
      'r.id as request_id',
    ])
    .where('t.id', '=', turnId)
    .where('t.reusable', '=', true)
    .executeTakeFirst()
  if (!row) throw notFound()
  const language = row.language as Language
  const country = (await partyNames(ctx.tx)).get(row.party_id)?.code ?? ''
  const content: PracticeContent = {
    texts: {
      title: row.title as MultiText,
      problem: row.question as MultiText,
      summary: { [language]: { text: row.words, state: 'draft' } },
    },
    facts: {
      domains: row.domains as Domain[],
      themes: [],
      settings: [],
      audience: [],
      ages: {},
      sex: 'any',
      // An organisation answers for no state.
      country: /^[A-Z]{2}$/.test(country) && country !== 'EU' ? country : 'XX',
      evidenceLevel: 'told',
      figures: [],
      sources: [],
      related: [],
    },
  }
  // No wider than the answer was: its author opens it further.
  await makePractice(ctx, {
    id,
    audience: 'council',
    licence: 'ask',
    sourceLanguage: language,
    papers: [],
    content,
  })
  ctx.trail.shown([row.request_id])
  return { id }
}
