/** One request to see a file: what would be shown, as far as it is open to the reader, and what is kept back with why. */
import {
  type FileItem,
  type FilePreview,
  type FileRequest,
  withheldReasons,
} from '@kerege/contract/rights/files'
import { withholdItem } from '@kerege/contract/rights/fileRoutes'
import { Button, NativeSelect } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { useFilePreview } from './api.ts'
import { FileState } from './FileState.tsx'
import { HandOverDrawer } from './HandOverDrawer.tsx'
import { HeldItems } from './HeldItems.tsx'

export function FilePage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return <Answered query={useFilePreview(id)}>{({ body }) => <Whole body={body} />}</Answered>
}

function Whole({ body: { request, heads, mayWithhold } }: { body: FilePreview }) {
  const t = useT()
  const format = useFormat()
  const [handing, hand] = useState(false)
  return (
    <>
      <PageHead
        title={t('files.one')}
        shown={<bdi>{request.person}</bdi>}
        eyebrow={
          <>
            <Link to={`/people/${request.personId}`}>
              <bdi>{request.person}</bdi>
            </Link>
            {` · ${t('files.one')}`}
          </>
        }
        facts={[
          <FileState key="state" row={request} />,
          t('files.due', { day: format.date(request.due, 'text') }),
        ]}
        acts={
          request.state === 'released' &&
          request.mayChange && <Button onClick={() => hand(true)}>{t('files.hand')}</Button>
        }
      />
      <div className="k-stack">
        {request.approvalId && (
          <Notice
            kind="wait"
            act={
              <Button variant="default" component={Link} to={`/approvals/${request.approvalId}`}>
                {t('files.openApproval')}
              </Button>
            }
          >
            {t('files.waits')}
          </Notice>
        )}
        <Card title={t('files.request')}>
          <Facts facts={factsOf(request, t, format)} />
        </Card>
        {mayWithhold.length > 0 && <Notice kind="info">{t('files.look')}</Notice>}
        <HeldItems
          heads={heads}
          t={t}
          words={{
            head: head => t(`files.head.${head}` as 'files.head.person'),
            label: label => t(`files.label.${label}` as 'files.label.name'),
            withheld: reason => t(`files.withheld.${reason}`),
          }}
          side={item => mayWithhold.includes(item.section) && <Withhold id={request.id} item={item} />}
        />
      </div>
      <HandOverDrawer request={request} opened={handing} onClose={() => hand(false)} />
    </>
  )
}

function Withhold({ id, item }: { id: string; item: FileItem }) {
  const t = useT()
  const send = useSend(withholdItem)
  return (
    <NativeSelect
      size="sm"
      mt={8}
      maw={360}
      aria-label={t('files.withhold')}
      disabled={send.isPending}
      value={item.withheld ?? ''}
      data={[
        { value: '', label: t('files.shown') },
        ...withheldReasons.map(value => ({ value, label: t(`files.withheld.${value}`) })),
      ]}
      onChange={event => {
        const reason = withheldReasons.find(one => one === event.currentTarget.value)
        send.mutate({
          input: {
            params: { id },
            body: { part: item.part, rowId: item.rowId, ...(reason ? { reason } : {}) },
          },
        })
      }}
    />
  )
}

function factsOf(
  one: FileRequest,
  t: ReturnType<typeof useT>,
  format: ReturnType<typeof useFormat>,
): (readonly [string, string])[] {
  const facts: [string, string | undefined][] = [
    [t('files.by'), t(`files.by.${one.askedBy}`)],
    [t('files.identity'), [t(`files.identity.${one.identity}`), one.identityNote].filter(Boolean).join(', ')],
    [t('files.language'), format.language(one.language)],
    [t('files.askedOn'), format.date(one.askedOn)],
    [t('files.recordedBy'), one.by.name],
    [t('files.openUntil'), one.openUntil && format.date(one.openUntil)],
    [t('files.openedTimes'), one.opened > 0 ? format.number(one.opened) : undefined],
    [
      t('files.handed'),
      one.handed &&
        [t(`files.how.${one.handed.how}`), format.date(one.handed.on), one.handed.by.name].join(', '),
    ],
    [t('files.keptBack'), one.withheld > 0 ? format.number(one.withheld) : undefined],
  ]
  return facts.flatMap(([label, value]) => (value ? [[label, value] as const] : []))
}
