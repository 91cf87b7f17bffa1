/** Chooses a person of the register inside a form: the same search in any script, a row for each found. */
import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { FoundPerson } from '@kerege/contract/people/schema'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useAreas } from '../../../ui/form/useAreas.ts'
import { useField } from '../../../ui/form/useField.ts'
import { useSearch } from '../api.ts'
import css from '../people.module.css'

interface Props {
  at: string
  label: string
  hint: string
  /** Who may be chosen; the others are left out. */
  fits: (row: FoundPerson) => boolean
  onPick: (row: FoundPerson) => void
}

export function PersonPicker({ at, label, hint, fits, onPick }: Props) {
  const t = useT()
  const format = useFormat()
  const areas = useAreas()
  const field = useField<string>({ at, label })
  const [text, setText] = useState('')
  const [q] = useDebouncedValue(text.trim(), 300)
  const found = useSearch(q, 8)
  const rows = q.length < 2 ? [] : (found.data?.body.rows ?? []).filter(fits)
  return (
    <div>
      <TextInput
        id={field.id}
        label={label}
        description={hint}
        error={field.fault}
        leftSection={<IconSearch size={18} stroke={1.7} aria-hidden="true" />}
        value={text}
        maxLength={200}
        autoComplete="off"
        onChange={event => setText(event.currentTarget.value)}
        // Enter looks for somebody; it does not send the form.
        onKeyDown={event => {
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
      <p className="k-hidden" role="status">
        {q.length >= 2 && found.isSuccess && t('people.foundN', { n: rows.length })}
      </p>
      {q.length >= 2 && found.isSuccess && rows.length === 0 && (
        <p className="k-dim">{t('people.pickNobody')}</p>
      )}
      {rows.length > 0 && (
        <ul className={css.options}>
          {rows.map(row => (
            <li key={row.id}>
              <button type="button" className={css.option} onClick={() => onPick(row)}>
                <strong>
                  <bdi>{row.label}</bdi>
                </strong>
                <span className="k-dim">
                  {[row.birth && format.age(row.birth), areas.name(row.area), row.household]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
