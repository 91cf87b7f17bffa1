/** The way in for somebody outside: whether the mail has left and was opened, and the code while it can be said. */
import { renewLink } from '@kerege/contract/referrals/routes'
import type { Referral } from '@kerege/contract/referrals/schema'
import { Button } from '@mantine/core'
import { useSend } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { problemText } from '../../ui/problems.ts'
import css from './referrals.module.css'

interface Props {
  one: Referral
  code: string | undefined
  onCode: (code: string | undefined) => void
}

export function LinkCard({ one, code, onCode }: Props) {
  const t = useT()
  const format = useFormat()
  const renew = useSend(renewLink)
  const { link } = one
  const act = () =>
    renew.mutate(
      { input: { params: { id: one.id }, body: { seen: one.version } } },
      { onSuccess: ({ body }) => onCode(body.code) },
    )
  const day = (at: string) => ({ day: format.date(at, 'text') })
  return (
    <Card
      title={t('referrals.link')}
      side={
        one.mayChange && (
          <Button variant="subtle" loading={renew.isPending} onClick={act}>
            {t('referrals.link.renew')}
          </Button>
        )
      }
    >
      {renew.error && (
        <Notice kind="stop" live>
          {problemText(renew.error, 'referrals')}
        </Notice>
      )}
      {code && (
        <div role="status">
          <strong>{t('referrals.code')}</strong>
          <div className={css.code}>{code}</div>
          <p>{t('referrals.code.text')}</p>
        </div>
      )}
      {link && (
        <p className="k-dim">
          {[
            link.email,
            link.closed
              ? t('referrals.link.closed')
              : link.mailedAt
                ? t('referrals.link.mailed', day(link.mailedAt))
                : t('referrals.link.waits'),
            link.openedAt && t('referrals.link.opened', day(link.openedAt)),
            !link.closed && t('referrals.link.until', day(link.expiresAt)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
    </Card>
  )
}
