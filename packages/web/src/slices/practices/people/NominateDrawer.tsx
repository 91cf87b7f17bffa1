/** Asks somebody of one's state to stand in the directory. They decide; until then nothing of them is shown. */
import { endNomination, listNominations, nominate } from '@kerege/contract/practices/people/routes'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet, useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { SearchChoiceField } from '../../../ui/form/SearchChoiceField.tsx'
import { useColleagues } from '../../../ui/form/useColleagues.ts'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import css from '../talk.module.css'

export function NominateDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('practices.people.nominate')}>
      {opened && (
        <div className="k-stack">
          <p>{t('practices.people.nominateText')}</p>
          <NominateForm onDone={onClose} />
          <Open />
        </div>
      )}
    </Drawer>
  )
}

function NominateForm({ onDone }: { onDone: () => void }) {
  const t = useT()
  const { options } = useColleagues()
  const [initial] = useState(() => ({ id: newId() }))
  const form = useForm({
    name: 'practices.people.nominate',
    schema: bodyOf(nominate),
    initial,
    draft: false,
    send: (body, options) => send(nominate, { body }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      onDone()
    },
  })
  return (
    <Form form={form} submit={t('practices.people.nominateAct')}>
      <SearchChoiceField at="/accountId" label={t('practices.people.whom')} options={options} />
    </Form>
  )
}

function Open() {
  const t = useT()
  const format = useFormat()
  const end = useSend(endNomination)
  const rows = (useGet(listNominations, {}).data?.body.rows ?? []).filter(row => row.state === 'open')
  if (rows.length === 0) return null
  return (
    <section aria-label={t('practices.people.nominatedOpen')}>
      <h3>{t('practices.people.nominatedOpen')}</h3>
      <ul className={css.said}>
        {rows.map(row => (
          <li key={row.id} className={css.acts}>
            <span>
              <bdi>{row.name}</bdi> · <span className="k-dim">{format.date(row.at)}</span>
            </span>
            <Button
              variant="subtle"
              aria-label={t('practices.people.takeBackOf', { name: row.name })}
              onClick={() => end.mutate({ input: { params: { id: row.id }, body: {} } })}
            >
              {t('practices.people.takeBack')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
