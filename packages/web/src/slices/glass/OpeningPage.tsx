/** One file opened in an emergency: by whom, why, how far, how often it was looked at, and what somebody else said of it. */
import type { Opening } from '@kerege/contract/glass/schema'
import { closeOpening } from '@kerege/contract/glass/routes'
import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, useSend } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useMay, useSession } from '../../shell/session.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { useOpening } from './api.ts'
import { OpeningState } from './OpeningState.tsx'
import { ReviewDrawer } from './ReviewDrawer.tsx'

export function OpeningPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return <Answered query={useOpening(id)}>{({ body }) => <Whole one={body} />}</Answered>
}

function Whole({ one }: { one: Opening }) {
  const t = useT()
  const may = useMay()
  const format = useFormat()
  const { account } = useSession()
  const [reviewing, review] = useState(false)
  const shut = useSend(closeOpening)
  const mine = one.by.id === account.id
  const facts = [
    [t('glass.by'), one.by.name],
    [t('glass.role'), t(`access.role.${one.role}`)],
    [t('glass.agency'), one.agency],
    ...(one.person
      ? [
          [
            t('glass.person'),
            <Link key="person" to={`/people/${one.person.id}`}>
              {one.person.name ?? t('glass.toFile')}
            </Link>,
          ] as const,
        ]
      : []),
    [t('glass.sections'), format.list(one.sections.map(section => t(`access.compartment.${section}`)))],
    [t('glass.files'), format.number(one.files)],
    [t('glass.opened'), format.date(one.openedAt, 'exact')],
    one.endedAt
      ? ([t('glass.ended'), format.date(one.endedAt, 'exact')] as const)
      : ([t('glass.until'), format.date(one.endsAt, 'exact')] as const),
    [t('glass.looks'), format.number(one.looks)],
    ...(one.verdict ? [] : [[t('glass.due'), format.date(one.reviewDue)] as const]),
  ] as const
  return (
    <>
      <PageHead
        title={t('glass.open')}
        eyebrow={
          <Link to={may('glass.review') ? '/glass' : '/glass/open'}>
            {t(may('glass.review') ? 'glass.title' : 'glass.open')}
          </Link>
        }
        facts={[<OpeningState key="state" row={one} />]}
        acts={
          <>
            {mine && one.state === 'open' && (
              <Button
                variant="default"
                onClick={() =>
                  void shut
                    .mutateAsync({ input: { params: { id: one.id }, body: {} } })
                    .then(() => queryClient.invalidateQueries())
                }
              >
                {t('glass.close')}
              </Button>
            )}
            {one.mayReview && <Button onClick={() => review(true)}>{t('glass.review')}</Button>}
          </>
        }
      />
      <div className="k-stack">
        <Card title={t('glass.reason')}>
          {one.reason ? <p dir="auto">{one.reason}</p> : <p className="k-dim">{t('glass.erased')}</p>}
        </Card>
        {one.verdict && (
          <Card title={t('glass.reviewed')}>
            <div className="k-stack">
              {one.words ? <p dir="auto">{one.words}</p> : <p className="k-dim">{t('glass.erased')}</p>}
              <Facts
                facts={[
                  [
                    t('glass.reviewedBy'),
                    [one.reviewedBy?.name, one.reviewedAt && format.date(one.reviewedAt, 'exact')]
                      .filter(Boolean)
                      .join(', '),
                  ],
                ]}
              />
            </div>
          </Card>
        )}
        <Card
          title={t('glass.opened')}
          foot={may('audit.search') && <Link to={`/audit?subjectId=${one.id}`}>{t('glass.inLog')}</Link>}
        >
          <Facts facts={facts} />
        </Card>
      </div>
      <ReviewDrawer one={one} opened={reviewing} onClose={() => review(false)} />
    </>
  )
}
