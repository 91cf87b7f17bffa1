/** One note or incident: what it was, who was there, what matters; beneath it what was added, by whom and when. */
import type { Note, NoteKind } from '@kerege/contract/casework/notes'
import { Button } from '@mantine/core'
import {
  IconAlertTriangle,
  IconHome,
  IconMessage,
  IconNote,
  IconPhone,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import type { Icon } from '../../../shell/slice.ts'
import { StatePill } from '../../../ui/StatePill.tsx'
import css from '../casework.module.css'
import { AmendDrawer } from './AmendDrawer.tsx'

const icons: Readonly<Record<NoteKind, Icon>> = {
  visit: IconHome,
  call: IconPhone,
  meeting: IconUsers,
  conference: IconUsersGroup,
  message: IconMessage,
  incident: IconAlertTriangle,
  other: IconNote,
}

export function NoteItem({ note, onChange }: { note: Note; onChange: () => void }) {
  const t = useT()
  const format = useFormat()
  const [amending, amend] = useState(false)
  const NoteIcon = icons[note.kind]
  const there = [
    ...note.family.map(one => one.name),
    ...note.colleagues.map(one => one.name),
    ...(note.others ? [note.others] : []),
  ]
  const { incident } = note
  return (
    <>
      <NoteIcon size={20} stroke={1.7} />
      <div className={css.words}>
        <div className={css.head}>
          <strong>
            {t(`casework.note.kind.${note.kind}`)}
            {incident && ` · ${t(`casework.incident.${incident.what}`)}`}
          </strong>
          <StatePill kind="mute">{t(`access.compartment.${note.compartment}`)}</StatePill>
        </div>
        <div dir="auto" className={css.text}>
          {note.words}
        </div>
        {incident?.place && (
          <div dir="auto">
            <span className="k-dim">{t('casework.incident.place')}: </span>
            {incident.place}
          </div>
        )}
        {incident?.done && (
          <div dir="auto">
            <span className="k-dim">{t('casework.incident.done')}: </span>
            {incident.done}
          </div>
        )}
        {incident && incident.told.length > 0 && (
          <div>
            <span className="k-dim">{t('casework.incident.told')}: </span>
            {incident.told.map(one => t(`casework.told.${one}`)).join(', ')}
          </div>
        )}
        {there.length > 0 && (
          <div className="k-small">
            <bdi>{t('casework.notes.there', { names: there.join(', ') })}</bdi>
          </div>
        )}
        {note.taskId && <div className="k-small">{t('casework.notes.withTask')}</div>}
        <div className="k-dim k-small">
          {t('casework.notes.byWhom', { name: note.by.name, day: format.date(note.heldOn, 'text') })}
          {note.mayChange &&
            ` · ${t('casework.notes.opensUntil', { day: format.date(note.locksOn, 'text') })}`}
        </div>
        {note.amendments.map(one => (
          <div key={one.id} className={css.added}>
            <div dir="auto" className={css.text}>
              {one.words}
            </div>
            <div className="k-dim k-small">
              {t('casework.notes.added', { name: one.by.name, day: format.date(one.at, 'text') })}
            </div>
          </div>
        ))}
        {(note.mayChange || note.mayAmend) && (
          <div className={`${css.acts} k-screen`}>
            {note.mayChange && (
              <Button variant="default" size="xs" onClick={onChange}>
                {t('casework.notes.changeAct')}
              </Button>
            )}
            {note.mayAmend && (
              <Button variant="default" size="xs" onClick={() => amend(true)}>
                {t('casework.notes.amend')}
              </Button>
            )}
          </div>
        )}
      </div>
      <AmendDrawer note={note} opened={amending} onClose={() => amend(false)} />
    </>
  )
}
