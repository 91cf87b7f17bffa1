/** What somebody can review, said by themselves: fields, languages, and whether they have time. */
import { languages } from '@kerege/contract/common'
import { getReviewerProfile, setReviewerProfile } from '@kerege/contract/practices/review/routes'
import type { ReviewerProfile } from '@kerege/contract/practices/review/schema'
import { Button } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { DomainsField } from '../../../ui/domains/DomainsField.tsx'
import { TickField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { ManyChoiceField } from '../../../ui/form/ManyChoiceField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { PageHead } from '../../../ui/PageHead.tsx'

export function ReviewerPage() {
  const t = useT()
  return (
    <>
      <PageHead
        title={t('practices.reviewer')}
        eyebrow={<Link to="/practices">{t('practices.title')}</Link>}
        facts={[t('practices.reviewerLede')]}
      />
      <Answered query={useGet(getReviewerProfile, {})}>
        {({ body, etag }) => <ProfileForm key={body.version} profile={body} etag={etag ?? ''} />}
      </Answered>
    </>
  )
}

function ProfileForm({ profile, etag }: { profile: ReviewerProfile; etag: string }) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const { domains, languages: reads, available } = profile
  const form = useForm({
    name: 'practices.reviewer',
    schema: bodyOf(setReviewerProfile),
    initial: { domains, languages: reads, available },
    shape: values => ({ domains: [], languages: [], ...(values as object) }),
    send: (body, options) => send(setReviewerProfile, { body }, { ...options, ifMatch: etag }),
    onDone: async () => {
      await queryClient.invalidateQueries()
      await navigate({ to: '/practices' })
    },
  })
  return (
    <div className="k-narrow">
      <Card>
        <Form
          form={form}
          submit={t('practices.save')}
          beside={
            <Button variant="subtle" size="md" component={Link} to="/practices">
              {t('ui.cancel')}
            </Button>
          }
        >
          <DomainsField at="/domains" />
          <ManyChoiceField
            at="/languages"
            label={t('practices.reviewerLanguages')}
            options={languages.map(value => ({ value, label: format.language(value) }))}
            max={7}
          />
          <TickField at="/available" label={t('practices.reviewerAvailable')} />
        </Form>
      </Card>
    </div>
  )
}
