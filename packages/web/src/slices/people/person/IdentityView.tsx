/** Papers: citizenships with what stands behind them, and numbers hidden but for their end. */
import type { Person } from '@kerege/contract/people/schema'
import type { ReactNode } from 'react'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import { Masked } from './Masked.tsx'
import { NameList } from './NameList.tsx'
import css from './person.module.css'
import { systemName } from './systemName.ts'

const standingKind = { proved: 'ok', claimed: 'info', refused: 'wait', unknown: 'mute' } as const

export function IdentityView({ person }: { person: Person }) {
  const t = useT()
  const format = useFormat()
  const { identity } = person
  if (!identity) return null
  const { names, citizenships, identifiers } = identity
  if (names.length + citizenships.length + identifiers.length === 0) {
    return <EmptyState title={t('people.identity.none')}>{t('people.identity.noneText')}</EmptyState>
  }
  const term = (from?: string, to?: string): ReactNode =>
    from && to
      ? t('people.term', { from: format.date(from), to: format.date(to) })
      : to
        ? t('people.termTo', { to: format.date(to) })
        : from && t('people.termFrom', { from: format.date(from) })
  return (
    <>
      {citizenships.length > 0 && (
        <Card title={t('people.citizenships')} flush>
          <ul className={css.rows}>
            {citizenships.map(({ country, standing }) => (
              <li key={country}>
                <span className={`${css.words} ${css.strong}`}>
                  {country === 'XX' ? t('people.country.unknown') : format.country(country)}
                </span>
                {/* "Not known, not known" would say one thing twice. */}
                {(country !== 'XX' || standing !== 'unknown') && (
                  <StatePill kind={standingKind[standing]}>{t(`people.standing.${standing}`)}</StatePill>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {identifiers.length > 0 && (
        <Card title={t('people.identifiers')} note={t('people.identifiers.note')} flush>
          <ul className={css.rows}>
            {identifiers.map(({ system, value, issuer, validFrom, validTo }) => (
              <li key={`${system} ${value}`}>
                <div className={css.words}>
                  <div className={css.strong}>{systemName(system, t)}</div>
                  {(issuer || validFrom || validTo) && (
                    <div className="k-dim">
                      {issuer && <bdi>{issuer}</bdi>} {term(validFrom, validTo)}
                    </div>
                  )}
                </div>
                <Masked value={value} what={systemName(system, t)} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      <NameList names={names} title={t('people.namesInPapers')} />
    </>
  )
}
