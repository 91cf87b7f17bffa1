/** In a row of tasks: what has to be minded with whom the task is about, asked once for all rows. */
import { flagText } from '@kerege/contract/casework/flags'
import { taskFlags } from '@kerege/contract/casework/flagRoutes'
import { IconHandStop } from '@tabler/icons-react'
import { useGet } from '../../../api.ts'
import { useLoaded } from '../../../i18n/language.ts'
import { useMay } from '../../../shell/session.ts'
import css from './flags.module.css'

export function TaskFlags({ subjectId }: { subjectId: string }) {
  // The hub has tasks as well, and nobody whom they could be about.
  const may = useMay()
  return may('people.read') ? <Shown subjectId={subjectId} /> : null
}

function Shown({ subjectId }: { subjectId: string }) {
  const { language } = useLoaded()
  const rows = useGet(taskFlags, {}, { freshFor: 60_000 }).data?.body.rows ?? []
  const mine = rows.filter(one => one.personId === subjectId)
  if (mine.length === 0) return null
  return (
    <span className={`${css.small} k-dim k-small`}>
      {mine.map(one => (
        <span key={one.id}>
          <IconHandStop size={14} stroke={1.7} aria-hidden="true" />
          <span dir="auto">
            {flagText(one.code, one.codeVersion, language)}
            {one.words ? `: ${one.words}` : ''}
          </span>
        </span>
      ))}
    </span>
  )
}
