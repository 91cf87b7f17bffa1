/** Rights in plain words, for anybody and for the wall: what is held, who sees it, what one can do, and whom one turns to. */
import type { RightsSheet } from '@kerege/contract/rights/complaints'
import { rightsSheet } from '@kerege/contract/rights/complaintRoutes'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useGet } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { PrintButton } from '../../../ui/PrintButton.tsx'
import { QrCode } from '../../access/QrCode.tsx'
import css from '../rights.module.css'

const parts = ['held', 'sees', 'see', 'correct', 'refuse', 'back', 'child', 'keep', 'complain'] as const

export function RightsPage() {
  const t = useT()
  const query = useGet(rightsSheet, {})
  return (
    <div className={css.page}>
      <PageHead title={t('open.rights')} acts={<PrintButton />} />
      <Notice kind="ok">{t('open.help')}</Notice>
      <Card>
        <div className={css.text}>
          {parts.map(part => (
            <section key={part}>
              <h2>{t(`open.part.${part}`)}</h2>
              <p>{t(`open.text.${part}`)}</p>
            </section>
          ))}
        </div>
      </Card>
      <Answered query={query} rows={2}>
        {({ body }) => <Turn body={body} />}
      </Answered>
    </div>
  )
}

function Turn({ body: { officer, days, address } }: { body: RightsSheet }) {
  const t = useT()
  const here = `${address}/complain`
  return (
    <Card title={t('open.turn')}>
      <div className={css.turn}>
        <div className="k-stack">
          {officer && (
            <p>
              <strong dir="auto">{officer.name}</strong>
              <br />
              <span dir="auto">{officer.reach}</span>
              {officer.hours && (
                <>
                  <br />
                  <span dir="auto">{officer.hours}</span>
                </>
              )}
            </p>
          )}
          <p>{t('open.days', days)}</p>
          <p className="k-paper">{t('open.byPhone', { address: here })}</p>
          <div className="k-row k-screen">
            <Button component={Link} to="/complain">
              {t('open.complain')}
            </Button>
            <Button variant="default" component={Link} to="/complain/answer">
              {t('open.ask')}
            </Button>
            <Button variant="default" component={Link} to="/your-file">
              {t('open.file')}
            </Button>
          </div>
        </div>
        <QrCode text={here} label={t('open.qr')} />
      </div>
    </Card>
  )
}
