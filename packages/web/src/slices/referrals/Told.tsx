/** What somebody was told, field by field. */
import type { ToldField } from '@kerege/contract/consents/recipients'
import { Facts } from '../../ui/Facts.tsx'

interface Props {
  told: readonly { field: ToldField; value: string }[]
  label: (field: ToldField) => string
}

export const Told = ({ told, label }: Props) => (
  <Facts
    facts={told.map(({ field, value }) => [
      label(field),
      <span key={field} dir="auto" style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
        {value}
      </span>,
    ])}
  />
)
