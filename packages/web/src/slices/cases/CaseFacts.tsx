/** Beside a case: who works with the family, how they came as far as that is open, other cases, and the end of a mistake. */
import { takeCaseStep } from '@kerege/contract/cases/routes'
import type { Case } from '@kerege/contract/cases/schema'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useSend } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'

export function CaseFacts({ one }: { one: Case }) {
  const t = useT()
  const format = useFormat()
  const [ending, end] = useState(false)
  const take = useSend(takeCaseStep)
  const mayEnd = one.state === 'arrived' && one.open.some(({ to }) => to === 'ended')
  const origins = [...new Set(one.origins.map(({ origin }) => t(`cases.origin.${origin}`)))]
  return (
    <aside className="k-stack" aria-label={t('cases.facts')}>
      <Card
        title={t('cases.facts')}
        foot={
          mayEnd && (
            <Button variant="outline" color="red" onClick={() => end(true)}>
              {t('cases.end')}
            </Button>
          )
        }
      >
        <Facts
          facts={[
            [t('cases.worker'), one.worker?.name ?? t('cases.nobody')],
            ...(one.team ? [[t('cases.team'), one.team.name] as const] : []),
            ...(one.household
              ? [
                  [
                    t('cases.household'),
                    <Link key="home" to={`/people/${one.personId}/kinship`}>
                      <bdi>{one.household}</bdi>
                    </Link>,
                  ] as const,
                ]
              : []),
            [t('cases.opened'), format.date(one.openedAt, 'text')],
            ...(one.lookOn ? [[t('cases.lookOn'), format.date(one.lookOn, 'text')] as const] : []),
            ...(origins.length > 0 ? [[t('cases.came'), origins.join('; ')] as const] : []),
          ]}
        />
      </Card>
      {one.others.length > 0 && (
        <Card title={t('cases.others')}>
          <ul>
            {one.others.map(other => (
              <li key={other.id}>
                <Link to={`/cases/${other.id}`}>{t('cases.one', { number: other.number })}</Link>
                <span className="k-dim">{` ${t(`cases.state.${other.state}`)}`}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <ReasonDialog
        opened={ending}
        onClose={() => end(false)}
        title={t('cases.end.title')}
        consequence={t('cases.end.text')}
        keep={t('cases.end.keep')}
        act={t('cases.end.act')}
        slice="cases"
        onAct={reason =>
          take.mutateAsync({ input: { params: { id: one.id }, body: { to: 'ended', reason } } })
        }
      />
    </aside>
  )
}
