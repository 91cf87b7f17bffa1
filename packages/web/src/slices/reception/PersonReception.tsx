/** Reception on the page of one person: where they sleep, what they need now, what is kept for them. */
import { giveBack } from '@kerege/contract/repatriation/reception/routes'
import type {
  Belonging,
  PersonReception as Reception,
  Triage,
} from '@kerege/contract/repatriation/reception/schema'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Card } from '../../ui/Card.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { DayField } from '../../ui/form/DayField.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { StatePill } from '../../ui/StatePill.tsx'
import { toast } from '../../ui/toasts.ts'
import { usePersonReception } from './api.ts'
import { BelongingDrawer } from './BelongingDrawer.tsx'
import { NeedsDrawer } from './NeedsDrawer.tsx'
import css from './reception.module.css'

export function PersonReception({ personId }: { personId: string }) {
  const may = useMay()
  const body = usePersonReception(personId, may('repatriation.read')).data?.body
  if (!body) return null
  const nothing = body.stays.length === 0 && body.belongings.length === 0 && body.triage.length === 0
  if (nothing && !body.mayWork && body.mayTriage.length === 0) return null
  return (
    <>
      {body.stays.length > 0 && <Stays reception={body} />}
      {(body.triage.length > 0 || body.mayTriage.length > 0) && (
        <Needs personId={personId} reception={body} />
      )}
      {(body.belongings.length > 0 || body.mayWork) && <Belongings personId={personId} reception={body} />}
    </>
  )
}

function Stays({ reception }: { reception: Reception }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card flush title={t('reception.title')}>
      <ul className={css.rows}>
        {reception.stays.map(stay => (
          <li key={stay.id}>
            <div>
              <Link to={`/reception/${stay.siteId}`}>
                <bdi>{stay.site}</bdi>
              </Link>
              {stay.room && (
                <>
                  {', '}
                  <bdi>{stay.room}</bdi>
                </>
              )}
              <div className="k-dim k-small">
                {format.date(stay.from)}
                {stay.to && ` – ${format.date(stay.to)}`}
              </div>
            </div>
            {stay.ended ? (
              <StatePill kind="mute">{t(`reception.ending.${stay.ended}`)}</StatePill>
            ) : (
              <StatePill kind="ok">{t('reception.here')}</StatePill>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

interface Props {
  personId: string
  reception: Reception
}

function Needs({ personId, reception }: Props) {
  const t = useT()
  const [kind, open] = useState<Triage['kind']>()
  return (
    <Card
      flush
      title={t('reception.needs')}
      side={reception.mayTriage.map(one => (
        <Button
          key={one}
          variant="subtle"
          leftSection={<IconPlus size={18} stroke={1.7} />}
          onClick={() => open(one)}
        >
          {t(`reception.add.${one}`)}
        </Button>
      ))}
    >
      {reception.triage.length === 0 ? (
        <p className={css.empty}>{t('reception.noNeeds')}</p>
      ) : (
        <ul className={css.rows}>
          {reception.triage.map(one => (
            <NeedRow key={one.id} triage={one} />
          ))}
        </ul>
      )}
      <NeedsDrawer personId={personId} kind={kind} onClose={() => open(undefined)} />
    </Card>
  )
}

function NeedRow({ triage }: { triage: Triage }) {
  const t = useT()
  const format = useFormat()
  return (
    <li>
      <div>
        <div>
          {triage.needs.length > 0
            ? format.list(triage.needs.map(need => t(`reception.need.${need}`)))
            : t('reception.needsNothing')}
        </div>
        {triage.note && <div dir="auto">{triage.note}</div>}
        <div className="k-dim k-small">
          {t(`reception.triage.${triage.kind}`)}
          {' · '}
          {triage.by.name}
          {' · '}
          {format.date(triage.at, 'exact')}
        </div>
      </div>
      <StatePill kind={triage.urgency === 'now' ? 'stop' : triage.urgency === 'none' ? 'mute' : 'wait'}>
        {t(`reception.urgency.${triage.urgency}`)}
      </StatePill>
    </li>
  )
}

function Belongings({ personId, reception }: Props) {
  const t = useT()
  const format = useFormat()
  const [adding, add] = useState(false)
  const [giving, give] = useState<Belonging>()
  return (
    <Card
      flush
      title={t('reception.belongings')}
      side={
        reception.mayWork && (
          <Button
            variant="subtle"
            leftSection={<IconPlus size={18} stroke={1.7} />}
            onClick={() => add(true)}
          >
            {t('reception.add.belonging')}
          </Button>
        )
      }
    >
      {reception.belongings.length === 0 ? (
        <p className={css.empty}>{t('reception.noBelongings')}</p>
      ) : (
        <ul className={css.rows}>
          {reception.belongings.map(one => (
            <li key={one.id}>
              <div>
                <div dir="auto">{one.what}</div>
                <div className="k-dim k-small">
                  {one.givenBack
                    ? t('reception.givenBack', {
                        day: format.date(one.givenBack.on),
                        to: one.givenBack.to,
                      })
                    : [one.where, format.date(one.at), one.by.name].filter(Boolean).join(' · ')}
                </div>
              </div>
              {reception.mayWork && !one.givenBack && (
                <Button variant="subtle" onClick={() => give(one)}>
                  {t('reception.giveBack')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <BelongingDrawer personId={personId} opened={adding} onClose={() => add(false)} />
      <Drawer opened={giving !== undefined} onClose={() => give(undefined)} title={t('reception.giveBack')}>
        {giving && <GiveBackForm personId={personId} belonging={giving} onClose={() => give(undefined)} />}
      </Drawer>
    </Card>
  )
}

function GiveBackForm({
  personId,
  belonging,
  onClose,
}: {
  personId: string
  belonging: Belonging
  onClose: () => void
}) {
  const t = useT()
  const { today } = useFormat()
  const [initial] = useState(() => ({ on: today }))
  const form = useForm({
    name: 'reception.giveBack',
    schema: bodyOf(giveBack),
    initial,
    draft: false,
    send: (body, options) =>
      send(giveBack, { params: { id: personId, belongingId: belonging.id }, body }, options),
    onDone: async () => {
      await queryClient.invalidateQueries()
      toast(t('reception.saved'))
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('reception.save')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <p dir="auto">{belonging.what}</p>
      <TextField at="/to" label={t('reception.field.to')} maxLength={160} />
      <DayField at="/on" label={t('reception.field.on')} />
    </Form>
  )
}
