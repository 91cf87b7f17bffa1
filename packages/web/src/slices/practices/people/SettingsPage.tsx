/** The rules of the directory for those who keep it in order: how long a confirmation holds, how often people may be asked and written to. */
import { changePeopleSettings, getPeopleSettings } from '@kerege/contract/practices/people/routes'
import { ChangePeopleSettings, type PeopleSettings } from '@kerege/contract/practices/people/schema'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, send, useGet } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { NumberField } from '../../../ui/form/DateField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { toast } from '../../../ui/toasts.ts'

const names = ['confirmMonths', 'replyDays', 'asksADay', 'askedAWeek', 'lettersADay'] as const

export function SettingsPage() {
  const t = useT()
  const may = useMay()
  return (
    <>
      <PageHead
        title={t('practices.people.settings')}
        eyebrow={<Link to="/practitioners">{t('practices.people.title')}</Link>}
        facts={[t('practices.people.settingsLede')]}
      />
      <div className="k-stack k-narrow">
        <Answered query={useGet(getPeopleSettings, {})} rows={5}>
          {({ body, etag }) => (
            <Card>
              {may('practices.moderate') ? (
                <Rules key={body.version} settings={body} etag={etag ?? ''} />
              ) : (
                <Facts facts={names.map(name => [t(`practices.people.${name}`), String(body[name])])} />
              )}
            </Card>
          )}
        </Answered>
      </div>
    </>
  )
}

function Rules({ settings, etag }: { settings: PeopleSettings; etag: string }) {
  const t = useT()
  const [initial] = useState(() => {
    const { version: _, ...rest } = settings
    return rest
  })
  const form = useForm({
    name: 'practices.people.settings',
    schema: ChangePeopleSettings,
    initial,
    draft: false,
    send: (body, options) => send(changePeopleSettings, { body }, { ...options, ifMatch: etag }),
    onDone: () => {
      toast(t('practices.people.settingsSaved'))
      void queryClient.invalidateQueries()
    },
  })
  return (
    <Form form={form} submit={t('practices.people.save')}>
      {names.map(name => (
        <NumberField key={name} at={`/${name}`} label={t(`practices.people.${name}`)} />
      ))}
    </Form>
  )
}
