/** How a question stands, and who said something: by name while they stand in the directory, by their role otherwise. */
import type { Author, QuestionRow } from '@kerege/contract/practices/questions/schema'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { type StateKind, StatePill } from '../../../ui/StatePill.tsx'

const kinds: Record<QuestionRow['standing'], StateKind> = { open: 'wait', answered: 'ok', closed: 'mute' }

export function QuestionState({ row }: { row: Pick<QuestionRow, 'standing' | 'askedOfMe'> }) {
  const t = useT()
  if (row.askedOfMe && row.standing === 'open') {
    return <StatePill kind="wait">{t('practices.questions.askedOfMe')}</StatePill>
  }
  return <StatePill kind={kinds[row.standing]}>{t(`practices.questions.${row.standing}`)}</StatePill>
}

export function AuthorLine({ by }: { by: Author }) {
  const t = useT()
  const format = useFormat()
  if (by.me) return <strong>{t('practices.people.me')}</strong>
  if (!by.name) return <strong>{t(`access.role.${by.role}`)}</strong>
  return (
    <>
      <Link to={`/practitioners/${by.entryId}`} className="k-link">
        <bdi>{by.name}</bdi>
      </Link>
      {by.profession && <>, {t(`practices.people.profession.${by.profession}`)}</>}
      {by.country && <>, {format.country(by.country)}</>}
    </>
  )
}
