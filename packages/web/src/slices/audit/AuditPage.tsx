/** The ombudsperson's search: who did what, when, on which record, and whether it was refused. */
import type { AuditEntry } from '@kerege/contract/audit/schema'
import { outcomes } from '@kerege/contract/audit/schema'
import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useLoaded } from '../../i18n/language.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { type Translate, useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { type Colleagues, useColleagues } from '../../ui/form/useColleagues.ts'
import { DataList } from '../../ui/list/DataList.tsx'
import { takeOut } from '../../ui/list/takeOut.ts'
import type { Column, Filter } from '../../ui/list/types.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import { loadEntries, useLogState } from './api.ts'
import css from './audit.module.css'
import { EntryDrawer } from './EntryDrawer.tsx'
import { ProofDrawer } from './proof/ProofDrawer.tsx'
import { actions, actionText, outcomeKind } from './words.ts'

export function AuditPage() {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const { language } = useLoaded()
  const { options: accounts } = useColleagues()
  const [opened, open] = useState<AuditEntry>()
  const [proving, prove] = useState(false)
  const columns = useMemo(
    (): Column<AuditEntry>[] => [
      { id: 'who', label: t('audit.who'), cell: row => <Opener row={row} onOpen={open} /> },
      {
        id: 'outcome',
        label: t('audit.outcome'),
        cell: row => (
          <StatePill kind={outcomeKind[row.outcome]}>{t(`audit.outcome.${row.outcome}`)}</StatePill>
        ),
      },
      { id: 'action', label: t('audit.action'), cell: row => actionText(row.action, t) },
      {
        id: 'subjects',
        label: t('audit.records'),
        number: true,
        cell: row => format.number(row.subjects.length),
      },
      {
        id: 'at',
        label: t('audit.when'),
        cell: row => (
          <time className="k-num" dateTime={row.at}>
            {format.date(row.at, 'exact')}
          </time>
        ),
      },
      {
        id: 'number',
        label: t('audit.number'),
        number: true,
        cell: row => row.number !== undefined && format.number(row.number),
      },
    ],
    [t, format],
  )
  const filters = useMemo(() => filtersFor(t, accounts), [t, accounts])
  return (
    <>
      <PageHead
        title={t('audit.title')}
        facts={useLogFacts()}
        acts={
          <Button variant="default" onClick={() => prove(true)}>
            {t('audit.proof.open')}
          </Button>
        }
      />
      <DataList
        name="audit"
        label={t('audit.title')}
        columns={columns}
        filters={filters}
        load={loadEntries}
        rowId={row => row.id}
        rowName={row => <Opener row={row} onOpen={open} />}
        phone={row => ({
          state: row.outcome !== 'done' && (
            <StatePill kind={outcomeKind[row.outcome]}>{t(`audit.outcome.${row.outcome}`)}</StatePill>
          ),
          line: `${actionText(row.action, t)} · ${format.date(row.at, 'exact')}`,
        })}
        empty={{ title: t('audit.none'), text: t('audit.noneText') }}
        {...(may('export')
          ? { onExport: (query, reason, kind) => takeOut('audit', query, reason, kind, language) }
          : {})}
      />
      <EntryDrawer entry={opened} onClose={() => open(undefined)} />
      <ProofDrawer opened={proving} onClose={() => prove(false)} />
    </>
  )
}

function filtersFor(t: Translate, accounts: Colleagues['options']): Filter[] {
  return [
    accounts.length > 0
      ? { id: 'accountId', label: t('audit.who'), kind: 'choice', options: accounts }
      : { id: 'accountId', label: t('audit.accountId'), kind: 'text' },
    {
      id: 'action',
      label: t('audit.action'),
      kind: 'choice',
      options: actions.map(value => ({ value, label: actionText(value, t) })),
    },
    {
      id: 'outcome',
      label: t('audit.outcome'),
      kind: 'choice',
      options: outcomes.map(value => ({ value, label: t(`audit.outcome.${value}`) })),
    },
    { id: 'from', label: t('audit.from'), kind: 'date' },
    { id: 'to', label: t('audit.to'), kind: 'date' },
    { id: 'subjectId', label: t('audit.subjectId'), kind: 'text' },
  ]
}

function Opener({ row, onOpen }: { row: AuditEntry; onOpen: (row: AuditEntry) => void }) {
  const t = useT()
  return (
    <button type="button" className={css.opener} onClick={() => onOpen(row)}>
      <bdi>{row.who ?? t('audit.nobody')}</bdi>
    </button>
  )
}

/** How long the log is, and the first signs of its root: two people can compare them by telephone. */
function useLogFacts() {
  const t = useT()
  const log = useLogState().data?.body
  if (!log) return []
  return [
    t('audit.size', { n: log.size }),
    ...(log.root
      ? [
          <span key="root">
            {t('audit.root')} <span className={css.root}>{log.root.slice(0, 12)}</span>
          </span>,
        ]
      : []),
    ...(log.waiting > 0 ? [t('audit.waiting', { n: log.waiting })] : []),
  ]
}
