/** A new statement: what one source states of one thing. */
import { addStatement } from '@kerege/contract/figures/routes'
import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { OnlyFor } from '../../shell/OnlyFor.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { newId } from '../../ui/newId.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { toast } from '../../ui/toasts.ts'
import { useFigures } from './api.ts'
import { StatementFields, shape } from './StatementForm.tsx'

export function NewPage() {
  return (
    <OnlyFor verb="figures.edit">
      <NewStatement />
    </OnlyFor>
  )
}

function NewStatement() {
  const t = useT()
  const navigate = useNavigate()
  const [initial] = useState(() => ({ id: newId(), values: {}, source: {}, isPublic: false }))
  const form = useForm({
    name: 'figures.new',
    schema: bodyOf(addStatement),
    initial,
    shape,
    send: (body, options) => send(addStatement, { body }, options),
    onDone: async () => {
      await queryClient.invalidateQueries()
      toast(t('figures.added'))
      await navigate({ to: '/figures' })
    },
  })
  return (
    <>
      <PageHead title={t('figures.add')} eyebrow={<Link to="/figures">{t('figures.title')}</Link>} />
      <div className="k-narrow">
        <Card>
          <Answered query={useFigures()}>
            {({ body }) => (
              <Form
                form={form}
                submit={t('figures.add')}
                beside={
                  <Button variant="subtle" size="md" component={Link} to="/figures">
                    {t('ui.cancel')}
                  </Button>
                }
              >
                <StatementFields series={body.series} />
              </Form>
            )}
          </Answered>
        </Card>
      </div>
    </>
  )
}
