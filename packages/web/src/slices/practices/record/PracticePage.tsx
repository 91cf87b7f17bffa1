/** One practice: what was done, what reviewers say of it, where it is used; and for those who work on it, where it stands. */
import type { Language } from '@kerege/contract/common'
import { getPractice } from '@kerege/contract/practices/record/routes'
import type { Practice } from '@kerege/contract/practices/record/schema'
import { practiceSymbol } from '@kerege/contract/practices/rules'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { UsesPill } from '../adoption/state.tsx'
import { TryIt } from '../adoption/TryIt.tsx'
import { Keep } from '../collections/Keep.tsx'
import { Standing } from '../review/Standing.tsx'
import { AttachmentsCard } from './AttachmentsCard.tsx'
import { Glance } from './Glance.tsx'
import { HistoryCard } from './HistoryCard.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { PracticeActs } from './PracticeActs.tsx'
import { PracticeStatePill } from './PracticeStatePill.tsx'
import { PublishedReviewCard } from './PublishedReviewCard.tsx'
import { asideParts, lastParts } from './parts.ts'
import { TextsCard } from './TextsCard.tsx'

export function PracticePage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useGet(getPractice, { params: { id } })}>
      {({ body }) => <One practice={body} />}
    </Answered>
  )
}

function One({ practice }: { practice: Practice }) {
  const t = useT()
  const format = useFormat()
  // Who works on it reads what is being written while it is on its way; everybody else the edition.
  const underWay =
    practice.working !== undefined && practice.state !== 'published' && practice.state !== 'archived'
  const content = underWay ? practice.working : (practice.edition?.content ?? practice.working)
  const [chosen, choose] = useState<Language>()
  if (!content) return null
  const language = chosen ?? format.text(content.texts.title).language
  const title = content.texts.title[language]?.text ?? format.text(content.texts.title).text
  const { country, since, domains } = content.facts
  return (
    <>
      <PageHead
        title={title}
        eyebrow={
          <>
            <Link to="/practices">{t('practices.title')}</Link>
            {[
              practice.number === undefined ? t('practices.noNumber') : practiceSymbol(practice.number),
              ...domains.slice(0, 2).map(one => t(`domains.${one}`)),
              since === undefined
                ? format.country(country)
                : t('practices.since', { country: format.country(country), year: String(since) }),
            ].map(fact => ` · ${fact}`)}
          </>
        }
        facts={[
          <PracticeStatePill key="state" row={practice} />,
          ...(practice.origin
            ? [
                <StatePill key="origin" kind="info">
                  {t(`practices.origin.${practice.origin}`)}
                </StatePill>,
              ]
            : []),
          ...(practice.uses?.tried ? [<UsesPill key="uses" uses={practice.uses} />] : []),
          <LanguageSwitch key="languages" content={content} language={language} choose={choose} />,
        ]}
        acts={
          <>
            <PracticeActs practice={practice} />
            {practice.edition && <Keep practiceId={practice.id} />}
            {practice.edition && <TryIt practiceId={practice.id} />}
          </>
        }
      />
      {practice.retractedReason && practice.state === 'retracted' && (
        <Notice kind="stop" title={t('practices.retractedTitle')}>
          <span dir="auto">{practice.retractedReason}</span>
        </Notice>
      )}
      {underWay && practice.edition && <Notice kind="info">{t('practices.nextEdition')}</Notice>}
      {practice.working && practice.origin && <Notice kind="info">{t('practices.originText')}</Notice>}
      {practice.working && <Standing practice={practice} />}
      <div className="k-aside">
        <div className="k-stack">
          <TextsCard content={content} language={language} />
          {practice.edition && <PublishedReviewCard review={practice.edition.review} />}
        </div>
        <aside className="k-stack" aria-label={t('practices.glance')}>
          {asideParts.map(({ id, Part }) => (
            <Part key={id} practice={practice} />
          ))}
          <Glance practice={practice} content={content} language={language} />
          {lastParts.map(({ id, Part }) => (
            <Part key={id} practice={practice} />
          ))}
          <AttachmentsCard practice={practice} />
          {practice.working && <HistoryCard practice={practice} />}
        </aside>
      </div>
    </>
  )
}
