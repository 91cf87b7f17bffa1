/** Which libraries are looked at: added, paused, looked at now, forgotten with a reason. */
import {
  addLibrary,
  changeLibrary,
  lookAtLibrary,
  removeLibrary,
} from '@kerege/contract/practices/libraries/routes'
import { AddLibrary, type Library } from '@kerege/contract/practices/libraries/schema'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { send, useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import { toast } from '../../../ui/toasts.ts'
import css from './ecosystem.module.css'

export function LibrariesCard({ rows }: { rows: readonly Library[] }) {
  const t = useT()
  const [adding, add] = useState(false)
  return (
    <Card title={t('ecosystem.elsewhere.libraries')}>
      <ul className={css.libraries}>
        {rows.map(row => (
          <One key={row.id} row={row} />
        ))}
      </ul>
      <Button variant="default" leftSection={<IconPlus size={18} stroke={1.7} />} onClick={() => add(true)}>
        {t('ecosystem.elsewhere.add')}
      </Button>
      <Drawer opened={adding} onClose={() => add(false)} title={t('ecosystem.elsewhere.add')}>
        <AddForm onDone={() => add(false)} />
      </Drawer>
    </Card>
  )
}

function One({ row }: { row: Library }) {
  const t = useT()
  const format = useFormat()
  const change = useSend(changeLibrary)
  const look = useSend(lookAtLibrary)
  const remove = useSend(removeLibrary)
  const [removing, ask] = useState(false)
  const error = change.error ?? look.error
  const { id, name, version, everyHours, watched } = row
  const turn = () =>
    change.mutate({ input: { params: { id }, body: { version, name, everyHours, watched: !watched } } })
  return (
    <li>
      <strong dir="auto">{name}</strong>{' '}
      {!watched && <StatePill kind="mute">{t('ecosystem.elsewhere.paused')}</StatePill>}
      <div className={`k-dim k-small ${css.address}`}>
        {row.url} {row.set}
      </div>
      <div className="k-dim k-small">
        {t('ecosystem.elsewhere.records', { n: row.records })}
        {row.takenAt !== undefined &&
          ` · ${t('ecosystem.elsewhere.takenAt', { when: format.date(row.takenAt, 'exact') })}`}
      </div>
      {row.fault !== undefined && <Notice kind="wait">{t(`ecosystem.fault.${row.fault}`)}</Notice>}
      {error && (
        <Notice kind="stop" live>
          {problemText(error, 'ecosystem')}
        </Notice>
      )}
      <div className="k-row" style={{ marginTop: 8 }}>
        <Button
          variant="default"
          loading={look.isPending}
          disabled={!watched}
          onClick={() =>
            look.mutate(
              { input: { params: { id } } },
              { onSuccess: () => toast(t('ecosystem.elsewhere.looking')) },
            )
          }
        >
          {t('ecosystem.elsewhere.look')}
        </Button>
        <Button variant="subtle" loading={change.isPending} onClick={turn}>
          {t(watched ? 'ecosystem.elsewhere.pause' : 'ecosystem.elsewhere.resume')}
        </Button>
        <Button variant="subtle" onClick={() => ask(true)}>
          {t('ecosystem.elsewhere.remove')}
        </Button>
      </div>
      <ReasonDialog
        opened={removing}
        onClose={() => ask(false)}
        title={t('ecosystem.elsewhere.removeTitle')}
        consequence={t('ecosystem.elsewhere.removeWhat')}
        act={t('ecosystem.elsewhere.remove')}
        onAct={reason => remove.mutateAsync({ input: { params: { id }, body: { reason } } })}
      />
    </li>
  )
}

function AddForm({ onDone }: { onDone: () => void }) {
  const t = useT()
  const client = useQueryClient()
  const [id] = useState(() => crypto.randomUUID())
  const form = useForm({
    name: 'ecosystem.library',
    schema: AddLibrary,
    initial: { id },
    shape: (values: unknown) => {
      const { everyHours, ...rest } = values as { everyHours?: string }
      return { ...rest, ...(everyHours ? { everyHours: Number(everyHours) } : {}) }
    },
    send: (body, options) => send(addLibrary, { body }, options),
    onDone: async () => {
      await client.invalidateQueries()
      toast(t('ecosystem.elsewhere.added'))
      onDone()
    },
  })
  return (
    <Form form={form} submit={t('ecosystem.elsewhere.add')}>
      <TextField at="/name" maxLength={200} label={t('ecosystem.elsewhere.name')} />
      <TextField
        at="/url"
        maxLength={500}
        label={t('ecosystem.elsewhere.url')}
        hint={t('ecosystem.elsewhere.urlHint')}
      />
      <TextField at="/set" optional maxLength={200} label={t('ecosystem.elsewhere.set')} />
      <TextField at="/everyHours" optional maxLength={3} label={t('ecosystem.elsewhere.everyHours')} />
    </Form>
  )
}
