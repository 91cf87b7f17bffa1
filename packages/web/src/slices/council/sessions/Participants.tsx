/** Who comes, for badges and visas, and who was there. Each delegation sees and registers its own. */
import { changeParticipant, registerParticipant, removeParticipant } from '@kerege/contract/council/routes'
import type { Participant, PartyName, Session } from '@kerege/contract/council/schema'
import { hasBegun } from '@kerege/contract/council/sessions'
import { ActionIcon, Button, Checkbox } from '@mantine/core'
import { IconDownload, IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { bodyOf, queryClient, send, useSend } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Card } from '../../../ui/Card.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField, TickField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { ExportDialog } from '../../../ui/list/ExportDialog.tsx'
import { takeOut } from '../../../ui/list/takeOut.ts'
import { newId } from '../../../ui/newId.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'
import css from '../council.module.css'
import { PartyLabel, partyText } from '../parts/Said.tsx'

export function Participants({ session }: { session: Session }) {
  const t = useT()
  const may = useMay()
  const { language } = useLoaded()
  const [adding, setAdding] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const [changing, setChanging] = useState<Participant>()
  const open = session.state !== 'closed' && session.state !== 'called-off'
  // A delegation registers its own, and is not shown others only to be refused.
  const parties = session.invitations
    .filter(
      ({ party, state }) =>
        state !== 'declined' && (may('council.prepare') || session.mine.includes(party.id)),
    )
    .map(({ party }) => party)
  const mayAdd = open && parties.length > 0
  return (
    <Card
      flush
      title={t(session.state === 'closed' ? 'council.participants.were' : 'council.participants')}
      note={may('council.prepare') ? undefined : t('council.participants.own')}
      foot={
        <div className={css.acts}>
          {mayAdd && (
            <Button variant="default" onClick={() => setAdding(true)}>
              {t('council.register')}
            </Button>
          )}
          {may('council.prepare') && may('export') && (
            <Button
              variant="subtle"
              leftSection={<IconDownload size={18} stroke={1.7} />}
              onClick={() => setLeaving(true)}
            >
              {t('council.badges')}
            </Button>
          )}
        </div>
      }
    >
      {session.participants.length === 0 && <p className={css.empty}>{t('council.participants.none')}</p>}
      <ul className={css.rows}>
        {session.participants.map(one => (
          <Row key={one.id} one={one} session={session} onChange={() => setChanging(one)} />
        ))}
      </ul>
      <Drawer opened={adding} onClose={() => setAdding(false)} title={t('council.register')}>
        <RegisterForm session={session} parties={parties} onDone={() => setAdding(false)} />
      </Drawer>
      <Drawer
        opened={changing !== undefined}
        onClose={() => setChanging(undefined)}
        title={t('council.participant.change')}
      >
        {changing && (
          <ChangeForm
            key={`${changing.id}${changing.version}`}
            one={changing}
            onDone={() => setChanging(undefined)}
          />
        )}
      </Drawer>
      <ExportDialog
        opened={leaving}
        onClose={() => setLeaving(false)}
        onExport={(reason, format) =>
          takeOut('participants', { sessionId: session.id }, reason, format, language)
        }
      />
    </Card>
  )
}

function Row({ one, session, onChange }: { one: Participant; session: Session; onChange: () => void }) {
  const t = useT()
  const may = useMay()
  const change = useSend(changeParticipant)
  const party = session.invitations.find(({ party: { id } }) => id === one.partyId)?.party
  const { name, function: post, head, way, visa } = one
  return (
    <li>
      <div className={css.words}>
        <bdi>{name}</bdi>
        <div className="k-dim k-small">
          {party && <PartyLabel party={party} />}
          {[
            '',
            ...(post ? [post] : []),
            ...(head ? [t('council.head')] : []),
            t(`council.way.${way}`),
            ...(visa ? [t('council.visa')] : []),
          ].join(' · ')}
        </div>
      </div>
      {!hasBegun(session.state) && session.state !== 'called-off' && (
        <ActionIcon variant="subtle" aria-label={t('council.changeOf', { name })} onClick={onChange}>
          <IconPencil size={18} stroke={1.7} />
        </ActionIcon>
      )}
      {may('council.prepare') && hasBegun(session.state) ? (
        <Checkbox
          label={t('council.attended')}
          checked={one.attended ?? false}
          onChange={event =>
            change.mutate({
              input: {
                params: { id: one.id },
                body: {
                  name,
                  head,
                  way,
                  visa,
                  ...(post ? { function: post } : {}),
                  attended: event.currentTarget.checked,
                },
              },
              options: { ifMatch: `"${one.version}"` },
            })
          }
        />
      ) : (
        one.attended && <span>{t('council.attended')}</span>
      )}
    </li>
  )
}

interface RegisterProps {
  session: Session
  parties: readonly PartyName[]
  onDone: () => void
}

function RegisterForm({ session, parties, onDone }: RegisterProps) {
  const t = useT()
  const format = useFormat()
  const [initial] = useState(() => ({
    id: newId(),
    way: 'in-person',
    head: false,
    visa: false,
    ...(parties.length === 1 ? { partyId: parties[0]?.id } : {}),
  }))
  const form = useForm({
    name: `council.register.${session.id}`,
    schema: bodyOf(registerParticipant),
    initial,
    send: (body, options) => send(registerParticipant, { params: { id: session.id }, body }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      onDone()
    },
  })
  return (
    <Form form={form} submit={t('council.register')}>
      <ChoiceField
        compact
        at="/partyId"
        label={t('council.party')}
        options={parties.map(party => ({ value: party.id, label: partyText(party, format) }))}
      />
      <PersonFields />
    </Form>
  )
}

/** What stands on a badge may change until the day; who does not come is taken off, and nobody keeps the name. */
function ChangeForm({ one, onDone }: { one: Participant; onDone: () => void }) {
  const t = useT()
  const { id, version, partyId: _, attended, ...content } = one
  const remove = useSend(removeParticipant)
  const form = useForm({
    name: `council.participant.${id}.${version}`,
    schema: bodyOf(changeParticipant),
    initial: { ...content, ...(attended === undefined ? {} : { attended }) },
    send: (body, options) =>
      send(changeParticipant, { params: { id }, body }, { ...options, ifMatch: `"${version}"` }),
    onDone: () => {
      void queryClient.invalidateQueries()
      onDone()
    },
  })
  return (
    <>
      <Form form={form} submit={t('council.save')}>
        <PersonFields />
      </Form>
      {attended === undefined && (
        <Button
          variant="subtle"
          color="red"
          loading={remove.isPending}
          onClick={() => remove.mutate({ input: { params: { id } } }, { onSuccess: onDone })}
        >
          {t('council.participant.remove')}
        </Button>
      )}
      {remove.isError && (
        <Notice kind="stop" live>
          {problemText(remove.error, 'council')}
        </Notice>
      )}
    </>
  )
}

function PersonFields() {
  const t = useT()
  return (
    <>
      <TextField at="/name" label={t('council.name')} maxLength={160} />
      <TextField at="/function" label={t('council.function')} optional maxLength={200} />
      <ChoiceField
        at="/way"
        label={t('council.way')}
        options={(['in-person', 'online'] as const).map(value => ({
          value,
          label: t(`council.way.${value}`),
        }))}
      />
      <TickField at="/head" label={t('council.head')} />
      <TickField at="/visa" label={t('council.visa')} />
    </>
  )
}
