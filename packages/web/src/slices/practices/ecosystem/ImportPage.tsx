/** Bringing practices in: the form taken home, brought back, looked at, then confirmed. And the whole library taken out. */
import { urlOf } from '@kerege/contract/client'
import { practiceForm } from '@kerege/contract/practices/importing/routes'
import { Button } from '@mantine/core'
import { IconArchive, IconDownload } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useLoaded } from '../../../i18n/language.ts'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Card } from '../../../ui/Card.tsx'
import { takeOut } from '../../../ui/list/takeOut.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import { BringForm } from './BringForm.tsx'

export function ImportPage() {
  const t = useT()
  const may = useMay()
  const navigate = useNavigate()
  const { language } = useLoaded()
  const form = (as: 'docx' | 'xlsx') => urlOf(practiceForm, { query: { as, language } })
  return (
    <>
      <PageHead
        title={t('ecosystem.bringing.title')}
        eyebrow={<Link to="/practices">{t('practices.title')}</Link>}
        facts={[t('ecosystem.bringing.lede')]}
      />
      <div className="k-stack">
        <Card title={t('ecosystem.bringing.take')}>
          <p>{t('ecosystem.bringing.takeText')}</p>
          <div className="k-row" style={{ marginTop: 12 }}>
            <Button
              component="a"
              variant="default"
              href={form('docx')}
              download
              leftSection={<IconDownload size={18} stroke={1.7} />}
            >
              {t('ecosystem.bringing.word')}
            </Button>
            <Button component="a" variant="subtle" href={form('xlsx')} download>
              {t('ecosystem.bringing.sheet')}
            </Button>
          </div>
        </Card>
        <Card title={t('ecosystem.bringing.bring')}>
          <BringForm onDone={() => void navigate({ to: '/practices', search: { mine: 'true' } as never })} />
        </Card>
        {may('practices.moderate') && may('export') && <Archive />}
      </div>
    </>
  )
}

function Archive() {
  const t = useT()
  const { language } = useLoaded()
  const [asking, ask] = useState(false)
  const take = (reason: string) => takeOut('practice-library', {}, reason, 'zip', language)
  return (
    <Card title={t('ecosystem.bringing.archive')}>
      <p>{t('ecosystem.bringing.archiveText')}</p>
      <div style={{ marginTop: 12 }}>
        <Button
          variant="default"
          leftSection={<IconArchive size={18} stroke={1.7} />}
          onClick={() => ask(true)}
        >
          {t('ecosystem.bringing.archiveAct')}
        </Button>
      </div>
      <ReasonDialog
        opened={asking}
        onClose={() => ask(false)}
        title={t('ecosystem.bringing.archiveWhy')}
        consequence={t('ecosystem.bringing.archiveWhat')}
        act={t('ecosystem.bringing.archiveAct')}
        grave={false}
        onAct={take}
      />
    </Card>
  )
}
