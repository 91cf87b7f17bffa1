/**
 * One row: the person and the family that it will become, what is to be said of it by column, who looks alike and why, and the
 * file's own text. With the row in focus, 1 accepts, 2 parks, 3 corrects, arrows go on.
 */
import type { ImportRow, ManifestImport } from '@kerege/contract/repatriation/manifest/imports'
import { correctImportRow, decideImportRow } from '@kerege/contract/repatriation/manifest/routes'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useState } from 'react'
import { useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { faultText, problemText } from '../../../ui/problems.ts'
import { type StateKind, StatePill } from '../../../ui/StatePill.tsx'
import { Alike } from './Alike.tsx'
import { CorrectDrawer } from './CorrectDrawer.tsx'
import css from './manifest.module.css'
import { firstFault, nameOf } from './words.ts'

const kinds: Record<ImportRow['problems'][number]['level'], StateKind> = {
  stop: 'stop',
  ask: 'wait',
  note: 'mute',
}
const decided: Record<ImportRow['decision'], StateKind> = { open: 'wait', accept: 'ok', park: 'mute' }

export function Row({ row, list }: { row: ImportRow; list: ManifestImport }) {
  const t = useT()
  const decide = useSend(decideImportRow)
  const [others, setOthers] = useState<readonly string[]>(row.others)
  const [sameAs, setSameAs] = useState(row.sameAs)
  const [correcting, setCorrecting] = useState(false)
  const open = list.state === 'open'
  const say = (decision: ImportRow['decision']) =>
    decide.mutate({
      input: {
        params: { id: list.id, rowId: row.id },
        body: { decision, ...(sameAs ? { sameAs } : {}), others: others.filter(id => id !== sameAs) },
      },
    })
  const keys: Record<string, () => void> = {
    1: () => say('accept'),
    2: () => say('park'),
    3: () => setCorrecting(true),
  }
  const onKey = (event: KeyboardEvent<HTMLLIElement>) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const away = { ArrowDown: 'nextElementSibling', ArrowUp: 'previousElementSibling' } as const
    const next = event.key in away && event.currentTarget[away[event.key as keyof typeof away]]
    const act = open ? keys[event.key] : undefined
    if (next instanceof HTMLElement) next.focus()
    else if (act) act()
    else return
    event.preventDefault()
  }
  const fault = decide.error && firstFault(decide.error)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the row takes keys of its own, each of which is a button too
    <li className={css.row} tabIndex={0} onKeyDown={onKey}>
      <Head row={row} />
      {row.problems.length > 0 && (
        <ul className={css.problems}>
          {row.problems.map(({ column, code, level, message, params }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one thing may be said of two cells
            <li key={`${code} ${at}`}>
              <StatePill kind={kinds[level]}>
                {column ? t('manifest.column', { column }) : t(`manifest.level.${level}`)}
              </StatePill>
              <bdi>{message}</bdi>
              {open && code === 'bracelet-taken' && (
                <TakeFree {...{ row, list }} free={String(params?.free)} />
              )}
            </li>
          ))}
        </ul>
      )}
      {row.lookAlikes.length > 0 && (
        <Alike row={row} open={open} {...{ sameAs, others }} onSame={setSameAs} onOthers={setOthers} />
      )}
      <Cells row={row} list={list} />
      {decide.error && (
        <Notice kind="stop" live>
          {fault ? faultText(fault, 'manifest') : problemText(decide.error, 'manifest')}
        </Notice>
      )}
      {open ? (
        <div className={css.acts}>
          <Button
            variant={row.decision === 'accept' ? 'filled' : 'default'}
            loading={decide.isPending}
            onClick={() => say('accept')}
          >
            {t('manifest.accept')}
          </Button>
          <Button variant="default" onClick={() => setCorrecting(true)}>
            {t('manifest.correct')}
          </Button>
          <Button variant="subtle" onClick={() => say(row.decision === 'park' ? 'open' : 'park')}>
            {t(row.decision === 'park' ? 'manifest.unpark' : 'manifest.park')}
          </Button>
        </div>
      ) : (
        row.personId && <Link to={`/people/${row.personId}`}>{t('manifest.openPerson')}</Link>
      )}
      <CorrectDrawer row={row} list={list} opened={correcting} onClose={() => setCorrecting(false)} />
    </li>
  )
}

/** Another number for the wrist, in one tap. */
function TakeFree({ row, list, free }: { row: ImportRow; list: ManifestImport; free: string }) {
  const t = useT()
  const correct = useSend(correctImportRow)
  const take = () =>
    correct.mutate({
      input: {
        params: { id: list.id, rowId: row.id },
        body: { person: { ...row.person, bracelet: free }, family: row.family },
      },
    })
  return (
    <Button size="compact-md" variant="default" loading={correct.isPending} onClick={take}>
      {t('manifest.takeFree', { free })}
    </Button>
  )
}

function Head({ row }: { row: ImportRow }) {
  const t = useT()
  const format = useFormat()
  const { person } = row
  const [first, ...more] = person.names
  const facts = [
    person.sex !== 'unknown' && t(`people.sex.${person.sex}`),
    person.birth.precision === 'estimated' ? format.age(person.birth) : `${format.birth(person.birth)}`,
    t(`people.role.${person.relation}`),
    person.citizenship,
    ...person.papers.map(paper => paper.value),
    person.leg,
    person.seat,
  ]
  return (
    <div className={css.rowHead}>
      <span className="k-dim k-num">{row.row}</span>
      <div>
        <strong>
          <bdi>{first ? nameOf(first) : t('manifest.noName')}</bdi>
        </strong>
        {more.map(name => (
          <span key={nameOf(name)} className="k-dim">
            {' '}
            <bdi>{nameOf(name)}</bdi>
          </span>
        ))}
        <p className="k-small">{facts.filter(Boolean).join(' · ')}</p>
        <p className="k-small k-dim">
          {t('manifest.inFamily')} <bdi>{row.familyName}</bdi>
          {person.head && person.relation !== 'head' && ` · ${t('manifest.head')}`}
        </p>
      </div>
      <span className={css.rowState}>
        <StatePill kind={decided[row.decision]}>{t(`manifest.decision.${row.decision}`)}</StatePill>
        {row.corrected && <StatePill kind="info">{t('manifest.corrected')}</StatePill>}
      </span>
    </div>
  )
}

function Cells({ row, list }: { row: ImportRow; list: ManifestImport }) {
  const t = useT()
  const filled = list.columns.flatMap((column, at) => {
    const text = row.cells[at]
    return text ? [{ ...column, text }] : []
  })
  return (
    <details className={css.cells}>
      <summary>{t('manifest.cells')}</summary>
      <dl>
        {filled.map(({ column, heading, text }) => (
          <div key={column}>
            <dt>
              {column} <bdi>{heading}</bdi>
            </dt>
            <dd dir="auto">{text}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
