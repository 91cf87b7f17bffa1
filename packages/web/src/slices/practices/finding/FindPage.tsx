/**
 * Find a practice: one box for words of any language and script, what was understood of them, and counts to narrow by. What is typed is
 * asked by POST and kept in the history's state, never in the address.
 */
import { findPractices } from '@kerege/contract/practices/finding/routes'
import type { FoundPractices, PracticeFacets } from '@kerege/contract/practices/finding/schema'
import { Button, NativeSelect } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { send } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Refused } from '../../../ui/Answered.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { LoadingShape } from '../../../ui/LoadingShape.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { Facets } from './Facets.tsx'
import { FindBox } from './FindBox.tsx'
import css from './finding.module.css'
import { FoundRow } from './FoundRow.tsx'
import { Kept } from './Kept.tsx'

type Sort = 'fit' | 'use'
const atOnce = 20

export function FindPage() {
  const t = useT()
  const kept = useLocation({ select: location => location.state.q ?? '' })
  const [text, setText] = useState(kept)
  const [facets, setFacets] = useState<PracticeFacets>({})
  const [sort, setSort] = useState<Sort>('fit')
  const [words] = useDebouncedValue(text.trim(), 300)
  useKept(words)
  const found = useFound(words, facets, sort)
  const first = found.data?.pages[0]?.body
  return (
    <>
      <PageHead title={t('practices.find.title')} />
      <FindBox text={text} onText={setText} />
      {first && <Understood meant={first.meant} />}
      <Kept
        words={words}
        facets={facets}
        onPick={search => {
          setText(search.words)
          setFacets(search.facets)
        }}
      />
      {found.isPending && <LoadingShape rows={6} />}
      {found.isError && <Refused error={found.error} again={() => void found.refetch()} />}
      {first && (
        <div className={css.page}>
          <Facets answer={first} chosen={facets} choose={setFacets} />
          <section aria-labelledby="found" aria-busy={found.isFetching} className="k-stack">
            <div className={css.head}>
              <h2 id="found" aria-live="polite">
                {t('practices.find.found', { n: first.total })}
              </h2>
              <NativeSelect
                aria-label={t('practices.find.sort')}
                value={sort}
                onChange={event => setSort(event.currentTarget.value === 'use' ? 'use' : 'fit')}
                data={[
                  { value: 'fit', label: t('practices.find.sort.fit') },
                  { value: 'use', label: t('practices.find.sort.use') },
                ]}
              />
            </div>
            {first.total === 0 && (
              <EmptyState title={t('practices.find.none')}>{t('practices.find.noneText')}</EmptyState>
            )}
            {first.total > 0 && (
              <ul className={css.results}>
                {found.data?.pages.flatMap(({ body }) =>
                  body.rows.map(row => (
                    <li key={row.practice.id}>
                      <FoundRow row={row} />
                    </li>
                  )),
                )}
              </ul>
            )}
            {found.hasNextPage && (
              <div>
                <Button
                  variant="default"
                  loading={found.isFetchingNextPage}
                  onClick={() => void found.fetchNextPage()}
                >
                  {t('practices.find.more')}
                </Button>
              </div>
            )}
          </section>
        </div>
      )}
    </>
  )
}

/** What was found last stays in sight while the next is asked. */
function useFound(words: string, facets: PracticeFacets, sort: Sort) {
  // Words tell their language themselves; without any, texts in the language of the screen come first.
  const { language: screen } = useLoaded()
  const language = words === '' ? { language: screen } : {}
  return useInfiniteQuery({
    queryKey: ['practices.find', words, facets, sort, language],
    queryFn: ({ signal, pageParam }) =>
      send(
        findPractices,
        { body: { words, ...language, facets, sort, from: pageParam, limit: atOnce } },
        { signal },
      ),
    initialPageParam: 0,
    getNextPageParam: ({ body }: { body: FoundPractices }, pages) =>
      pages.length * atOnce < Math.min(body.total, 1000) ? pages.length * atOnce : undefined,
    placeholderData: keepPreviousData,
  })
}

/** maktab = мактаб = школа: the words of one meaning that were looked for. */
function Understood({ meant }: { meant: FoundPractices['meant'] }) {
  const t = useT()
  if (meant.length === 0) return null
  return (
    <p className={css.meant}>
      <span className="k-dim">{t('practices.find.searched')}</span>
      {meant.map(words => (
        <bdi key={words.join(' ')}>{words.join(' = ')}</bdi>
      ))}
    </p>
  )
}

/** Going back to the search finds it as it was left. */
function useKept(q: string) {
  const navigate = useNavigate()
  const kept = useLocation({ select: location => location.state.q ?? '' })
  useEffect(() => {
    if (q === kept) return
    void navigate({ to: '.', replace: true, resetScroll: false, state: state => ({ ...state, q }) })
  }, [q, kept, navigate])
}
