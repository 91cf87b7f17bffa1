/** The programme written as a whole: each session by the clock of the host, with trainers of the roster. */
import { listRoster } from '@kerege/contract/practices/roster/routes'
import { getEvent, writeProgramme } from '@kerege/contract/practices/trainings/events/routes'
import type { Event } from '@kerege/contract/practices/trainings/events/schema'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { bodyOf, queryClient, send, useGet } from '../../../../api.ts'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { Answered } from '../../../../ui/Answered.tsx'
import { DayField } from '../../../../ui/form/DayField.tsx'
import { Form } from '../../../../ui/form/Form.tsx'
import { ManyChoiceField } from '../../../../ui/form/ManyChoiceField.tsx'
import { RepeatField } from '../../../../ui/form/RepeatField.tsx'
import { TextField } from '../../../../ui/form/TextField.tsx'
import { useForm } from '../../../../ui/form/useForm.ts'
import { newId } from '../../../../ui/newId.ts'
import { PageHead } from '../../../../ui/PageHead.tsx'
import { onlySaid } from '../../../council/parts/TextsField.tsx'
import { ShortText } from '../parts/ShortText.tsx'

export function ProgrammePage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useGet(getEvent, { params: { id } })}>{({ body }) => <Write event={body} />}</Answered>
  )
}

const shape = (values: unknown) => {
  const { sessions = [] } = values as { sessions?: Record<string, unknown>[] }
  return { sessions: sessions.map(one => ({ ...one, title: onlySaid(one.title) })) }
}

function Write({ event }: { event: Event }) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const trainers = useGet(listRoster, { query: { gives: 'train', limit: 200 } }).data?.body.rows ?? []
  const form = useForm({
    name: `trainings.programme.${event.id}`,
    schema: bodyOf(writeProgramme),
    initial: {
      sessions: event.sessions.map(one => ({
        id: one.id,
        title: one.title,
        day: one.host.day,
        from: one.host.from,
        until: one.host.until,
        trainerIds: one.trainers.map(trainer => trainer.entryId),
      })),
    },
    shape,
    send: (body, options) =>
      send(writeProgramme, { params: { id: event.id }, body }, { ...options, ifMatch: `"${event.version}"` }),
    onDone: () => {
      void queryClient.invalidateQueries()
      void navigate({ to: `/trainings/${event.id}` as never })
    },
  })
  return (
    <>
      <PageHead
        title={t('trainings.programme')}
        eyebrow={<Link to={`/trainings/${event.id}`}>{format.text(event.title).text}</Link>}
        facts={[t('trainings.clockOf', { city: event.city })]}
      />
      <Form form={form} submit={t('trainings.save')}>
        <RepeatField
          at="/sessions"
          legend={n => t('trainings.sessionNo', { n })}
          add={t('trainings.sessionAdd')}
          blank={() => ({ id: newId(), day: event.from, from: '09:00', until: '12:00', trainerIds: [] })}
          max={80}
        >
          {at => (
            <>
              <ShortText at={`${at}/title`} label={t('trainings.session')} />
              <DayField at={`${at}/day`} label={t('trainings.day')} />
              <TextField at={`${at}/from`} label={t('trainings.timeFrom')} maxLength={5} />
              <TextField at={`${at}/until`} label={t('trainings.timeUntil')} maxLength={5} />
              <ManyChoiceField
                at={`${at}/trainerIds`}
                label={t('trainings.trainers')}
                hint={t('trainings.trainersHint')}
                options={trainers
                  .filter(one => one.confirmed)
                  .map(one => ({ value: one.id, label: one.name }))}
                max={10}
              />
            </>
          )}
        </RepeatField>
      </Form>
    </>
  )
}
