/** About whom a task is: looked for in the register, shown by name once chosen, and taken away again. */
import type { Compartment } from '@kerege/contract/access/compartments'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../i18n/useT.tsx'
import { useSession } from '../../shell/session.ts'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { useFormState } from '../../ui/form/Form.tsx'
import { usePerson } from '../people/api.ts'
import { usePersonName } from '../people/person/usePersonName.tsx'
import { PersonPicker } from '../people/search/PersonPicker.tsx'
import css from './tasks.module.css'

export function AboutField() {
  const t = useT()
  const form = useFormState()
  const chosen = form.get('/subjectId') as string | undefined
  const [name, setName] = useState<string>()
  if (!chosen) {
    return (
      <PersonPicker
        at="/subjectId"
        label={t('tasks.field.about')}
        hint={t('tasks.field.aboutHint')}
        fits={() => true}
        onPick={row => {
          setName(row.label)
          form.set('/subjectId', row.id)
        }}
      />
    )
  }
  return (
    <>
      <div>
        <div className={css.label}>{t('tasks.about')}</div>
        <div className={css.chosen}>
          <strong>{name ? <bdi>{name}</bdi> : <NameOf id={chosen} />}</strong>
          <Button variant="subtle" onClick={() => form.set('/subjectId', undefined)}>
            {t('tasks.field.another')}
          </Button>
        </div>
      </div>
      <PartField />
    </>
  )
}

/** Came by the address, from the person's own page: the name is asked by the id. */
function NameOf({ id }: { id: string }) {
  const t = useT()
  const query = usePerson(id)
  if (query.data) return <KnownName person={query.data.body} />
  return query.isError ? t('tasks.nameNotOpen') : '…'
}

function KnownName({ person }: { person: Parameters<typeof usePersonName>[0] }) {
  return usePersonName(person)
}

/** Colleagues to whom that part of the file is shut do not see the task. */
function PartField() {
  const t = useT()
  const { rights } = useSession()
  const open = rights.compartments
    .filter(one => one.read.length > 0)
    .map((one): Compartment => one.compartment)
  if (open.length < 2) return null
  return (
    <ChoiceField
      compact
      at="/compartment"
      label={t('tasks.field.part')}
      hint={t('tasks.field.partHint')}
      options={open.map(value => ({ value, label: t(`access.compartment.${value}`) }))}
    />
  )
}
