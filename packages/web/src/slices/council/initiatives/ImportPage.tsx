/** The sheet: taken home to fill in, brought back, looked at row by row, then confirmed. Nothing is written unseen. */
import { urlOf } from '@kerege/contract/client'
import {
  importInitiatives,
  initiativeSheet,
  previewInitiatives,
} from '@kerege/contract/council/initiatives/routes'
import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { Bring } from '../parts/Bring.tsx'
import { columnText } from './words.ts'

const routes = { preview: previewInitiatives, take: importInitiatives }

export function ImportPage() {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const { language } = useLoaded()
  const sheet = (rows: 'none' | 'mine') => urlOf(initiativeSheet, { query: { rows, language } })
  return (
    <>
      <PageHead
        title={t('initiatives.sheet')}
        eyebrow={<Link to="/initiatives">{t('initiatives.title')}</Link>}
        facts={[t('initiatives.noPersons')]}
      />
      <div className="k-stack">
        <Card title={t('initiatives.take')}>
          <p>{t('initiatives.takeText')}</p>
          <div className="k-row" style={{ marginTop: 12 }}>
            <Button
              component="a"
              variant="default"
              href={sheet('mine')}
              download
              leftSection={<IconDownload size={18} stroke={1.7} />}
            >
              {t('initiatives.takeMine')}
            </Button>
            <Button component="a" variant="subtle" href={sheet('none')} download>
              {t('initiatives.takeEmpty')}
            </Button>
          </div>
        </Card>
        <Card title={t('initiatives.bring')}>
          <Bring
            routes={routes}
            columnName={field => columnText(field, t, format)}
            onDone={() => void navigate({ to: '/initiatives' })}
          />
        </Card>
      </div>
    </>
  )
}
