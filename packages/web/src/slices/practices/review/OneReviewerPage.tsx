/** What one reviewer can review, set by those who choose reviewers. Whom it concerns is told. */
import { getReviewer, setReviewer } from '@kerege/contract/practices/review/routes'
import { Link, useParams } from '@tanstack/react-router'
import { send, useGet } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { Said } from '../../council/parts/Said.tsx'
import { ProfileForm } from './ProfileForm.tsx'

export function OneReviewerPage() {
  const t = useT()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const params = { id }
  return (
    <Answered query={useGet(getReviewer, { params })}>
      {({ body, etag = '' }) => (
        <>
          <PageHead
            title={t('practices.review.reviewers')}
            shown={<bdi>{body.name}</bdi>}
            eyebrow={<Link to="/practices/reviewers">{t('practices.review.reviewers')}</Link>}
            facts={[<Said key="agency" text={body.agency} />, t('practices.reviewers.oneLede')]}
          />
          <ProfileForm
            key={body.version}
            name={`practices.reviewer.${id}`}
            profile={body}
            labels={{
              languages: t('practices.reviewers.reads'),
              available: t('practices.reviewers.available'),
            }}
            back="/practices/reviewers"
            send={(given, options) =>
              send(setReviewer, { params, body: given }, { ...options, ifMatch: etag })
            }
          />
        </>
      )}
    </Answered>
  )
}
