/** What a document revises, adds to or corrects, and what does so to it: supersession seen from both sides. */
import type { CouncilDocument } from '@kerege/contract/council/documents/schema'
import { Link } from '@tanstack/react-router'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import css from '../council.module.css'
import { Said } from '../parts/Said.tsx'
import { DocumentStatePill } from './state.tsx'

type Related = CouncilDocument['followedBy'][number]

const Name = ({ one }: { one: Related }) => (
  <Link to={`/documents/${one.id}`}>{one.symbol ?? <Said text={one.title} />}</Link>
)

/** Above the text: whoever reads the older one is told first, and so is who is about to replace it. */
export function Supersession({ document }: { document: CouncilDocument }) {
  const t = useT()
  const { state, basedOn, followedBy } = document
  const issued = followedBy.filter(one => one.state === 'issued' || one.state === 'superseded')
  const holds = state === 'superseded' ? issued.filter(one => one.relation === 'Rev') : []
  const others = issued.filter(one => !holds.includes(one))
  const replaces =
    basedOn?.relation === 'Rev' && basedOn.state === 'issued' && (state === 'draft' || state === 'circulated')
  return (
    <>
      {holds.length > 0 && (
        <Notice kind="wait">
          {holds.map(one => (
            <p key={one.id}>
              {t('council.doc.holdsNow')} <Name one={one} />
            </p>
          ))}
        </Notice>
      )}
      {others.length > 0 && (
        <Notice kind="info">
          {others.map(one => (
            <p key={one.id}>
              {t(`council.doc.followed.${one.relation}`)}: <Name one={one} />
            </p>
          ))}
        </Notice>
      )}
      {replaces && basedOn && (
        <Notice kind="info">
          <p>
            {t('council.doc.willSupersede')} <Name one={basedOn} />
          </p>
        </Notice>
      )}
    </>
  )
}

export function RelatedCard({ document }: { document: CouncilDocument }) {
  const t = useT()
  const { basedOn, followedBy } = document
  if (!basedOn && followedBy.length === 0) return null
  const row = (one: Related, says: string) => (
    <li key={one.id}>
      <div className={css.words}>
        <div className="k-dim k-small">{says}</div>
        <Name one={one} />
      </div>
      <DocumentStatePill state={one.state} />
    </li>
  )
  return (
    <Card flush title={t('council.doc.related')}>
      <ul className={css.rows}>
        {basedOn && row(basedOn, t(`council.doc.relation.${basedOn.relation}`))}
        {followedBy.map(one => row(one, t(`council.doc.followed.${one.relation}`)))}
      </ul>
    </Card>
  )
}
