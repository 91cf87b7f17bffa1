/** Words of the directory: in the language of the screen where it is there, marked as another's otherwise; and how it stands. */
import type { ServiceRow } from '@kerege/contract/services/schema'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import { standOf } from './words.ts'

export function Said({ text }: { text: ServiceRow['name'] }) {
  const format = useFormat()
  const found = format.text(text)
  return <span lang={found.language}>{found.text}</span>
}

export function Stand({ row }: { row: Parameters<typeof standOf>[0] }) {
  const t = useT()
  const { today } = useFormat()
  const { kind, text } = standOf(row, today, t)
  return <StatePill kind={kind}>{text}</StatePill>
}
