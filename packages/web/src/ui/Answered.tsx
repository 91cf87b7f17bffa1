/** What a reading query came to: its shape while waiting, its refusals in the right words, or its content. */
import { DomainError } from '@kerege/contract/errors'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { FailedState } from './FailedState.tsx'
import { LoadingShape } from './LoadingShape.tsx'
import { NotHere } from './NotHere.tsx'
import { OfflineState } from './OfflineState.tsx'

interface Props<T> {
  query: UseQueryResult<T, Error>
  rows?: number
  children: (answer: T) => ReactNode
}

export function Answered<T>({ query, rows = 5, children }: Props<T>) {
  // What was read stays on the screen when a later attempt fails.
  if (query.data !== undefined) return children(query.data)
  if (query.isPending) return <LoadingShape rows={rows} />
  return <Refused error={query.error} again={() => query.refetch()} />
}

export function Refused({ error, again }: { error: unknown; again?: () => void }) {
  const kind = error instanceof DomainError ? error.kind : undefined
  const retry = again ? { again } : {}
  if (kind === 'not-found' || kind === 'forbidden') return <NotHere />
  // The shell asks to sign in again over the page; under it stands nothing.
  if (kind === 'unauthenticated') return <LoadingShape />
  if (kind === 'unavailable' && !navigator.onLine) return <OfflineState {...retry} />
  return <FailedState error={error} {...retry} />
}
