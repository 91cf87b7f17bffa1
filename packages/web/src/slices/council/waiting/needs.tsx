/** Invitations, records in their term and papers that owe a language, on the landing page: one question for all. */
import { listWaiting } from '@kerege/contract/council/waiting/routes'
import type { WaitingInvitation, WaitingPaper, WaitingRecord } from '@kerege/contract/council/waiting/schema'
import { useGet } from '../../../api.ts'
import type { Formatter } from '../../../i18n/useFormat.tsx'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { type Translate, useT } from '../../../i18n/useT.tsx'
import type { Need, Needs } from '../../../shell/slice.ts'
import { StatePill } from '../../../ui/StatePill.tsx'
import { LanguageStatePill } from '../documents/state.tsx'
import { Said } from '../parts/Said.tsx'
import { RecordStatePill, utcText } from '../record/state.tsx'

export function useCouncilWaiting(): Needs {
  const t = useT()
  const format = useFormat()
  const found = useGet(listWaiting, {})
  const { invitations = [], records = [], papers = [] } = found.data?.body ?? {}
  const isMine = ({ waits }: WaitingRecord) => waits === 'correct' || waits === 'settle'
  return {
    pending: found.isPending,
    error: found.error ?? undefined,
    mine: [
      ...invitations.map(one => invitationNeed(one, t)),
      ...records.filter(isMine).map(one => recordNeed(one, t)),
      ...papers.map(one => paperNeed(one, t, format)),
    ],
    others: records.filter(one => !isMine(one)).map(one => recordNeed(one, t)),
    tallies: [],
  }
}

const invitationNeed = ({ session, symbol, party, at }: WaitingInvitation, t: Translate): Need => ({
  id: `invitation.${session.id}.${party.id}`,
  who: (
    <>
      {symbol && <>{symbol}: </>}
      <Said text={session.title} />
    </>
  ),
  state: <StatePill kind="info">{t('council.answer.invited')}</StatePill>,
  why: t('council.invitation.waits'),
  since: at,
  act: { href: `/sessions/${session.id}`, label: t('council.invitation.answer') },
})

function recordNeed(one: WaitingRecord, t: Translate): Need {
  const href = `/documents/${one.documentId}`
  const until = t('council.rec.until', { when: utcText(one.correctionsUntil) })
  const acts: Partial<Record<WaitingRecord['waits'], Need['act']>> = {
    correct: { href, label: t('council.rec.correct') },
    settle: { href, label: t('council.request.answer') },
  }
  const why: Record<WaitingRecord['waits'], string> = {
    correct: until,
    read: until,
    settle: t('council.rec.openN', { n: one.openCorrections }),
    approve: t('council.rec.waits'),
  }
  const act = acts[one.waits]
  return {
    id: `record.${one.documentId}`,
    who: (
      <>
        {t('council.rec.record')} {one.symbol}: <Said text={one.session.title} />
      </>
    ),
    state: <RecordStatePill record={{ state: 'circulated' }} />,
    why: why[one.waits],
    since: one.circulatedAt,
    ...(act ? { act } : {}),
  }
}

/** What is behind goes ahead of what is missing: readers take an old translation for the text. */
function paperNeed({ document, missing, stale }: WaitingPaper, t: Translate, format: Formatter): Need {
  const [first] = [...stale, ...missing]
  const say = (key: 'stale' | 'missing', all: WaitingPaper['missing']) =>
    all.length > 0 ? [t(`council.digest.${key}`, { languages: all.map(format.language).join(', ') })] : []
  return {
    id: `paper.${document.id}`,
    who: <Said text={document.title} />,
    state: <LanguageStatePill state={stale.length > 0 ? 'stale' : 'missing'} />,
    why: [document.symbol, ...say('stale', stale), ...say('missing', missing)].filter(Boolean).join(' · '),
    since: document.updatedAt,
    act: { href: `/documents/${document.id}/write/${first}`, label: t('council.doc.translate') },
  }
}
