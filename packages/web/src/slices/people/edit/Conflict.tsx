/** The section was changed by somebody else meanwhile: both values of each field, and a choice per field. */
import { Button } from '@mantine/core'
import type { EditableSection } from '@kerege/contract/people/schema'
import { getPerson, personHistory } from '@kerege/contract/people/routes'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { ConflictTable } from '../../../ui/ConflictTable.tsx'
import type { FormState } from '../../../ui/form/useForm.ts'
import { FieldValue, fieldKey } from '../person/FieldValue.tsx'
import css from './edit.module.css'
import { type Editing, shapeEdit } from './editing.ts'
import { compareSections, merged } from './merge.ts'

type Fields = Record<string, unknown>

interface Props {
  id: string
  section: EditableSection
  form: FormState
  /** The person's page, to leave everything as it is now. */
  page: string
}

export function Conflict({ id, section, form, page }: Props) {
  const fresh = useQuery({
    // A new refusal means a newer version: it is read again.
    queryKey: ['people.conflict', id, form.problem],
    queryFn: async ({ signal }) => {
      const person = await send(getPerson, { params: { id } }, { signal })
      const history = await send(personHistory, { params: { id }, query: { limit: 20 } }, { signal })
      const last = history.body.rows.find(row => row.compartment === section)
      return { etag: person.etag ?? '', theirs: (person.body[section] ?? {}) as Fields, last }
    },
    gcTime: 0,
  })
  return (
    <Answered query={fresh} rows={4}>
      {answer => <Choice key={answer.etag} section={section} form={form} page={page} {...answer} />}
    </Answered>
  )
}

interface ChoiceProps extends Omit<Props, 'id'> {
  etag: string
  theirs: Fields
  last: { at: string; by: string } | undefined
}

function Choice({ section, form, page, etag, theirs, last }: ChoiceProps) {
  const t = useT()
  const format = useFormat()
  const editing = form.values as Editing // this form was begun by `beginEditing`
  const mine = (shapeEdit(section, editing) as Editing).section as Fields
  const merge = compareSections(editing.base as Fields, mine, theirs)
  const [chosen, setChosen] = useState<Record<string, 'mine' | 'theirs'>>({})
  const [going, setGoing] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const open = merge.both.filter(field => !chosen[field])
  const { submit } = form
  useEffect(() => {
    if (!going) return
    setGoing(false)
    void submit()
  }, [going, submit])
  const save = () => {
    form.set('/section', merged(mine, theirs, merge, chosen))
    form.set('/base', theirs)
    form.set('/etag', etag)
    // Sent in the next drawing, when the form holds what was chosen.
    setGoing(true)
  }
  const when = last ? t('people.conflict.by', { who: last.by, when: format.date(last.at, 'exact') }) : ''
  return (
    <div className={css.conflict} ref={box} tabIndex={-1}>
      <Card
        title={t('people.conflict')}
        note={when}
        flush
        foot={
          <div className="k-row">
            <Button onClick={save} disabled={open.length > 0}>
              {t('people.conflict.save')}
            </Button>
            <Button variant="subtle" component={Link} to={page}>
              {t('ui.cancel')}
            </Button>
            {open.length > 0 && (
              <span className="k-dim">{t('people.conflict.open', { n: open.length })}</span>
            )}
          </div>
        }
      >
        {merge.both.length > 0 && (
          <ConflictTable
            chosen={chosen}
            onChoose={(field, side) => setChosen({ ...chosen, [field]: side })}
            conflicts={merge.both.map(field => ({
              id: field,
              field: t(fieldKey(field)),
              mine: {
                value: <FieldValue field={field} value={mine[field]} />,
                when: t('people.conflict.mine'),
              },
              theirs: { value: <FieldValue field={field} value={theirs[field]} />, when },
            }))}
          />
        )}
        {merge.theirs.length > 0 && (
          <p style={{ padding: '12px 20px' }}>
            {t('people.conflict.taken', {
              fields: format.list(merge.theirs.map(field => t(fieldKey(field)))),
            })}
          </p>
        )}
        {merge.theirs.length + merge.both.length === 0 && (
          <p style={{ padding: '12px 20px' }}>{t('people.conflict.none')}</p>
        )}
      </Card>
    </div>
  )
}
