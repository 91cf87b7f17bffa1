/** A new task for oneself or a colleague; `?subject=` brings the person from their own page. */
import { makeTask } from '@kerege/contract/tasks/routes'
import { Button } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { useMay, useSession } from '../../shell/session.ts'
import { Card } from '../../ui/Card.tsx'
import { ColleagueField } from '../../ui/form/ColleagueField.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { newId } from '../../ui/newId.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { toast } from '../../ui/toasts.ts'
import { AboutField } from './AboutField.tsx'
import { TitleField, WhenFields } from './fields.tsx'

export function NewPage() {
  const { subject } = useSearch({ strict: false }) as { subject?: string }
  return <NewTask key={subject} subject={subject} />
}

function NewTask({ subject }: { subject: string | undefined }) {
  const t = useT()
  const may = useMay()
  const { account } = useSession()
  const navigate = useNavigate()
  const [initial] = useState(() => ({
    id: newId(),
    ownerId: account.id,
    recurrence: 'none',
    compartment: 'contact',
    ...(subject ? { subjectId: subject } : {}),
  }))
  const back = subject ? `/people/${subject}` : '/tasks'
  const form = useForm({
    // A draft about one person must not come up beside another.
    name: subject ? `tasks.new.${subject}` : 'tasks.new',
    schema: bodyOf(makeTask),
    initial,
    shape: values => {
      const { compartment, ...rest } = values as { subjectId?: string; compartment?: string }
      return rest.subjectId ? { ...rest, compartment } : rest
    },
    send: (body, options) => send(makeTask, { body }, options),
    onDone: async () => {
      await queryClient.invalidateQueries()
      toast(t('tasks.made'))
      await navigate({ to: back })
    },
  })
  return (
    <>
      <PageHead title={t('tasks.new')} eyebrow={<Link to="/tasks">{t('tasks.title')}</Link>} />
      <div className="k-narrow">
        <Card>
          <Form
            form={form}
            submit={t('tasks.make')}
            beside={
              <Button variant="subtle" size="md" component={Link} to={back}>
                {t('ui.cancel')}
              </Button>
            }
          >
            <TitleField />
            {may('people.read') && <AboutField />}
            <ColleagueField at="/ownerId" label={t('tasks.owner')} />
            <WhenFields />
          </Form>
        </Card>
      </div>
    </>
  )
}
