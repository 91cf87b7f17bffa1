/** What the reader keeps, to read and to print. Nobody else sees it. */
import { listKept } from '@kerege/contract/practices/collections/routes'
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useGet } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { KeptRows } from './KeptRows.tsx'

export function ReadingListPage() {
  const t = useT()
  return (
    <>
      <PageHead
        title={t('practices.keep.list')}
        facts={[t('practices.keep.private')]}
        eyebrow={<Link to="/collections">{t('practices.collection.list')}</Link>}
        acts={
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} stroke={1.7} />}
            onClick={() => window.print()}
          >
            {t('practices.keep.print')}
          </Button>
        }
      />
      <Answered query={useGet(listKept, {})}>
        {({ body }) =>
          body.rows.length === 0 ? (
            <EmptyState title={t('practices.keep.none')}>{t('practices.keep.noneText')}</EmptyState>
          ) : (
            <Card flush>
              <KeptRows rows={body.rows} />
            </Card>
          )
        }
      </Answered>
    </>
  )
}
