/** The list of the palette: a box to type in, and options that arrows walk through. */
import { useDebouncedValue } from '@mantine/hooks'
import { IconCornerDownLeft, IconHistory, IconSearch, IconUser } from '@tabler/icons-react'
import { searchPeople } from '@kerege/contract/people/routes'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useId, useState } from 'react'
import { useGet } from '../api.ts'
import { useFormat } from '../i18n/useFormat.tsx'
import { useT } from '../i18n/useT.tsx'
import { linkTo } from '../ui/address.ts'
import { useAreas } from '../ui/form/useAreas.ts'
import { Sheet } from '../ui/Sheet.tsx'
import { accountLinks } from './accountLinks.ts'
import { useActs, useEntries } from './entries.ts'
import css from './palette.module.css'
import { recentPlaces, visited } from './recent.ts'
import { useMay } from './session.ts'
import type { Icon } from './slice.ts'
import { folded } from './folded.ts'

interface Entry {
  path: string
  label: string
  note: string
  icon: Icon
}

export function PaletteDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const navigate = useNavigate()
  const id = useId()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const { entries, searching } = useFound(text)
  const here = Math.min(at, Math.max(0, entries.length - 1))
  useEffect(() => {
    document.getElementById(`${id}-${here}`)?.scrollIntoView({ block: 'nearest' })
  }, [here, id])
  const go = (entry: Entry | undefined) => {
    if (!entry) return
    visited({ path: entry.path, label: entry.label })
    onClose()
    void navigate(linkTo(entry.path))
  }
  return (
    <Sheet kind="palette" opened onClose={onClose} label={t('shell.palette')}>
      <div className={css.box}>
        <IconSearch size={20} stroke={1.7} aria-hidden="true" />
        <input
          data-autofocus
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={entries.length > 0 ? `${id}-${here}` : undefined}
          aria-label={t('shell.palette')}
          placeholder={t('shell.palette.hint')}
          value={text}
          maxLength={200}
          autoComplete="off"
          onChange={event => {
            setText(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={event => {
            if (event.key === 'ArrowDown') setAt(Math.min(here + 1, entries.length - 1))
            else if (event.key === 'ArrowUp') setAt(Math.max(here - 1, 0))
            else if (event.key === 'Enter') go(entries[here])
            else return
            event.preventDefault()
          }}
        />
      </div>
      <div role="listbox" id={`${id}-list`} aria-label={t('shell.palette')} className={css.list}>
        {entries.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: arrows and Enter work in the box, which keeps the focus
          <div
            key={`${entry.path} ${entry.label}`}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === here}
            className={index === here ? css.here : css.option}
            onPointerMove={() => setAt(index)}
            onClick={() => go(entry)}
          >
            <entry.icon size={20} stroke={1.7} />
            <bdi className={css.label}>{entry.label}</bdi>
            <span className={css.note}>{entry.note}</span>
            {index === here && <IconCornerDownLeft size={16} aria-hidden="true" />}
          </div>
        ))}
      </div>
      <p className={css.foot} role="status">
        {searching ? t('shell.palette.searching') : t('shell.palette.found', { n: entries.length })}
      </p>
    </Sheet>
  )
}

function useFound(text: string): { entries: Entry[]; searching: boolean } {
  const t = useT()
  const format = useFormat()
  const areas = useAreas()
  const may = useMay()
  const nav = useEntries()
  const acts = useActs()
  const [q] = useDebouncedValue(text.trim(), 250)
  const people = useGet(
    searchPeople,
    { body: { q, limit: 8 } },
    { enabled: may('people.read') && q.length >= 2 },
  )
  const wanted = folded(text)
  const fits = (entry: Entry) => wanted === '' || folded(entry.label).includes(wanted)
  const places = [...nav, ...accountLinks].map(({ path, icon, label }) => ({
    path,
    icon,
    label: t(label),
    note: t('shell.palette.page'),
  }))
  const doing = acts.map(({ path, icon, label }) => ({
    path,
    icon,
    label: t(label),
    note: t('shell.palette.act'),
  }))
  const found = (q.length >= 2 ? (people.data?.body.rows ?? []) : []).map(row => ({
    path: `/people/${row.id}`,
    icon: IconUser,
    label: row.label,
    note: [row.birth && format.age(row.birth), areas.name(row.area)].filter(Boolean).join(' · '),
  }))
  const recent = recentPlaces().map(place => ({
    ...place,
    icon: IconHistory,
    note: t('shell.palette.recent'),
  }))
  const first = wanted === '' ? recent : []
  const seen = new Set(first.map(entry => entry.path))
  const rest = [...found, ...doing.filter(fits), ...places.filter(fits)].filter(one => !seen.has(one.path))
  return { entries: [...first, ...rest], searching: people.isFetching }
}
