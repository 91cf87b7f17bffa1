/** Views one keeps on this device: filters and order under a name of one's own. */
import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '../../i18n/useT.tsx'
import css from './list.module.css'
import type { Memory } from './memory.ts'
import type { ListState } from './useListQuery.ts'

interface Props {
  state: ListState
  memory: Memory
  keep: (memory: Memory) => void
  onClose: () => void
}

export function SavedViews({ state, memory, keep, onClose }: Props) {
  const t = useT()
  const [name, setName] = useState('')
  const save = () => {
    const trimmed = name.trim()
    if (!trimmed) return
    const others = memory.views.filter(view => view.name !== trimmed)
    keep({ ...memory, views: [...others, { name: trimmed, query: state.query }] })
    setName('')
  }
  return (
    <div className={css.fields}>
      {memory.views.length === 0 && <p className="k-dim">{t('ui.list.noViews')}</p>}
      <ul>
        {memory.views.map(view => (
          <li key={view.name} className={css.view}>
            <Button
              variant="subtle"
              onClick={() => {
                state.set(view.query)
                onClose()
              }}
            >
              {view.name}
            </Button>
            <ActionIcon
              variant="subtle"
              size="lg"
              aria-label={t('ui.list.forget', { name: view.name })}
              onClick={() => keep({ ...memory, views: memory.views.filter(one => one !== view) })}
            >
              <IconTrash size={18} stroke={1.7} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <TextInput
        label={t('ui.list.viewName')}
        description={t('ui.list.viewHint')}
        value={name}
        maxLength={60}
        onChange={event => setName(event.currentTarget.value)}
      />
      <div className={css.drawerActs}>
        <Button variant="default" onClick={save}>
          {t('ui.list.saveView')}
        </Button>
      </div>
    </div>
  )
}
