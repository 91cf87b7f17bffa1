/** A concept that the thesaurus does not have yet. */
import { addConcept } from '@kerege/contract/practices/thesaurus/routes'
import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { toast } from '../../../ui/toasts.ts'
import { ConceptFields } from './ConceptFields.tsx'
import { shape } from './shape.ts'

export function NewConceptPage() {
  const t = useT()
  const navigate = useNavigate()
  const [initial] = useState(() => ({ label: {}, alternatives: {}, related: [] }))
  const form = useForm({
    name: 'thesaurus.new',
    schema: bodyOf(addConcept),
    initial,
    shape,
    send: (body, options) => send(addConcept, { body }, options),
    onDone: async () => {
      toast(t('thesaurus.saved'))
      await queryClient.invalidateQueries()
      await navigate({ to: '/thesaurus' })
    },
  })
  return (
    <>
      <PageHead
        title={t('thesaurus.add')}
        eyebrow={<Link to="/thesaurus">{t('thesaurus.title')}</Link>}
        facts={[t('thesaurus.lede')]}
      />
      <div className="k-narrow">
        <Card>
          <Form
            form={form}
            submit={t('thesaurus.save')}
            beside={
              <Button variant="subtle" size="md" component={Link} to="/thesaurus">
                {t('ui.cancel')}
              </Button>
            }
          >
            <TextField
              at="/id"
              label={t('thesaurus.id')}
              hint={t('thesaurus.idHint')}
              lang="en"
              dir="ltr"
              maxLength={60}
            />
            <ConceptFields />
          </Form>
        </Card>
      </div>
    </>
  )
}
