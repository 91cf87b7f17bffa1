/** Every edition, and what each says differently from the one before it. */
import { getPractice, listEditions } from '@kerege/contract/practices/record/routes'
import { practiceSymbol } from '@kerege/contract/practices/rules'
import { Link, useParams } from '@tanstack/react-router'
import { useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { Changes } from './Changes.tsx'

export function EditionsPage() {
  const t = useT()
  const format = useFormat()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const practice = useGet(getPractice, { params: { id } }).data?.body
  const query = useGet(listEditions, { params: { id } })
  const name = practice ? format.text(practice.title).text : ''
  return (
    <>
      <PageHead
        title={t('practices.editions')}
        eyebrow={
          <Link to={`/practices/${id}`}>
            {[practice?.number === undefined ? '' : practiceSymbol(practice.number), name]
              .filter(Boolean)
              .join(' · ')}
          </Link>
        }
      />
      <Answered query={query}>
        {({ body }) => (
          <div className="k-stack">
            {body.rows.map((edition, at) => {
              const before = body.rows[at + 1]
              const head = (n: number) => t('practices.editionNo', { n })
              return (
                <Card
                  key={edition.id}
                  title={head(edition.number)}
                  note={format.date(edition.publishedAt, 'text')}
                >
                  {before ? (
                    <Changes
                      before={before.content}
                      after={edition.content}
                      heads={[head(before.number), head(edition.number)]}
                    />
                  ) : (
                    <p className="k-dim">{t('practices.firstEdition')}</p>
                  )}
                </Card>
              )
            })}
          </div>
        )}
      </Answered>
    </>
  )
}
