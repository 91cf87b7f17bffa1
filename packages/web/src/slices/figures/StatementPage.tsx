/** One statement: what the source says, whether it is preferred and why, and what was written down before. */
import { preferStatement, unpreferStatement, withdrawStatement } from '@kerege/contract/figures/routes'
import { parts, type StatementWithHistory } from '@kerege/contract/figures/schema'
import { Button } from '@mantine/core'
import { IconPencil, IconStar } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useSend } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { useFigures, useStatement } from './api.ts'
import { EditDrawer } from './EditDrawer.tsx'
import css from './figures.module.css'
import { Marks } from './Marks.tsx'
import { Revisions } from './Revisions.tsx'
import { useFigureWords, whenText } from './words.ts'

export function StatementPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useStatement(id)}>
      {({ body, etag }) => <OneStatement statement={body} etag={etag ?? ''} />}
    </Answered>
  )
}

function OneStatement({ statement, etag }: { statement: StatementWithHistory; etag: string }) {
  const t = useT()
  const may = useMay()
  const figures = useFigures()
  const prefer = useSend(preferStatement)
  const unprefer = useSend(unpreferStatement)
  const withdraw = useSend(withdrawStatement)
  const [over, setOver] = useState<'change' | 'prefer' | 'withdraw'>()
  const close = () => setOver(undefined)
  const params = { id: statement.id }
  const title = statement.operation ?? t('figures.allTogether')
  const mayEdit = may('figures.edit') && statement.stand === 'current'
  return (
    <>
      <PageHead
        title={title}
        eyebrow={<Link to="/figures">{t('figures.title')}</Link>}
        facts={[<Marks key="marks" statement={statement} />]}
        acts={
          mayEdit && (
            <>
              <Button
                variant="default"
                leftSection={<IconPencil size={18} stroke={1.7} />}
                onClick={() => setOver('change')}
              >
                {t('figures.correct')}
              </Button>
              {statement.preferred ? (
                <Button variant="default" onClick={() => unprefer.mutate({ input: { params, body: {} } })}>
                  {t('figures.unprefer')}
                </Button>
              ) : (
                <Button leftSection={<IconStar size={18} stroke={1.7} />} onClick={() => setOver('prefer')}>
                  {t('figures.prefer')}
                </Button>
              )}
            </>
          )
        }
      />
      <div className="k-stack">
        <Card title={t('figures.said')}>
          <Said statement={statement} />
        </Card>
        {statement.revisions.length > 0 && <Revisions revisions={statement.revisions} />}
        {mayEdit && (
          <div>
            <Button variant="outline" color="red" onClick={() => setOver('withdraw')}>
              {t('figures.withdraw')}
            </Button>
          </div>
        )}
      </div>
      <EditDrawer
        statement={statement}
        series={figures.data?.body.series ?? []}
        etag={etag}
        opened={over === 'change'}
        onClose={close}
      />
      <ReasonDialog
        opened={over === 'prefer'}
        onClose={close}
        title={t('figures.prefer')}
        consequence={t('figures.preferText')}
        act={t('figures.prefer')}
        grave={false}
        slice="figures"
        onAct={reason => prefer.mutateAsync({ input: { params, body: { reason } } })}
      />
      <ReasonDialog
        opened={over === 'withdraw'}
        onClose={close}
        title={t('figures.withdraw')}
        consequence={t('figures.withdrawText')}
        act={t('figures.withdraw')}
        slice="figures"
        onAct={reason => withdraw.mutateAsync({ input: { params, body: { reason } } })}
      />
    </>
  )
}

function Said({ statement }: { statement: StatementWithHistory }) {
  const t = useT()
  const format = useFormat()
  const words = useFigureWords()
  const { source, preferred } = statement
  const numbers = parts.map((part): readonly [string, string] => {
    const reported = statement.values[part]
    return [t(`figures.part.${part}`), reported ? words.reported(reported) : t('figures.notSaid')]
  })
  return (
    <Facts
      facts={[
        [t('figures.day'), statement.when ? whenText(statement.when) : t('figures.noDay')],
        ...numbers,
        ...(statement.sumOf.length > 0
          ? [[t('figures.sumOfField'), statement.sumOf.join('; ')] as const]
          : []),
        [
          t('figures.source'),
          <a key="source" href={source.url} rel="noreferrer" target="_blank">
            <bdi>{source.title ?? source.publisher}</bdi>
          </a>,
        ],
        [t('figures.publisher'), <bdi key="publisher">{source.publisher}</bdi>],
        ...(statement.statedOn ? [[t('figures.statedOn'), whenText(statement.statedOn)] as const] : []),
        ...(preferred
          ? [
              [
                t('figures.preferred'),
                [preferred.reason, preferred.by, format.date(preferred.at)].filter(Boolean).join(' · '),
              ] as const,
            ]
          : []),
        ...(statement.note
          ? [
              [
                t('figures.note'),
                <span key="note" className={css.note} dir="auto">
                  {statement.note}
                </span>,
              ] as const,
            ]
          : []),
      ]}
    />
  )
}
