/** Changes one section. Says whether life changed or a mistake is put right; a mistake wants its reason. */
import { Button } from '@mantine/core'
import { DomainError } from '@kerege/contract/errors'
import { changeSection } from '@kerege/contract/people/routes'
import { EditableSection, type Person } from '@kerege/contract/people/schema'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, send } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { type FormState, useForm } from '../../../ui/form/useForm.ts'
import { NotHere } from '../../../ui/NotHere.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { usePerson } from '../api.ts'
import { usePersonName } from '../person/usePersonName.tsx'
import { Conflict } from './Conflict.tsx'
import { ContactFields } from './ContactFields.tsx'
import css from './edit.module.css'
import { beginEditing, changeKinds, editSchema, shapeEdit } from './editing.ts'
import { HealthFields } from './HealthFields.tsx'
import { IdentityFields } from './IdentityFields.tsx'
import { JourneyFields } from './JourneyFields.tsx'

const fields = {
  contact: ContactFields,
  identity: IdentityFields,
  journey: JourneyFields,
  health: HealthFields,
}

export function EditPage() {
  const params = useParams({ strict: false }) as { id: string; section: string }
  const section = EditableSection.safeParse(params.section)
  const query = usePerson(params.id)
  if (!section.success) return <NotHere />
  return (
    <Answered query={query} rows={8}>
      {({ body, etag }) =>
        body.writable.includes(section.data) && etag ? (
          <EditSection key={`${body.id} ${section.data}`} person={body} section={section.data} etag={etag} />
        ) : (
          <NotHere />
        )
      }
    </Answered>
  )
}

interface Props {
  person: Person
  section: EditableSection
  etag: string
}

function EditSection({ person, section, etag }: Props) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const shown = usePersonName(person)
  const [initial] = useState(() => beginEditing(person, section, etag, format.today))
  const page = `/people/${person.id}/${section}`
  const form: FormState = useForm({
    name: `people.${section}.${person.id}`,
    schema: editSchema(section, format.today),
    initial,
    shape: values => shapeEdit(section, values),
    send: ({ section: value, kind, reason, etag: ifMatch }, options) =>
      send(
        changeSection,
        {
          params: { id: person.id, section },
          body: { section: value, kind, ...(reason ? { reason } : {}) },
        },
        { ...options, ifMatch },
      ),
    onDone: () => {
      // Empty before one leaves: a draft that was about to be kept must not outlive what was saved.
      form.startOver()
      void queryClient.invalidateQueries()
      void navigate({ to: page, replace: true })
    },
  })
  const Fields = fields[section]
  const correction = form.get('/kind') === 'correction'
  const stale = form.problem instanceof DomainError && form.problem.code === 'stale-version'
  return (
    <>
      <PageHead
        title={t('people.edit')}
        eyebrow={t('people.editing', { section: t(`access.compartment.${section}`) })}
        shown={shown}
      />
      {stale ? (
        // Saving again would be refused again: what was written waits in the form until the choice is made.
        <Conflict id={person.id} section={section} form={form} page={page} />
      ) : (
        <Form
          form={form}
          submit={t('people.save')}
          beside={
            <Button variant="subtle" size="md" component={Link} to={page}>
              {t('ui.cancel')}
            </Button>
          }
        >
          <Fields at="/section" />
          {!isFirst(person, section) && (
            <div className={css.kind}>
              <ChoiceField
                at="/kind"
                label={t('people.kind')}
                options={changeKinds.map(value => ({
                  value,
                  label: t(`people.kind.${value}`),
                  hint: t(`people.kind.${value}.hint`),
                }))}
              />
              {correction && <TextField at="/reason" label={t('ui.reason')} rows={2} maxLength={500} />}
            </div>
          )}
        </Form>
      )}
    </>
  )
}

/** What was never written can neither have changed nor been wrong. */
function isFirst(person: Person, section: EditableSection): boolean {
  const values: unknown[] = Object.values(person[section] ?? {})
  return values.every(value => Array.isArray(value) && value.length === 0)
}
