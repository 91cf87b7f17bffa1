/** How tasks are asked and answered: lists, numbers, one task, and the short commands that rows offer. */
import {
  finishTask,
  finishTasks,
  getTask,
  listTasks,
  reopenTask,
  taskSummary,
} from '@kerege/contract/tasks/routes'
import type { TaskRow } from '@kerege/contract/tasks/schema'
import { useState } from 'react'
import { queryClient, send, useGet } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import type { ListQuery } from '../../ui/list/types.ts'
import { problemText } from '../../ui/problems.ts'
import { toast } from '../../ui/toasts.ts'
import { titleText } from './words.ts'

export async function loadTasks(query: ListQuery, signal: AbortSignal) {
  // Values of a filter are words of the address; the contract's schema reads them on the other side.
  return (await send(listTasks, { query: query as never }, { signal })).body
}

export const useTask = (id: string) => useGet(getTask, { params: { id } })
export const useSummary = () => useGet(taskSummary, {})

/** How many of my tasks are past due or due today: the number beside the entry. */
export function useUrgent(): number | undefined {
  const counts = useSummary().data?.body.counts
  return counts && counts.overdue + counts.today
}

async function takeBack(ids: readonly string[]): Promise<void> {
  try {
    for (const id of ids) await send(reopenTask, { params: { id }, body: {} })
  } catch (error) {
    // The place where it was pressed is gone: nowhere else can it be said.
    toast(problemText(error, 'tasks'))
  }
  await queryClient.invalidateQueries()
}

/** Marking as done: at once, with Undo; what stays open is told beside the list. */
export function useFinish() {
  const t = useT()
  const [busy, setBusy] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const guarded = async (what: string, work: () => Promise<void>) => {
    setBusy(what)
    setProblem(undefined)
    try {
      await work()
      await queryClient.invalidateQueries()
    } catch (error) {
      setProblem(problemText(error, 'tasks'))
    } finally {
      setBusy(undefined)
    }
  }
  return {
    busy,
    problem,
    one: (task: Pick<TaskRow, 'id' | 'title' | 'kind'>, note?: string) =>
      guarded(task.id, async () => {
        await send(finishTask, { params: { id: task.id }, body: note ? { note } : {} })
        toast(t('tasks.marked'), { text: titleText(task, t), undo: () => void takeBack([task.id]) })
      }),
    many: (ids: readonly string[]) =>
      guarded('many', async () => {
        const { done, refused } = (await send(finishTasks, { body: { ids: [...ids] } })).body
        if (done.length > 0)
          toast(t('tasks.markedN', { n: done.length }), { undo: () => void takeBack(done) })
        if (refused.length > 0) setProblem(t('tasks.refusedN', { n: refused.length }))
      }),
  }
}
