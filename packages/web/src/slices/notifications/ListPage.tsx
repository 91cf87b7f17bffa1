/** My notices, unread first. Opening one marks it as read and leads to its thing. */
import type { Notice as OneNotice } from '@kerege/contract/notifications/schema'
import { Button } from '@mantine/core'
import { IconChecks, IconSettings } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { DataList } from '../../ui/list/DataList.tsx'
import type { Column, Filter } from '../../ui/list/types.ts'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { problemText } from '../../ui/problems.ts'
import { StatePill } from '../../ui/StatePill.tsx'
import { loadNotices, markAllRead, markRead, useUnread } from './api.ts'
import css from './notifications.module.css'
import { noticeHref, noticeText } from './words.ts'

export function ListPage() {
  const t = useT()
  const format = useFormat()
  const unread = useUnread()
  const [problem, setProblem] = useState<string>()
  const tried = async (work: () => Promise<void>) => {
    setProblem(undefined)
    try {
      await work()
    } catch (error) {
      setProblem(problemText(error, 'notifications'))
    }
  }
  const columns: Column<OneNotice>[] = [
    { id: 'what', label: t('notifications.what'), cell: row => <What notice={row} tried={tried} /> },
    { id: 'state', label: t('notifications.state'), cell: row => <Unread notice={row} /> },
    {
      id: 'when',
      label: t('notifications.when'),
      cell: row => (
        <time dateTime={row.at} title={format.date(row.at, 'exact')}>
          {format.relative(row.at)}
        </time>
      ),
    },
    { id: 'act', label: t('notifications.act'), cell: row => <ReadButton notice={row} tried={tried} /> },
  ]
  const filters = useMemo(
    (): Filter[] => [{ id: 'unread', label: t('notifications.onlyUnread'), kind: 'yes' }],
    [t],
  )
  return (
    <>
      <PageHead
        title={t('notifications.title')}
        facts={unread === undefined ? [] : [t('notifications.unreadN', { n: unread })]}
        acts={
          <>
            <Button
              variant="default"
              component={Link}
              to="/notifications/settings"
              leftSection={<IconSettings size={18} stroke={1.7} />}
            >
              {t('notifications.settings')}
            </Button>
            {unread !== undefined && unread > 0 && (
              <Button
                leftSection={<IconChecks size={18} stroke={1.7} />}
                onClick={() => void tried(markAllRead)}
              >
                {t('notifications.readAll')}
              </Button>
            )}
          </>
        }
      />
      {problem && (
        <Notice kind="stop" live>
          {problem}
        </Notice>
      )}
      <DataList
        name="notifications"
        label={t('notifications.title')}
        columns={columns}
        filters={filters}
        load={loadNotices}
        rowId={row => row.id}
        rowName={row => <What notice={row} tried={tried} />}
        phone={row => ({
          state: <Unread notice={row} />,
          line: format.relative(row.at),
          act: !row.readAt && !noticeHref(row) && <ReadButton notice={row} tried={tried} />,
        })}
        empty={{ title: t('notifications.none'), text: t('notifications.noneText') }}
      />
    </>
  )
}

type Tried = (work: () => Promise<void>) => Promise<void>

function What({ notice, tried }: { notice: OneNotice; tried: Tried }) {
  const t = useT()
  const href = noticeHref(notice)
  const text = <span className={notice.readAt ? css.read : ''}>{noticeText(notice, t)}</span>
  if (!href) return text
  return (
    <Link
      to={href}
      className={css.what}
      onClick={() => {
        if (!notice.readAt) void tried(() => markRead(notice.id))
      }}
    >
      {text}
    </Link>
  )
}

function Unread({ notice }: { notice: OneNotice }) {
  const t = useT()
  return notice.readAt ? null : <StatePill kind="info">{t('notifications.new')}</StatePill>
}

function ReadButton({ notice, tried }: { notice: OneNotice; tried: Tried }) {
  const t = useT()
  if (notice.readAt) return null
  return (
    <Button
      variant="subtle"
      aria-label={t('notifications.markOf', { notice: noticeText(notice, t) })}
      onClick={() => void tried(() => markRead(notice.id))}
    >
      {t('notifications.mark')}
    </Button>
  )
}
