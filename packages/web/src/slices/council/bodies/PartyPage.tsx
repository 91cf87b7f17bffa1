/** One party: what it is in the Council, and its delegation with credentials and terms. */
import type { Language } from '@kerege/contract/common'
import { getParty } from '@kerege/contract/council/routes'
import type { Delegate, Party } from '@kerege/contract/council/schema'
import { Button } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useGet } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { type Formatter, useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { type StateKind, StatePill } from '../../../ui/StatePill.tsx'
import css from '../council.module.css'
import { partyText, SaidFully } from '../parts/Said.tsx'
import { ClassDrawer } from './ClassDrawer.tsx'
import { DelegateDrawer } from './DelegateDrawer.tsx'

export function PartyPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useGet(getParty, { params: { id } })}>
      {({ body, etag }) => <OneParty party={body} etag={etag ?? ''} />}
    </Answered>
  )
}

const kinds: Record<Delegate['credentials'], StateKind> = {
  awaited: 'mute',
  received: 'wait',
  accepted: 'ok',
  withdrawn: 'mute',
}

/** Its full name as it writes it, where the title is the short one; and the language, where it has no name in that of the screen. */
function ownName(party: Party, format: Formatter, screen: Language): ReactNode[] {
  const { text, language } = format.text(party.name)
  return [
    ...(text === partyText(party, format)
      ? []
      : [
          <bdi key="name" lang={language}>
            {text}
          </bdi>,
        ]),
    ...(language === screen ? [] : [format.language(language)]),
  ]
}

function OneParty({ party, etag }: { party: Party; etag: string }) {
  const t = useT()
  const format = useFormat()
  const { language } = useLoaded()
  const may = useMay()('council.prepare')
  const [over, setOver] = useState<'new' | 'class' | Delegate>()
  const close = () => setOver(undefined)
  return (
    <>
      <PageHead
        title={partyText(party, format)}
        eyebrow={<Link to="/council">{t('council.council')}</Link>}
        facts={[t(`council.class.${party.classification}`), party.code, ...ownName(party, format, language)]}
        acts={
          may && (
            <Button
              variant="default"
              leftSection={<IconPencil size={18} stroke={1.7} />}
              onClick={() => setOver('class')}
            >
              {t('council.change')}
            </Button>
          )
        }
      />
      <div className="k-aside">
        <div className="k-stack">
          <Card
            flush
            title={t('council.delegation')}
            foot={
              may && (
                <Button
                  variant="default"
                  leftSection={<IconPlus size={18} stroke={1.7} />}
                  onClick={() => setOver('new')}
                >
                  {t('council.delegate.add')}
                </Button>
              )
            }
          >
            {party.people.length === 0 && <p className={css.empty}>{t('council.delegation.none')}</p>}
            <ul className={css.rows}>
              {party.people.map(one => (
                <li key={one.id}>
                  <div className={css.words}>
                    <bdi>{one.name}</bdi>
                    <div className="k-dim k-small">
                      {[
                        ...(one.head ? [t('council.head')] : []),
                        ...(one.function ? [one.function] : []),
                        `${format.date(one.from)} – ${one.to ? format.date(one.to) : t('council.openEnd')}`,
                        ...(one.account ? [t('council.hasAccount')] : []),
                      ].join(' · ')}
                    </div>
                  </div>
                  <StatePill kind={kinds[one.credentials]}>
                    {t(`council.credentials.${one.credentials}`)}
                  </StatePill>
                  {may && (
                    <Button
                      variant="subtle"
                      aria-label={t('council.changeOf', { name: one.name })}
                      onClick={() => setOver(one)}
                    >
                      {t('council.change')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </Card>
          {party.note && (
            <Card title={t('council.note')}>
              <SaidFully text={party.note} />
            </Card>
          )}
        </div>
        <aside className="k-stack" aria-label={t('council.facts')}>
          <PartyFacts party={party} />
        </aside>
      </div>
      <DelegateDrawer
        party={party}
        one={typeof over === 'object' ? over : undefined}
        opened={over === 'new' || typeof over === 'object'}
        onClose={close}
      />
      <ClassDrawer party={party} etag={etag} opened={over === 'class'} onClose={close} />
    </>
  )
}

function PartyFacts({ party }: { party: Party }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card title={t('council.facts')}>
      <div className={css.inside}>
        <Facts
          facts={[
            [t('council.classification'), t(`council.class.${party.classification}`)],
            [t('council.cases'), t(party.reportsCases ? 'council.cases.yes' : 'council.noCases')],
            ...(party.sourceUrl
              ? [
                  [
                    t('council.source'),
                    <a key="source" href={party.sourceUrl} target="_blank" rel="noreferrer">
                      {t('council.sourceUrl')}
                    </a>,
                  ] as const,
                ]
              : []),
          ]}
        />
        {party.changes.map(one => (
          <div key={one.at}>
            {t('council.classChanged', {
              from: t(`council.class.${one.from}`),
              to: t(`council.class.${one.to}`),
            })}
            <p dir="auto">{one.reason}</p>
            <div className="k-dim k-small">
              {one.by} · {format.date(one.at)}
            </div>
          </div>
        ))}
      </div>
    </Card>
  )
}
