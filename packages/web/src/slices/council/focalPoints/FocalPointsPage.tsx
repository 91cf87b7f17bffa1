/** Who asks and answers for whom, to read, to print and to take out. How to reach them shows to members only. */
import { listFocalPoints } from '@kerege/contract/council/focalPoints/routes'
import type { FocalPoint } from '@kerege/contract/council/focalPoints/schema'
import { Button, Switch } from '@mantine/core'
import { IconDownload, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useGet } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ExportDialog } from '../../../ui/list/ExportDialog.tsx'
import { takeOut } from '../../../ui/list/takeOut.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { PrintButton } from '../../../ui/PrintButton.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import css from '../council.module.css'
import { PartyLabel } from '../parts/Said.tsx'
import { FocalDrawer } from './FocalDrawer.tsx'

export function FocalPointsPage() {
  const t = useT()
  const may = useMay()
  const { language } = useLoaded()
  const [ended, setEnded] = useState(false)
  const [over, setOver] = useState<FocalPoint | 'add' | 'export'>()
  const close = () => setOver(undefined)
  const query = ended ? { ended: 'true' as const } : {}
  const found = useGet(listFocalPoints, { query })
  return (
    <>
      <PageHead
        title={t('council.focal')}
        facts={[t('council.focal.lede')]}
        acts={
          <>
            <PrintButton />
            {may('export') && (
              <Button
                variant="subtle"
                leftSection={<IconDownload size={18} stroke={1.7} />}
                onClick={() => setOver('export')}
              >
                {t('council.focal.takeOut')}
              </Button>
            )}
            {may('council.prepare') && (
              <Button leftSection={<IconPlus size={18} stroke={1.7} />} onClick={() => setOver('add')}>
                {t('council.focal.add')}
              </Button>
            )}
          </>
        }
      />
      <div className="k-stack">
        <Switch
          className="k-screen"
          label={t('council.focal.showEnded')}
          checked={ended}
          onChange={event => setEnded(event.currentTarget.checked)}
        />
        <Answered query={found}>
          {({ body }) =>
            body.rows.length === 0 ? (
              <EmptyState title={t('council.focal.none')}>{t('council.focal.noneText')}</EmptyState>
            ) : (
              <Groups rows={body.rows} contacts={body.contacts} onChange={setOver} />
            )
          }
        </Answered>
      </div>
      <FocalDrawer
        one={typeof over === 'object' ? over : undefined}
        opened={over === 'add' || typeof over === 'object'}
        onClose={close}
      />
      <ExportDialog
        opened={over === 'export'}
        onClose={close}
        onExport={(reason, format) => takeOut('focal-points', query, reason, format, language)}
      />
    </>
  )
}

interface GroupsProps {
  rows: readonly FocalPoint[]
  contacts: boolean
  onChange: (one: FocalPoint) => void
}

function Groups({ rows, contacts, onChange }: GroupsProps) {
  const t = useT()
  const groups = Map.groupBy(rows, row => row.party.id)
  return (
    <Card
      flush
      title={t('council.focal.party')}
      {...(contacts ? {} : { note: t('council.focal.contactsClosed') })}
    >
      {[...groups.values()].map(people => (
        <div key={people[0]?.party.id}>
          <h3 className={css.group}>{people[0] && <PartyLabel party={people[0].party} />}</h3>
          <ul className={css.rows}>
            {people.map(one => (
              <Person key={one.id} one={one} onChange={() => onChange(one)} />
            ))}
          </ul>
        </div>
      ))}
    </Card>
  )
}

function Person({ one, onChange }: { one: FocalPoint; onChange: () => void }) {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const { from, to, contact } = one
  const term =
    to === undefined
      ? t('council.focal.since', { from: format.date(from) })
      : t('council.focal.term', { from: format.date(from), to: format.date(to) })
  return (
    <li>
      <div className={css.words}>
        <strong>
          <bdi>{one.name}</bdi>
        </strong>{' '}
        · {t(`council.focal.${one.role}`)}
        {!one.running && (
          <>
            {' '}
            <StatePill kind="mute">{t('council.focal.ended')}</StatePill>
          </>
        )}
        <div dir="auto">{one.office}</div>
        <div className="k-dim k-small">
          {format.list(one.languages.map(language => format.language(language)))} · {term}
        </div>
      </div>
      {contact && (
        <address className={css.words} style={{ fontStyle: 'normal' }}>
          {contact.email && (
            <div>
              <a href={`mailto:${contact.email}`}>{contact.email}</a>
            </div>
          )}
          {contact.phone && (
            <div>
              <a href={`tel:${contact.phone.replaceAll(/[^+\d]/g, '')}`} dir="ltr">
                {contact.phone}
              </a>
            </div>
          )}
          {contact.note && (
            <div className="k-dim k-small" dir="auto">
              {contact.note}
            </div>
          )}
        </address>
      )}
      {may('council.prepare') && (
        <Button
          className="k-screen"
          variant="subtle"
          aria-label={t('council.focal.changeOf', { name: one.name })}
          onClick={onChange}
        >
          {t('council.focal.change')}
        </Button>
      )}
    </li>
  )
}
