/** Where a case stands, and whose turn it is, in words. */
import type { Case, CaseRow } from '@kerege/contract/cases/schema'
import { isOver } from '@kerege/contract/cases/states'
import type { Translate } from '../../i18n/useT.tsx'
import type { StateKind } from '../../ui/StatePill.tsx'

/** A case that waits for a worker is amber; one that goes its way is calm. */
export function stateKind({ state, worker, workerGone }: CaseRow): StateKind {
  if (isOver(state)) return 'mute'
  const waits = ['paused', 'review-due', 'closing'].includes(state)
  return !worker || workerGone || waits ? 'wait' : 'mute'
}

export function turnText({ next, worker }: CaseRow, t: Translate): string {
  if (!next) return ''
  if (next.turn === 'lead' || !worker) return t('cases.turn.lead')
  return t('cases.turn', { name: worker.name })
}

/** One happening in the past of a case, with who and when. */
export interface Happening {
  id: string
  at: string
  by: string
  what: string
  reason?: string | undefined
  said: Case['steps'][number]['said']
}

/** Steps, givings, how the family came and what was found when somebody looked in, the newest first. */
export function past(one: Case, t: Translate): Happening[] {
  const steps = one.steps.map((step, n) => ({
    id: `step${n}`,
    at: step.at,
    by: step.by?.name ?? t('cases.past.program'),
    what: [
      step.from ? t('cases.past.step', { state: t(`cases.state.${step.to}`) }) : t('cases.past.opened'),
      ...(step.outcome ? [t(`cases.outcome.${step.outcome}`)] : []),
    ].join(' · '),
    reason: step.reason,
    said: step.said,
  }))
  const given = one.assigned.map((given, n) => ({
    id: `given${n}`,
    at: given.at,
    by: given.by.name,
    what: given.worker
      ? t('cases.past.given', { name: given.worker.name })
      : given.team
        ? t('cases.past.team', { name: given.team.name })
        : t('cases.back.done'),
    reason: given.reason,
    said: [],
  }))
  const looked = one.looks.flatMap(({ id, doneAt, by, how, going, words }) =>
    doneAt && by && how
      ? [
          {
            id,
            at: doneAt,
            by: by.name,
            what: [t(`cases.looks.how.${how}`), ...(going ? [t(`cases.looks.going.${going}`)] : [])].join(
              ' · ',
            ),
            reason: words,
            said: [],
          },
        ]
      : [],
  )
  const came = one.origins.map((origin, n) => ({
    id: `came${n}`,
    at: origin.at,
    by: origin.by.name,
    what: t(`cases.origin.${origin.origin}`),
    reason: origin.sentBy,
    said: [],
  }))
  // What was said in one moment was said in this order.
  return [...steps, ...came, ...given, ...looked]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .reverse()
}
