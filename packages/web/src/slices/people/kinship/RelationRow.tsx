/** One relative: the word for what they are, how surely, by what, and since when. */
import type { Relation } from '@kerege/contract/people/kinship/schema'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import css from './kinship.module.css'
import { evidenceText, kindText, relativeFacts, relativeName, roughText, standingKind } from './words.ts'

interface Props {
  relation: Relation
  onChange?: () => void
}

export function RelationRow({ relation, onChange }: Props) {
  const t = useT()
  const format = useFormat()
  const { other, kind, basis, standing, since, until, endReason, evidence, note } = relation
  const name = relativeName(t, other)
  const facts = [
    // "Father not known" says already what he would be.
    ...(other.who === 'unknown' ? [] : [kindText(t, kind, other)]),
    t(`kinship.basis.${basis}`),
    ...(other.who === 'outside' ? [t('kinship.outside')] : []),
    ...relativeFacts(t, format, other),
    ...(since ? [t('kinship.since', { date: roughText(format, since) })] : []),
    ...(endReason ? [t(`kinship.ended.${endReason}`)] : []),
    ...(until ? [t('kinship.until', { date: roughText(format, until) })] : []),
  ]
  return (
    <li className={css.row}>
      <div className={css.words}>
        <div className="k-row">
          {other.who === 'person' ? (
            <Link to={`/people/${other.personId}/kinship`} className={css.name ?? ''}>
              <bdi>{name}</bdi>
            </Link>
          ) : (
            <bdi className={css.name}>{name}</bdi>
          )}
          <StatePill kind={standingKind[standing]}>{t(`kinship.standing.${standing}`)}</StatePill>
        </div>
        <p className="k-dim">{facts.join(' · ')}</p>
        {evidence.length > 0 && (
          <ul className={css.proofs} aria-label={t('kinship.evidence')}>
            {evidence.map((proof, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two papers of one type may look alike
              <li key={at}>{evidenceText(t, format, proof)}</li>
            ))}
          </ul>
        )}
        {note && (
          <p className="k-small">
            <bdi>{note}</bdi>
          </p>
        )}
      </div>
      {onChange && (
        <Button variant="subtle" aria-label={t('kinship.changeOf', { name })} onClick={onChange}>
          {t('kinship.change')}
        </Button>
      )}
    </li>
  )
}
