/** What somebody can review, said by themselves. */
import { getReviewerProfile, setReviewerProfile } from '@kerege/contract/practices/review/routes'
import { Link } from '@tanstack/react-router'
import { send, useGet } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ProfileForm } from './ProfileForm.tsx'

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
        {({ body, etag = '' }) => (
          <ProfileForm
            key={body.version}
            name="practices.reviewer"
            profile={body}
            labels={{
              languages: t('practices.reviewerLanguages'),
              available: t('practices.reviewerAvailable'),
            }}
            back="/practices"
            send={(given, options) =>
              send(setReviewerProfile, { body: given }, { ...options, ifMatch: etag })
            }
          />
        )}
      </Answered>
    </>
  )
}
