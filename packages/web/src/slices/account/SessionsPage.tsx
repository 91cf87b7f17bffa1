/** Where I am signed in; a session I do not know is closed with one button. */
import { closeOtherSessions, closeSession, listSessions } from '@kerege/contract/access/routes'
import { Button } from '@mantine/core'
import { IconDeviceDesktop } from '@tabler/icons-react'
import { useGet, useSend } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { problemText } from '../../ui/problems.ts'
import { StatePill } from '../../ui/StatePill.tsx'
import { toast } from '../../ui/toasts.ts'
import css from './account.module.css'

export function SessionsPage() {
  const t = useT()
  const format = useFormat()
  const sessions = useGet(listSessions, {})
  const close = useSend(closeSession)
  const closeOthers = useSend(closeOtherSessions)
  const problem = close.error ?? closeOthers.error
  return (
    <>
      <PageHead
        title={t('account.sessions')}
        facts={[t('account.sessions.text')]}
        acts={
          (sessions.data?.body.rows.length ?? 0) > 1 && (
            <Button
              variant="default"
              loading={closeOthers.isPending}
              onClick={() =>
                closeOthers.mutate(
                  { input: {} },
                  { onSuccess: ({ body }) => toast(t('security.others.closed', { n: body.closed })) },
                )
              }
            >
              {t('security.others.close')}
            </Button>
          )
        }
      />
      {problem && (
        <Notice kind="stop" live>
          {problemText(problem)}
        </Notice>
      )}
      <Answered query={sessions}>
        {({ body }) => (
          <Card flush>
            <ul>
              {body.rows.map(session => (
                <li key={session.id} className={css.session}>
                  <IconDeviceDesktop size={22} stroke={1.7} aria-hidden="true" />
                  <div className={css.sessionWords}>
                    <div className="k-row">
                      <strong>{deviceText(session.device, t)}</strong>
                      {session.current && <StatePill kind="ok">{t('account.sessions.this')}</StatePill>}
                      {session.newDevice && <StatePill kind="wait">{t('account.sessions.new')}</StatePill>}
                    </div>
                    <div className="k-dim">
                      {t('account.sessions.when', {
                        from: format.date(session.createdAt, 'exact'),
                        seen: format.relative(session.lastSeenAt),
                      })}
                    </div>
                    <div className="k-dim">{t(`security.by.${session.openedBy}`)}</div>
                  </div>
                  {!session.current && (
                    <Button
                      variant="default"
                      aria-label={t('account.sessions.closeOf', { device: deviceText(session.device, t) })}
                      loading={close.isPending && close.variables.input.params.id === session.id}
                      onClick={() =>
                        close.mutate(
                          { input: { params: { id: session.id } } },
                          { onSuccess: () => toast(t('account.sessions.closed')) },
                        )
                      }
                    >
                      {t('account.sessions.close')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </Card>
        )}
      </Answered>
    </>
  )
}

/** A browser names itself; whatever does not is called so in the reader's language. */
const deviceText = (device: string, t: ReturnType<typeof useT>) =>
  device === 'unknown' ? t('account.sessions.unknown') : device
