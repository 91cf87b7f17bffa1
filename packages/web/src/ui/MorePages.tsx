/** A list in a drawer that grows page by page under one button: what was read already never moves. */
import { Button } from '@mantine/core'
import type { Page } from '@kerege/contract/common'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useT } from '../i18n/useT.tsx'
import { Refused } from './Answered.tsx'
import { LoadingShape } from './LoadingShape.tsx'

interface Props<Row> {
  /** Under which the pages are kept while the drawer is closed. */
  of: readonly string[]
  /** One page; the first without a cursor. */
  load: (cursor: string | undefined, signal: AbortSignal) => Promise<Page<Row>>
  /** Each opening adds a row by itself, so what is kept is old at once. */
  live?: boolean
  children: (rows: readonly Row[]) => ReactNode
}

export function MorePages<Row>({ of, load, live = false, children }: Props<Row>) {
  const t = useT()
  const pages = useInfiniteQuery({
    queryKey: of,
    queryFn: ({ pageParam, signal }) => load(pageParam || undefined, signal),
    initialPageParam: '',
    getNextPageParam: last => last.next,
    ...(live ? { staleTime: 0 } : {}),
  })
  if (pages.isPending) return <LoadingShape rows={6} />
  if (!pages.data) return <Refused error={pages.error} again={() => void pages.refetch()} />
  return (
    <>
      {children(pages.data.pages.flatMap(page => page.rows))}
      {pages.hasNextPage && (
        <Button
          variant="default"
          mt={16}
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('ui.list.more')}
        </Button>
      )}
    </>
  )
}
