/** Opening a file by a number of a paper that lies before one, and what is open for oneself now. */
import { breakGlassByNumber } from '@kerege/contract/glass/routes'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { newId } from '../../ui/newId.ts'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { identifierSystems } from '../people/words.ts'
import { useMyOpenings } from './api.ts'

export function OpenPage() {
  const t = useT()
  return (
    <>
      <PageHead title={t('glass.open')} facts={[t('glass.number.text')]} />
      <div className="k-stack">
        <Mine />
        <Card title={t('glass.number.title')}>
          <NumberForm />
        </Card>
      </div>
    </>
  )
}

function Mine() {
  const t = useT()
  const format = useFormat()
  return (
    <Answered query={useMyOpenings()}>
      {({ body }) => (
        <Card title={t('glass.mine')}>
          {body.rows.length === 0 ? (
            <p className="k-dim">{t('glass.mineNone')}</p>
          ) : (
            <ul className="k-stack">
              {body.rows.map(row => (
                <li key={row.id} className="k-row">
                  <Link to={`/people/${row.personId}`}>{t('glass.toFile')}</Link>
                  <span className="k-dim">
                    {t('glass.until')} {format.date(row.endsAt, 'exact')}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Card>
      )}
    </Answered>
  )
}

function NumberForm() {
  const t = useT()
  const navigate = useNavigate()
  const [initial] = useState(() => ({ id: newId() }))
  const form = useForm({
    name: 'glass.number',
    schema: bodyOf(breakGlassByNumber),
    initial,
    send: (body, options) => send(breakGlassByNumber, { body }, options),
    onDone: async ({ body }) => {
      await queryClient.invalidateQueries()
      if (body.person) await navigate({ to: `/people/${body.person.id}` })
    },
  })
  return (
    <Form form={form} submit={t('glass.openAct')}>
      <Notice kind="seal">{t('glass.openText')}</Notice>
      <ChoiceField
        at="/system"
        label={t('glass.system')}
        options={identifierSystems.map(value => ({ value, label: t(`people.system.${value}`) }))}
      />
      <TextField at="/number" label={t('glass.number')} maxLength={64} />
      <TextField
        at="/reason"
        label={t('glass.reason')}
        hint={t('glass.reasonHint')}
        rows={4}
        maxLength={1000}
      />
    </Form>
  )
}
