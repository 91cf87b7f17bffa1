/** The directory taken out and brought in, as HSDS 3.0: looked at row by row before anything is written. */
import { urlOf } from '@kerege/contract/client'
import { exportHsds, importHsds, previewHsds } from '@kerege/contract/services/routes'
import type { HsdsReport } from '@kerege/contract/services/schema'
import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { send } from '../../api.ts'
import { useLoaded } from '../../i18n/language.ts'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Bring, BroughtRows } from '../../ui/Bring.tsx'
import { Card } from '../../ui/Card.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { type StateKind, StatePill } from '../../ui/StatePill.tsx'

const kinds: Record<HsdsReport['rows'][number]['outcome'], StateKind> = {
  new: 'ok',
  changed: 'info',
  same: 'mute',
  'left-out': 'stop',
}

export function BringPage() {
  const t = useT()
  const may = useMay()
  const { language } = useLoaded()
  return (
    <>
      <PageHead
        title={t('services.bring.title')}
        eyebrow={<Link to="/services">{t('services.title')}</Link>}
        facts={[t('services.bring.lede')]}
      />
      <div className="k-stack">
        <Card title={t('services.bring.take')}>
          <p>{t('services.bring.takeText')}</p>
          <div className="k-row" style={{ marginTop: 12 }}>
            <Button
              component="a"
              variant="default"
              href={urlOf(exportHsds, { query: { language } })}
              download
              leftSection={<IconDownload size={18} stroke={1.7} />}
            >
              {t('services.bring.takeAct')}
            </Button>
          </div>
        </Card>
        {may('services.keep') && (
          <Card title={t('services.bring.bring')}>
            <BringForm />
          </Card>
        )}
      </div>
    </>
  )
}

function BringForm() {
  const t = useT()
  const navigate = useNavigate()
  const { language } = useLoaded()
  const both = ({ fresh, changed }: HsdsReport) => fresh + changed
  return (
    <Bring<HsdsReport>
      accept=".json"
      slice="services"
      words={{
        text: t('services.bring.text'),
        choose: t('services.bring.choose'),
        confirm: report => t('services.bring.confirm', { n: both(report) }),
        taken: report => t('services.bring.taken', { n: both(report) }),
        outcome: ({ fresh, changed, same, leftOut }) =>
          t('services.bring.outcome', { fresh, changed, same, leftOut }),
        unread: names => t('services.bring.unread', { names }),
        faults: t('services.bring.faults'),
        faultAt: at => t('services.bring.faultAt', at),
        moreFaults: n => t('services.bring.moreFaults', { n }),
      }}
      preview={async body => (await send(previewHsds, { query: { language }, body })).body}
      take={async (body, seen) => (await send(importHsds, { query: { language, seen }, body })).body}
      useful={report => both(report) > 0}
      columnName={field => field.slice(1)}
      onDone={() => void navigate({ to: '/services' })}
    >
      {({ rows }) => (
        <BroughtRows
          rows={rows}
          caption={t('services.bring.becomes')}
          heads={[t('services.bring.row'), t('services.name'), t('services.bring.becomes')]}
          becomes={({ outcome }) => (
            <StatePill kind={kinds[outcome]}>{t(`services.bring.becomes.${outcome}`)}</StatePill>
          )}
        />
      )}
    </Bring>
  )
}
