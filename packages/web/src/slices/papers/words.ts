/** What a paper keeps closed and where it stands, in words. */
import { type Blocked, isOpen, type PaperState, stepInHand } from '@kerege/contract/people/papers/rules'
import type { Office, Paper, PaperRow, PaperStep } from '@kerege/contract/people/papers/schema'
import type { Formatter } from '../../i18n/useFormat.tsx'
import type { Translate } from '../../i18n/useT.tsx'
import { inside } from '../people/person/inside.ts'
import type { StateKind } from '../../ui/StatePill.tsx'

export const stateKind: Readonly<Record<PaperState, StateKind>> = {
  needed: 'wait',
  preparing: 'info',
  filed: 'info',
  waiting: 'wait',
  'in-court': 'info',
  refused: 'wait',
  appealed: 'info',
  issued: 'ok',
  'handed-over': 'ok',
  'not-needed': 'mute',
}

export const stepText = (step: Pick<PaperStep, 'code' | 'text'>, t: Translate): string =>
  step.text ?? (step.code ? t(`papers.step.${step.code}`) : '')

/** "School closed and benefit closed", as a list of the language. */
export const shutText = (blocks: readonly Blocked[], t: Translate, format: Formatter): string =>
  format.list(blocks.map((one, at) => (at === 0 ? t(`papers.shut.${one}`) : inside(t(`papers.shut.${one}`)))))

/** What is first in the way; the rest stands on the page of the paper. */
export const shutPill = (row: Pick<PaperRow, 'blocks' | 'days'>, t: Translate): string | undefined =>
  row.blocks[0] && t('papers.shut.pill', { what: t(`papers.shut.${row.blocks[0]}`), n: row.days })

export const waitText = (row: Pick<PaperRow, 'state' | 'days'>, t: Translate): string =>
  t(isOpen(row.state) ? 'papers.waits' : 'papers.waited', { n: row.days })

export const officeText = (office: Office | undefined): string =>
  [office?.name, office?.place].filter(Boolean).join(', ')

/** The step that can be marked. A refused paper has none: first somebody answers the refusal. */
export const markable = ({ state, steps }: Pick<PaperRow, 'state' | 'steps'>): PaperStep | undefined =>
  state === 'refused' ? undefined : stepInHand(steps)

/** What is in hand, in a few words. */
export const handText = (row: Pick<PaperRow, 'state' | 'steps'>, t: Translate): string | undefined => {
  if (row.state === 'refused') return t('papers.state.refused')
  const step = stepInHand(row.steps)
  return step && stepText(step, t)
}

/** What is written down of a paper, as a change sends it back. */
export const contentOf = (paper: Paper) => ({
  ...(paper.paper ? { paper: paper.paper } : {}),
  pathway: paper.pathway,
  ...(paper.office ? { office: paper.office } : {}),
  steps: paper.steps,
  evidence: paper.evidence,
  blocks: paper.wouldBlock,
  ...(paper.obstacle ? { obstacle: paper.obstacle } : {}),
  ...(paper.nextOn ? { nextOn: paper.nextOn } : {}),
  responsibleId: paper.responsible.id,
})
