/** Who on the register looks like this row, and why. Two equal answers each; neither is pushed. */
import type { ImportRow } from '@kerege/contract/repatriation/manifest/imports'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useT } from '../../../i18n/useT.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import { Likeness } from '../../people/Likeness.tsx'
import { Known } from '../../people/search/Result.tsx'
import css from './manifest.module.css'

interface Props {
  row: ImportRow
  open: boolean
  sameAs: string | undefined
  others: readonly string[]
  onSame: (id: string | undefined) => void
  onOthers: (ids: readonly string[]) => void
}

export function Alike({ row, open, sameAs, others, onSame, onOthers }: Props) {
  const t = useT()
  return (
    <section className={css.alike} aria-label={t('manifest.alike')}>
      <h3>{t('manifest.alike')}</h3>
      <ul>
        {row.lookAlikes.map(found => {
          const answer = found.id === sameAs ? 'same' : others.includes(found.id) ? 'other' : undefined
          const same = () => {
            onSame(answer === 'same' ? undefined : found.id)
            onOthers(others.filter(id => id !== found.id))
          }
          const other = () => {
            if (answer === 'same') onSame(undefined)
            onOthers(answer === 'other' ? others.filter(id => id !== found.id) : [...others, found.id])
          }
          return (
            <li key={found.id}>
              <div>
                <Link to={`/people/${found.id}`}>
                  <bdi>{found.label}</bdi>
                </Link>{' '}
                {answer && <StatePill kind="info">{t(`manifest.alike.${answer}`)}</StatePill>}
                <Known row={found} />
              </div>
              <Likeness found={found} />
              {open && (
                <div className={css.acts}>
                  <Button variant="default" aria-pressed={answer === 'same'} onClick={same}>
                    {t('manifest.alike.same')}
                  </Button>
                  <Button variant="default" aria-pressed={answer === 'other'} onClick={other}>
                    {t('manifest.alike.other')}
                  </Button>
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
