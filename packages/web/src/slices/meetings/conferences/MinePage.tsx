/** Conferences that I called or am asked to: when and where. Of whom is said only where the record is open to me. */
import { addDays } from '@kerege/contract/tasks/rules'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Card } from '../../../ui/Card.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { useMyConferences } from '../api.ts'
import { InvitationRows } from './Invitations.tsx'

const back = 20
const ahead = 40

export function MinePage() {
  const t = useT()
  const { today } = useFormat()
  const query = useMyConferences(addDays(today, -back), addDays(today, ahead))
  return (
    <>
      <PageHead title={t('meetings.mine')} facts={[t('meetings.mineHint')]} />
      <Answered query={query}>
        {({ body }) => {
          const later = body.rows.filter(one => one.day >= today && one.state === 'planned')
          const past = body.rows.filter(one => !later.includes(one)).toReversed()
          if (body.rows.length === 0) return <EmptyState title={t('meetings.mineNone')} />
          return (
            <div className="k-stack">
              {later.length > 0 && (
                <Card flush title={t('meetings.ahead')}>
                  <InvitationRows rows={later} />
                </Card>
              )}
              {past.length > 0 && (
                <Card flush title={t('meetings.past')}>
                  <InvitationRows rows={past} />
                </Card>
              )}
            </div>
          )
        }}
      </Answered>
    </>
  )
}
