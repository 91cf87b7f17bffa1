/** One document: what it is and how it stands, its text in one or two languages, what is said of it. */
import type { Language } from '@kerege/contract/common'
import { getDocument } from '@kerege/contract/council/documents/routes'
import type { CouncilDocument } from '@kerege/contract/council/documents/schema'
import { isOpen } from '@kerege/contract/council/documents/states'
import { Button } from '@mantine/core'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useGet } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { Joint } from '../../../ui/Joint.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { Wall } from '../../../ui/Wall.tsx'
import css from '../council.module.css'
import { PartyLabel, Said } from '../parts/Said.tsx'
import { RecordTerm } from '../record/RecordTerm.tsx'
import { RecordStatePill } from '../record/state.tsx'
import { AmendmentsCard } from './AmendmentsCard.tsx'
import { CommentsCard } from './CommentsCard.tsx'
import { DocumentActs } from './DocumentActs.tsx'
import { FactsDrawer } from './FactsDrawer.tsx'
import { LanguagesCard } from './LanguagesCard.tsx'
import { PrintedMark } from './PrintedMark.tsx'
import { CitedPractices } from '../citations/CitedPractices.tsx'
import { RelatedCard, Supersession } from './RelatedCard.tsx'
import { DocumentStatePill } from './state.tsx'
import { TextCard } from './TextCard.tsx'

export function DocumentPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useGet(getDocument, { params: { id } })}>
      {({ body }) => <OneDocument document={body} />}
    </Answered>
  )
}

/** The language asked for, else that of the screen, else the one in which it was drafted. */
function useReading(document: CouncilDocument): Language {
  const { language: screen } = useLoaded()
  const { language: wanted } = useSearch({ strict: false }) as { language?: Language }
  const there = (one: Language | undefined) => one !== undefined && document.languages[one] !== 'missing'
  return [wanted, screen].find(there) ?? document.sourceLanguage
}

function OneDocument({ document }: { document: CouncilDocument }) {
  const t = useT()
  const language = useReading(document)
  return (
    <>
      <PageHead
        title={document.title[language]?.text ?? ''}
        eyebrow={
          <>
            <Link to="/documents">{t('council.doc.documents')}</Link>
            {document.symbol && ` · ${document.symbol}`}
          </>
        }
        facts={[
          document.bound?.as === 'record' && document.state !== 'superseded' ? (
            <RecordStatePill key="state" record={document} />
          ) : (
            <DocumentStatePill key="state" state={document.state} />
          ),
          t(`council.doc.kind.${document.kind}`),
          t(`council.doc.${document.distribution}`),
        ]}
        acts={<DocumentActs document={document} />}
      />
      <Wall />
      <PrintedMark document={document} />
      <div className="k-aside">
        <div className="k-stack">
          <Supersession document={document} />
          <RecordTerm document={document} language={language} />
          <TextCard key={language} document={document} language={language} />
          <AmendmentsCard document={document} />
          <CommentsCard document={document} language={language} />
        </div>
        <aside className="k-stack" aria-label={t('council.facts')}>
          <LanguagesCard document={document} reading={language} />
          <FactsCard document={document} />
          <RelatedCard document={document} />
          <CitedPractices source={{ kind: 'document', id: document.id }} />
          <WayCard document={document} />
        </aside>
      </div>
    </>
  )
}

function FactsCard({ document }: { document: CouncilDocument }) {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const [changing, setChanging] = useState(false)
  const { session, item, dated, issuedAt, bound } = document
  const day = issuedAt ?? dated
  return (
    <Card
      title={t('council.facts')}
      side={
        may('council.prepare') &&
        isOpen(document.state) && (
          <Button variant="default" onClick={() => setChanging(true)}>
            {t('council.doc.facts.change')}
          </Button>
        )
      }
    >
      <Facts
        facts={[
          [t('council.body'), <Said key="body" text={document.body.name} />],
          ...(session
            ? [
                [
                  t('council.session'),
                  <Link key="session" to={`/sessions/${session.id}`}>
                    <Said text={session.title} />
                  </Link>,
                ] as const,
              ]
            : []),
          ...(bound?.party
            ? [[t('council.party'), <PartyLabel key="party" party={bound.party} />] as const]
            : []),
          ...(item ? [[t('council.doc.item'), <Said key="item" text={item.title} />] as const] : []),
          [t('council.doc.distribution'), t(`council.doc.${document.distribution}`)],
          ...(day ? [[t('council.doc.dated'), format.date(day)] as const] : []),
          [t('council.doc.sourceLanguage'), format.language(document.sourceLanguage)],
        ]}
      />
      <FactsDrawer document={document} opened={changing} onClose={() => setChanging(false)} />
    </Card>
  )
}

function WayCard({ document }: { document: CouncilDocument }) {
  const t = useT()
  const format = useFormat()
  return (
    <Card title={t('council.doc.way')}>
      <ol className={css.passed}>
        {document.steps.map((step, at) => (
          <li key={step.id}>
            <Joint state={at === document.steps.length - 1 ? 'here' : 'done'} />
            <div>
              <strong>{t(`council.doc.state.${step.to}`)}</strong>
              {step.reason && <p dir="auto">{step.reason}</p>}
              <div className="k-dim k-small">
                {step.by} · {format.date(step.at, 'exact')}
              </div>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}
