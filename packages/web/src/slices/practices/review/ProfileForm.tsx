/** What somebody can review: fields, languages, and whether they have time. Filled in by themselves or by those who choose reviewers. */
import { languages } from '@kerege/contract/common'
import type { setReviewerProfile } from '@kerege/contract/practices/review/routes'
import { SetReviewerProfile, type ReviewerProfile } from '@kerege/contract/practices/review/schema'
import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import type { CallOptions } from '@kerege/contract/client'
import type { Input } from '@kerege/contract/route'
import { queryClient } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { DomainsField } from '../../../ui/domains/DomainsField.tsx'
import { TickField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { ManyChoiceField } from '../../../ui/form/ManyChoiceField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'

interface Props {
  /** Under which a draft is kept on the device. */
  name: string
  profile: Omit<ReviewerProfile, 'version'>
  labels: { languages: string; available: string }
  /** Where one came from, and goes afterwards. */
  back: string
  send: (body: Input<typeof setReviewerProfile>['body'], options: CallOptions) => Promise<unknown>
}

export function ProfileForm({ name, profile, labels, back, send }: Props) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const { domains, languages: reads, available } = profile
  const form = useForm({
    name,
    schema: SetReviewerProfile,
    initial: { domains, languages: reads, available },
    shape: values => ({ domains: [], languages: [], ...(values as object) }),
    send,
    onDone: async () => {
      await queryClient.invalidateQueries()
      await navigate({ to: back })
    },
  })
  return (
    <div className="k-narrow">
      <Card>
        <Form
          form={form}
          submit={t('practices.save')}
          beside={
            <Button variant="subtle" size="md" component={Link} to={back}>
              {t('ui.cancel')}
            </Button>
          }
        >
          <DomainsField at="/domains" />
          <ManyChoiceField
            at="/languages"
            label={labels.languages}
            options={languages.map(value => ({ value, label: format.language(value) }))}
            max={7}
          />
          <TickField at="/available" label={labels.available} />
        </Form>
      </Card>
    </div>
  )
}
