/**
 * What was said so far goes to the node by itself, one save after the other, each on the version of the last. It is kept
 * there and not in the browser: answers of others do not stay on a device.
 */
import { finishAssessment, saveAssessment } from '@kerege/contract/assessments/routes'
import type { Assessment, SaveAssessment } from '@kerege/contract/assessments/schema'
import { useEffect, useRef, useState } from 'react'
import { queryClient, send } from '../../api.ts'

const pauseMs = 600

export function useKept(one: Assessment) {
  const version = useRef(one.version)
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const [state, setState] = useState<{ savedAt?: string; problem?: unknown }>({})
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const last = useRef<SaveAssessment | undefined>(undefined)

  const call = (route: typeof saveAssessment | typeof finishAssessment, body: SaveAssessment) => {
    const next = line.current.then(async () => {
      const answer = await send(
        route,
        { params: { id: one.id }, body },
        { ifMatch: `"${version.current}"`, idempotencyKey: crypto.randomUUID() },
      )
      version.current = answer.body.version
      return answer
    })
    line.current = next.catch(() => undefined)
    return next
  }

  const flush = () => {
    clearTimeout(waiting.current)
    const body = last.current
    last.current = undefined
    if (!body) return
    call(saveAssessment, body).then(
      () => setState({ savedAt: new Date().toISOString() }),
      (problem: unknown) => setState({ problem }),
    )
  }
  const leave = useRef(flush)
  leave.current = flush
  // Going on later loses nothing: what waits for its pause goes now, and the next look asks the node.
  useEffect(
    () => () => {
      leave.current()
      void queryClient.invalidateQueries()
    },
    [],
  )

  return {
    ...state,
    keep: (body: SaveAssessment) => {
      last.current = body
      clearTimeout(waiting.current)
      waiting.current = setTimeout(flush, pauseMs)
    },
    /** Without waiting for the pause. */
    flush,
    finish: async (body: SaveAssessment) => {
      clearTimeout(waiting.current)
      last.current = undefined
      return call(finishAssessment, body)
    },
  }
}
