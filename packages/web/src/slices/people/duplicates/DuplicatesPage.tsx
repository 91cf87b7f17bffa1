/**
 * The queue of look-alikes, for somebody tired: one pair at a time, the queue beside it, every answer one key, and
 * every answer can be taken back. On a phone the queue comes first and a pair fills the screen.
 */
import type { Duplicate, DuplicateView } from '@kerege/contract/people/duplicates/schema'
import { Button } from '@mantine/core'
import { useHotkeys, useMediaQuery } from '@mantine/hooks'
import { IconAdjustmentsHorizontal, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { useListQuery } from '../../../ui/list/useListQuery.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { problemText } from '../../../ui/problems.ts'
import { type Until, usePair, usePairActs, useQueue, useTotal } from './api.ts'
import css from './duplicates.module.css'
import { FilterChips, useFilters } from './Filters.tsx'
import { MergeDrawer } from './MergeDrawer.tsx'
import { OnePair } from './OnePair.tsx'
import { Queue } from './Queue.tsx'

export function DuplicatesPage() {
  const t = useT()
  const { filters, list } = useFilters()
  const state = useListQuery(filters, undefined)
  const [filtering, filter] = useState(false)
  const queue = useQueue(state.query)
  const total = useTotal(state.query).data?.body.total
  const search = useSearch({ strict: false }) as { pair?: string }
  const wide = useMediaQuery('(min-width: 1024px)', true, { getInitialValueInEffect: false })
  const rows = queue.data?.body.rows ?? []
  const here = search.pair ?? (wide ? rows[0]?.id : undefined)
  // On a phone a pair needs the room; the queue has the filters.
  const alone = !wide && here !== undefined
  return (
    <>
      <PageHead
        title={t('people.dup.title')}
        {...(alone ? {} : { facts: [t('people.dup.lead')] })}
        acts={
          !alone && (
            <>
              <Button
                variant="default"
                leftSection={<IconAdjustmentsHorizontal size={18} stroke={1.7} />}
                onClick={() => filter(true)}
              >
                {t('ui.list.filters')}
              </Button>
              <Button variant="subtle" component={Link} to="/duplicates/settings">
                {t('people.dup.settings')}
              </Button>
            </>
          )
        }
      />
      <FilterChips {...{ filters, list, state, filtering, filter }} />
      <Answered query={queue} rows={6}>
        {() =>
          rows.length === 0 && !here ? (
            <EmptyState title={t('people.dup.none')}>{t('people.dup.noneText')}</EmptyState>
          ) : (
            <Deciding key="deciding" {...{ rows, total, here, wide }} address={state.filters} />
          )
        }
      </Answered>
    </>
  )
}

interface Props {
  rows: readonly Duplicate[]
  total: number | undefined
  here: string | undefined
  wide: boolean
  address: Record<string, string>
}

function Deciding({ rows, total, here, wide, address }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const at = rows.findIndex(row => row.id === here)
  const [merging, merge] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const undo = useRef<{ back: () => Promise<void>; pair: string | undefined } | undefined>(undefined)
  const acts = usePairActs(back => {
    undo.current = { back, pair: here }
  })
  const withPair = (pair: string) => ({ ...address, pair })
  const go = (pair: string | undefined) =>
    void navigate({ to: '/duplicates', search: (pair ? withPair(pair) : address) as never, replace: true })
  const step = (by: number) => {
    const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))]
    if (next) go(next.id)
  }
  /** What is decided leaves the queue, and the next pair takes its place. */
  const decide = async (act: () => Promise<void>) => {
    setProblem(undefined)
    const next = rows[at + 1] ?? rows[at - 1]
    try {
      await act()
      go(next?.id)
    } catch (error) {
      setProblem(problemText(error, 'people'))
    }
  }
  /** And comes back to where it was decided. */
  const takeBack = async () => {
    const last = undo.current
    undo.current = undefined
    if (!last) return
    setProblem(undefined)
    try {
      await last.back()
      go(last.pair)
    } catch (error) {
      setProblem(problemText(error, 'people'))
    }
  }
  useHotkeys([
    ['j', () => step(1)],
    ['k', () => step(-1)],
    ['u', () => void takeBack()],
  ])
  const place = at >= 0 && (
    <div className={css.place}>
      <span role="status">
        {t('people.dup.place', { n: at + 1, total: Math.max(total ?? 0, rows.length) })}
      </span>
      <Button
        variant="subtle"
        onClick={() => step(-1)}
        disabled={at === 0}
        aria-label={t('people.dup.previous')}
      >
        <IconChevronLeft size={18} stroke={1.7} aria-hidden="true" />
      </Button>
      <Button
        variant="subtle"
        onClick={() => step(1)}
        disabled={at === rows.length - 1}
        aria-label={t('people.dup.next')}
      >
        <IconChevronRight size={18} stroke={1.7} aria-hidden="true" />
      </Button>
    </div>
  )
  const queue = <Queue rows={rows} here={here} search={withPair} />
  if (!here) return queue
  return (
    <div className="k-aside">
      <div className="k-stack">
        {!wide && (
          <Link to="/duplicates" search={address as never} className={css.back}>
            {t('people.dup.toQueue')}
          </Link>
        )}
        {place}
        {problem && (
          <Notice kind="stop" live>
            {problem}
          </Notice>
        )}
        <Shown
          key={here}
          id={here}
          merging={merging === here}
          merge={open => merge(open ? here : undefined)}
          onTwo={pair => void decide(() => acts.twoPersons(pair))}
          onLater={(pair, until) => void decide(() => acts.later(pair, until))}
          onTakeUp={pair => void decide(() => acts.takeUp(pair))}
          onMerged={id => {
            const next = rows[at + 1] ?? rows[at - 1]
            acts.merged(id)
            go(next?.id)
          }}
        />
      </div>
      {wide && <aside aria-label={t('people.dup.queue')}>{queue}</aside>}
    </div>
  )
}

interface ShownProps {
  id: string
  merging: boolean
  merge: (open: boolean) => void
  onTwo: (pair: Duplicate) => void
  onLater: (pair: Duplicate, until: Until) => void
  onTakeUp: (pair: Duplicate) => void
  onMerged: (mergeId: string) => void
}

function Shown({ id, ...rest }: ShownProps) {
  return (
    <Answered query={usePair(id)} rows={8}>
      {({ body }) => <Answers view={body} {...rest} />}
    </Answered>
  )
}

/** The keys belong to the pair that is on the screen. */
function Answers({
  view,
  merging,
  merge,
  onMerged,
  ...acts
}: Omit<ShownProps, 'id'> & { view: DuplicateView }) {
  const free = view.pair.clashes.length === 0
  useHotkeys([
    ['s', () => free && merge(true)],
    ['n', () => acts.onTwo(view)],
    ['l', openLater],
  ])
  return (
    <>
      <OnePair view={view} onSame={() => merge(true)} {...acts} />
      <MergeDrawer view={view} opened={merging} onClose={() => merge(false)} onMerged={onMerged} />
    </>
  )
}

/** The focus stands on the menu, so that the arrows choose in it. */
function openLater(): void {
  const button = document.querySelector<HTMLElement>('[data-later]')
  button?.focus()
  button?.click()
}
