/**
 * What leaves on paper, for a school or a clinic: who it is about, which paper is wanted, and where it stands. No
 * office, no reason, no number, and never a place of birth.
 */
import { isOpen } from '@kerege/contract/people/papers/rules'
import type { Paper } from '@kerege/contract/people/papers/schema'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Facts } from '../../ui/Facts.tsx'
import css from './papers.module.css'

export function PaperSheet({ paper, name }: { paper: Paper; name: string }) {
  const t = useT()
  const format = useFormat()
  return (
    <article className="k-paper">
      <h1>
        <bdi>{paper.person}</bdi>
      </h1>
      <div className={css.sheet}>
        <Facts
          facts={[
            [t('papers.sheet.wanted'), name],
            [
              t('papers.state'),
              t('papers.stateSince', {
                state: t(`papers.state.${paper.state}`),
                day: format.date(paper.stateSince),
              }),
            ],
            ...(isOpen(paper.state) ? [[t('papers.since'), format.date(paper.waitingSince)] as const] : []),
          ]}
        />
      </div>
    </article>
  )
}
