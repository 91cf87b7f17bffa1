/** When a mail says that something waits, by topic. Mails never say what; what protects the account is fixed. */
import { chooseMail, listMailChoices } from '@kerege/contract/notifications/routes'
import type { MailChoice } from '@kerege/contract/notifications/schema'
import { type MailMode, mailModes } from '@kerege/contract/notifications/topics'
import { NativeSelect } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { useGet, useSend } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { problemText } from '../../ui/problems.ts'
import { StatePill } from '../../ui/StatePill.tsx'
import css from './notifications.module.css'

type Choice = z.infer<typeof MailChoice>

export function SettingsPage() {
  const t = useT()
  const query = useGet(listMailChoices, {})
  return (
    <>
      <PageHead
        title={t('notifications.settings')}
        eyebrow={<Link to="/notifications">{t('notifications.title')}</Link>}
        facts={[t('notifications.settingsText')]}
      />
      <Answered query={query}>
        {({ body }) => (
          <div className="k-narrow">
            <Card flush>
              <ul>
                {body.choices.map(choice => (
                  <OneChoice key={choice.topic} choice={choice} />
                ))}
              </ul>
            </Card>
          </div>
        )}
      </Answered>
    </>
  )
}

function OneChoice({ choice }: { choice: Choice }) {
  const t = useT()
  const save = useSend(chooseMail)
  const id = `mail-${choice.topic.replaceAll('.', '-')}`
  // While it is being saved the new choice stands there already; when that fails, the kept one again.
  const shown = save.isPending ? save.variables.input.body.mail : choice.mail
  return (
    <li className={css.choice}>
      <div className={css.words}>
        <label htmlFor={id} className={css.topic}>
          {t(`notifications.topic.${choice.topic}`)}
        </label>
        {choice.fixed && <div className="k-dim">{t('notifications.fixed')}</div>}
        {save.isError && (
          <Notice kind="stop" live>
            {problemText(save.error, 'notifications')}
          </Notice>
        )}
        <span role="status" className={css.saved}>
          {save.isSuccess && <StatePill kind="ok">{t('notifications.saved')}</StatePill>}
        </span>
      </div>
      {choice.fixed ? (
        <span id={id}>{t(`notifications.mail.${choice.mail}`)}</span>
      ) : (
        <NativeSelect
          id={id}
          className={css.select ?? ''}
          value={shown}
          data={mailModes.map(value => ({ value, label: t(`notifications.mail.${value}`) }))}
          onChange={event => {
            const mail = modeOf(event.currentTarget.value)
            if (mail) save.mutate({ input: { body: { topic: choice.topic, mail } } })
          }}
        />
      )}
    </li>
  )
}

const modeOf = (value: string): MailMode | undefined => mailModes.find(mode => mode === value)
