/** One handover, on the screen and on paper: who went, to whom, what went with them, and who signed. */
import { getHandover } from '@kerege/contract/repatriation/handover/routes'
import type { Handover } from '@kerege/contract/repatriation/handover/schema'
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useGet } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import { PapersButton } from '../reception/PapersButton.tsx'
import { ScanDrawer } from './ScanDrawer.tsx'
import css from './handovers.module.css'

export function HandoverPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useGet(getHandover, { params: { id } })}>{({ body }) => <One one={body} />}</Answered>
  )
}

function One({ one }: { one: Handover }) {
  const t = useT()
  const format = useFormat()
  return (
    <>
      <PageHead
        title={t('handovers.one')}
        facts={[format.date(one.on, 'text'), t('handovers.count', { n: one.count })]}
        acts={
          <>
            <Button
              variant="default"
              leftSection={<IconPrinter size={18} stroke={1.7} />}
              onClick={() => window.print()}
            >
              {t('handovers.print')}
            </Button>
            {one.people.length > 0 && (
              <PapersButton papers={['handover-note']} query={{ handoverId: one.id }} />
            )}
          </>
        }
      />
      {one.people.length < one.count && <Notice kind="info">{t('handovers.notShown')}</Notice>}
      <div className="k-stack">
        {one.people.length > 0 && <People one={one} />}
        <Sheet one={one} />
      </div>
    </>
  )
}

function People({ one }: { one: Handover }) {
  const t = useT()
  return (
    <Card flush title={t('handovers.people')}>
      <ul className={css.rows}>
        {one.people.map(({ id, name, caseId, items }) => (
          <li key={id}>
            <div className={css.words}>
              <Link to={`/people/${id}`}>
                <bdi>{name}</bdi>
              </Link>
              {items.map(({ kind, what }) => (
                <div key={`${kind} ${what}`} dir="auto">
                  <span className="k-dim">{t(`handovers.item.${kind}`)}</span> {what}
                </div>
              ))}
            </div>
            {caseId && (
              <Button variant="default" className="k-screen" component={Link} to={`/cases/${caseId}`}>
                {t('handovers.openCase')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Sheet({ one }: { one: Handover }) {
  const t = useT()
  const format = useFormat()
  const [adding, add] = useState(false)
  const [first] = one.people
  return (
    <Card
      title={t('handovers.sheet')}
      side={
        one.mayScan &&
        first && (
          <Button variant="default" className="k-screen" onClick={() => add(true)}>
            {t('handovers.scan.add')}
          </Button>
        )
      }
    >
      {one.scan?.personId && (
        <p className="k-screen">
          <Link to={`/people/${one.scan.personId}`}>{t('handovers.scan')}</Link>
        </p>
      )}
      {first && (
        <ScanDrawer handoverId={one.id} personId={first.id} opened={adding} onClose={() => add(false)} />
      )}
      <Facts
        facts={[
          [t('handovers.to'), t(`handovers.to.${one.to}`)],
          ...(one.receiver ? [[t('handovers.receiver'), <bdi key="who">{one.receiver}</bdi>] as const] : []),
          ...(one.reach ? [[t('handovers.reach'), <bdi key="reach">{one.reach}</bdi>] as const] : []),
          [t('handovers.team'), [format.text(one.agency).text, one.team].filter(Boolean).join(', ')],
          ...(one.signedBy
            ? [[t('handovers.signedBy'), <bdi key="signed">{one.signedBy}</bdi>] as const]
            : []),
          [t('handovers.signedOn'), format.date(one.signedOn, 'text')],
          [t('handovers.by'), one.by.name],
          [
            t('handovers.scan'),
            one.scan ? (
              <StatePill key="scan" kind="ok">
                {t('handovers.scan.kept', { day: format.date(one.scan.at) })}
              </StatePill>
            ) : (
              t('handovers.scan.none')
            ),
          ],
        ]}
      />
      <div className={`${css.signatures} k-paper`}>
        {[one.signedBy ?? '', one.by.name].map((name, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the two places of a sheet
          <p key={at}>
            {t('handovers.signature')}: <bdi>{name}</bdi>
          </p>
        ))}
      </div>
    </Card>
  )
}
