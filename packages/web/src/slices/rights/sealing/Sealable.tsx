/** Whose records are past the age at which the state seals those of a child; and what the state has said of it. */
import type { SealRow } from '@kerege/contract/rights/sealing'
import { askSeal, listSealable, sealRules } from '@kerege/contract/rights/sealingRoutes'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, send, useGet, useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { DataList } from '../../../ui/list/DataList.tsx'
import type { Column, ListQuery } from '../../../ui/list/types.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'

// Values of a filter are words of the address; the contract's schema reads them on the other side.
const load = async (query: ListQuery, signal: AbortSignal) =>
  (await send(listSealable, { query: query as never }, { signal })).body

export function Sealable() {
  const t = useT()
  const format = useFormat()
  const [sealing, seal] = useState<SealRow>()
  const ask = useSend(askSeal)
  const rules = useGet(sealRules, {}).data?.body
  if (!rules) return null
  const act = (row: SealRow) =>
    row.approvalId ? (
      <Link to={`/approvals/${row.approvalId}`}>{t('sealing.asked')}</Link>
    ) : (
      !rules.needsReview && (
        <Button variant="default" size="sm" onClick={() => seal(row)}>
          {t('sealing.seal')}
        </Button>
      )
    )
  const columns: Column<SealRow>[] = [
    {
      id: 'person',
      label: t('retention.person'),
      cell: row => <Link to={`/people/${row.personId}`}>{row.person}</Link>,
    },
    { id: 'on', label: t('sealing.on'), cell: row => <span className="k-num">{format.date(row.on)}</span> },
    { id: 'act', label: t('retention.act'), cell: act },
  ]
  return (
    <section className="k-stack" aria-label={t('sealing.title')}>
      <h2>{t('sealing.title')}</h2>
      <p className="k-dim">
        {rules.years === undefined || rules.majority === undefined
          ? t('sealing.unsaid')
          : t('sealing.rule', { age: rules.majority + rules.years })}
        {' · '}
        {t('sealing.count', { n: rules.sealed })}
      </p>
      {rules.years !== undefined && rules.needsReview && <Notice kind="info">{t('sealing.proposal')}</Notice>}
      <DataList
        name="sealing"
        label={t('sealing.title')}
        columns={columns}
        load={load}
        rowId={row => row.personId}
        rowName={row => row.person}
        href={row => `/people/${row.personId}`}
        phone={row => ({
          state: <StatePill kind="info">{t('sealing.past')}</StatePill>,
          line: format.date(row.on),
          act: act(row),
        })}
        empty={{ title: t('sealing.none'), text: t('sealing.noneText') }}
      />
      <ReasonDialog
        opened={sealing !== undefined}
        onClose={() => seal(undefined)}
        title={t('sealing.seal')}
        consequence={t('sealing.sealText')}
        told={t('retention.eraseTold')}
        act={t('sealing.ask')}
        grave={false}
        slice="sealing"
        onAct={async reason => {
          if (!sealing) return
          await ask.mutateAsync({ input: { params: { id: sealing.personId }, body: { why: 'age', reason } } })
          await queryClient.invalidateQueries()
          seal(undefined)
        }}
      />
    </section>
  )
}
