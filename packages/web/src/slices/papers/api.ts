/** How papers are asked and answered: lists, one paper, the guide of the state, and the short commands of the pages. */
import {
  countPapers,
  getPaper,
  listPapers,
  markStep,
  paperGuide,
  paperSummary,
  personPapers,
  undoPaperMove,
} from '@kerege/contract/people/papers/routes'
import type { Paper, PaperStep } from '@kerege/contract/people/papers/schema'
import { useState } from 'react'
import { queryClient, send, useGet } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import type { ListQuery } from '../../ui/list/types.ts'
import { problemText } from '../../ui/problems.ts'
import { toast } from '../../ui/toasts.ts'
import { stepText } from './words.ts'

// Values of a filter are words of the address; the contract's schema reads them on the other side.
const asQuery = (query: ListQuery) => query as never

export const loadPapers = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listPapers, { query: asQuery(query) }, { signal })).body
export const countFor = async (query: ListQuery, signal: AbortSignal): Promise<number> =>
  (await send(countPapers, { query: asQuery(query) }, { signal })).body.total

export const usePaper = (id: string) => useGet(getPaper, { params: { id } })
export const usePersonPapers = (id: string, enabled = true) =>
  useGet(personPapers, { params: { id } }, { enabled })
export const useSummary = () => useGet(paperSummary, {})

/** The usual ways of this state; they change with a release only. */
export const useGuide = () => useGet(paperGuide, {}, { freshFor: Number.POSITIVE_INFINITY }).data?.body

/** How many papers of my people keep something closed: the number beside the entry. */
export const useBlocking = (): number | undefined => useSummary().data?.body.blocking

/** The name of a paper: the state's own where one is meant, else what it proves. */
export function usePaperName(): (paper: Pick<Paper, 'fact' | 'paper'>) => string {
  const t = useT()
  const format = useFormat()
  const guide = useGuide()
  return ({ fact, paper }) => {
    const type = guide?.papers.find(one => one.code === paper)
    return type ? format.text(type.name).text : t(`papers.fact.${fact}`)
  }
}

/** Marks the step in hand as done today, at once and with Undo. */
export function useMark(paper: Paper) {
  const t = useT()
  const { today } = useFormat()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const say = (step: PaperStep, doneOn: string | undefined) =>
    send(markStep, { params: { id: paper.id, stepId: step.id }, body: doneOn ? { doneOn } : {} })
  const run = async (step: PaperStep, doneOn: string | undefined) => {
    setBusy(true)
    setProblem(undefined)
    try {
      await say(step, doneOn)
      if (doneOn) {
        const undo = () => void say(step, undefined).finally(() => queryClient.invalidateQueries())
        toast(t('papers.marked'), { text: stepText(step, t), undo })
      }
      await queryClient.invalidateQueries()
    } catch (error) {
      setProblem(problemText(error, 'papers'))
    } finally {
      setBusy(false)
    }
  }
  return {
    busy,
    problem,
    done: (step: PaperStep) => run(step, today),
    notDone: (step: PaperStep) => run(step, undefined),
  }
}

export async function takeBack(id: string): Promise<void> {
  try {
    await send(undoPaperMove, { params: { id }, body: {} })
  } catch (error) {
    // The place where it was pressed may be gone: nowhere else can it be said.
    toast(problemText(error, 'papers'))
  }
  await queryClient.invalidateQueries()
}
