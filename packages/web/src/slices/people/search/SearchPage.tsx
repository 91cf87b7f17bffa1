/**
 * Find a person before registering one: one box for a name in any script and order, a number, a phone. Says what
 * matched and why. What is typed is asked by POST and kept in the history's state, never in the address.
 */
import { ActionIcon, Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch, IconUserPlus, IconX } from '@tabler/icons-react'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import { type RefObject, useEffect, useId, useRef, useState } from 'react'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Card } from '../../../ui/Card.tsx'
import { LoadingShape } from '../../../ui/LoadingShape.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { Refused } from '../../../ui/Answered.tsx'
import { useSearch } from '../api.ts'
import css from '../people.module.css'
import { firstOf, Found } from './Found.tsx'
import { Understood } from './Understood.tsx'

export function SearchPage() {
  const t = useT()
  const may = useMay()
  const kept = useLocation({ select: location => location.state.q ?? '' })
  const [text, setText] = useState(kept)
  const [asked] = useDebouncedValue(text.trim(), 300)
  const found = useSearch(asked)
  useKept(asked)
  const list = useRef<HTMLUListElement>(null)
  const box = useRef<HTMLInputElement>(null)
  const rows = asked.length < 2 ? [] : (found.data?.body.rows ?? [])
  return (
    <>
      <PageHead title={t('people.find')} />
      <SearchBox text={text} onText={setText} box={box} onDown={() => firstOf(list)} />
      {asked.length >= 2 && found.isPending && <LoadingShape rows={6} />}
      {asked.length >= 2 && found.isError && (
        <Refused error={found.error} again={() => void found.refetch()} />
      )}
      {asked.length >= 2 && found.isSuccess && (
        <section aria-labelledby="found" aria-busy={found.isFetching}>
          <div className={css.resultsHead}>
            <h2 id="found" aria-live="polite">
              {t('people.foundN', { n: rows.length })}
            </h2>
            <span className="k-dim k-small">{t('people.onlyOpen')}</span>
          </div>
          <Understood query={found.data.body.understood} />
          {rows.length > 0 && <Found rows={rows} list={list} box={box} />}
        </section>
      )}
      {may('people.register') && (found.isSuccess || asked.length < 2) && (
        <Card>
          <div className={css.nobody}>
            <p>
              <strong>{t(rows.length > 0 ? 'people.nobodyOfThese' : 'people.notYetThere')}</strong>{' '}
              {t(asked ? 'people.nobodyText' : 'people.searchFirst')}
            </p>
            <Button
              variant="default"
              component={Link}
              to="/people/new"
              state={{ q: text.trim() }}
              leftSection={<IconUserPlus size={18} stroke={1.7} />}
            >
              {t('people.registerNew')}
            </Button>
          </div>
        </Card>
      )}
    </>
  )
}

interface BoxProps {
  text: string
  onText: (text: string) => void
  box: RefObject<HTMLInputElement | null>
  /** The arrow leads from the box into what was found. */
  onDown: () => void
}

function SearchBox({ text, onText, box, onDown }: BoxProps) {
  const t = useT()
  const id = useId()
  useEffect(() => box.current?.focus(), [box])
  return (
    <search className={css.search}>
      <div className={css.box}>
        <IconSearch size={22} stroke={1.7} aria-hidden="true" />
        <input
          ref={box}
          id={id}
          aria-label={t('people.find')}
          aria-describedby={`${id}-hint`}
          value={text}
          maxLength={200}
          dir="auto"
          autoComplete="off"
          enterKeyHint="search"
          onChange={event => onText(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key !== 'ArrowDown') return
            event.preventDefault()
            onDown()
          }}
        />
        {text && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={44}
            aria-label={t('people.clearSearch')}
            onClick={() => {
              onText('')
              box.current?.focus()
            }}
          >
            <IconX size={20} stroke={1.7} />
          </ActionIcon>
        )}
      </div>
      <p id={`${id}-hint`} className="k-dim">
        {t('people.searchHint')}
      </p>
    </search>
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
