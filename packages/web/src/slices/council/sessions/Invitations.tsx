/** Whom the session is for: each party with its answer, how many come and how many came. */
import { answerInvitation, inviteParty, listParties } from '@kerege/contract/council/routes'
import type { Session } from '@kerege/contract/council/schema'
import { invitationStates } from '@kerege/contract/council/sessions'
import { Button, NativeSelect } from '@mantine/core'
import { useGet, useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'
import { StatePill } from '../../../ui/StatePill.tsx'
import css from '../council.module.css'
import { PartyLabel, partyText } from '../parts/Said.tsx'

const kinds = { invited: 'mute', confirmed: 'ok', declined: 'mute' } as const

export function Invitations({ session }: { session: Session }) {
  const t = useT()
  const format = useFormat()
  const may = useMay()('council.prepare')
  const parties = useGet(listParties, {}, { enabled: may })
  const invite = useSend(inviteParty)
  const invited = new Set(session.invitations.map(one => one.party.id))
  const rest = (parties.data?.body.rows ?? []).filter(one => !invited.has(one.id))
  const answer = (partyId: string, state: (typeof invitationStates)[number]) =>
    invite.mutate({ input: { params: { id: session.id, partyId }, body: { state } } })
  const open = may && session.state !== 'called-off' && session.state !== 'closed'
  const reply = useSend(answerInvitation)
  const answers = session.state === 'planned' || session.state === 'invited'
  const error = invite.error ?? reply.error
  return (
    <Card
      flush
      title={t('council.invitations')}
      note={t('council.confirmedN', {
        n: session.invitations.filter(one => one.state === 'confirmed').length,
        of: session.invitations.length,
      })}
    >
      {error && (
        <Notice kind="stop" live>
          {problemText(error, 'council')}
        </Notice>
      )}
      <ul className={css.rows}>
        {session.invitations.map(({ party, state, people, attended }) => (
          <li key={party.id}>
            <div className={css.words}>
              <PartyLabel party={party} />
              <div className="k-dim k-small">
                {[
                  t(`council.class.${party.classification}`),
                  t('council.peopleN', { n: people }),
                  ...(attended > 0 ? [t('council.attendedN', { n: attended })] : []),
                ].join(' · ')}
              </div>
            </div>
            {open ? (
              <NativeSelect
                aria-label={t('council.answerOf', { party: partyText(party, format) })}
                value={state}
                data={invitationStates.map(value => ({ value, label: t(`council.answer.${value}`) }))}
                onChange={event => answer(party.id, event.currentTarget.value as typeof state)}
              />
            ) : (
              <StatePill kind={kinds[state]}>{t(`council.answer.${state}`)}</StatePill>
            )}
            {!open && answers && session.mine.includes(party.id) && (
              <div className={css.acts}>
                {(['confirmed', 'declined'] as const)
                  .filter(one => one !== state)
                  .map(one => (
                    <Button
                      key={one}
                      variant={one === 'confirmed' ? 'filled' : 'default'}
                      loading={reply.isPending && reply.variables.input.body.state === one}
                      onClick={() =>
                        reply.mutate({
                          input: { params: { id: session.id, partyId: party.id }, body: { state: one } },
                        })
                      }
                    >
                      {t(`council.invitation.${one === 'confirmed' ? 'come' : 'decline'}`)}
                    </Button>
                  ))}
              </div>
            )}
          </li>
        ))}
        {open && rest.length > 0 && (
          <li>
            <NativeSelect
              style={{ flex: '1 1 220px' }}
              label={t('council.invite')}
              value=""
              data={[
                { value: '', label: t('ui.form.choose') },
                ...rest.map(one => ({ value: one.id, label: partyText(one, format) })),
              ]}
              onChange={event => event.currentTarget.value && answer(event.currentTarget.value, 'invited')}
            />
          </li>
        )}
      </ul>
    </Card>
  )
}
