/** One answer about sharing, in a few lines; on its own page with all that stands behind it. */
import type { Consent } from '@kerege/contract/consents/schema'
import type { ReactNode } from 'react'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import css from './consents.module.css'
import { classText, effectKind, purposeText, saidText, toText } from './words.ts'

export function ConsentRow({ row, whole = false, act }: { row: Consent; whole?: boolean; act?: ReactNode }) {
  const t = useT()
  const format = useFormat()
  const lines = whole
    ? [
        [t('consents.recipients'), toText(row, t, format)],
        [t('consents.classes'), classText(row, t, format)],
        [t('consents.purposes'), purposeText(row, t, format)],
      ]
    : [['', toText(row, t, format)]]
  return (
    <li className={css.row}>
      <div className={css.words}>
        <div dir="auto">{saidText(row, t)}</div>
        {lines.map(([label, text]) =>
          text ? (
            <div key={label}>
              {label && <span className="k-dim">{label}: </span>}
              {text}
            </div>
          ) : null,
        )}
        {whole && <Behind row={row} />}
        <div className="k-dim k-small">
          {[
            row.until && t('consents.untilDay', { day: format.date(row.until) }),
            t('consents.byWhom', { name: row.by.name, day: format.date(row.recordedAt) }),
            row.told > 0 && t('consents.toldTimes', { n: row.told }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </div>
      <div className={css.side}>
        <StatePill kind={effectKind(row)}>{t(`consents.effect.${row.effect}`)}</StatePill>
        {act}
      </div>
    </li>
  )
}

/** How it was asked and what proves it; words where their section is open. */
function Behind({ row }: { row: Consent }) {
  const t = useT()
  const format = useFormat()
  const facts = [
    row.explained && t(`consents.explained.${row.explained}`),
    row.language && format.language(row.language),
    row.interpreter !== 'none' &&
      `${t('consents.interpreter')}: ${t(`consents.interpreter.${row.interpreter}`)}`,
    t(`consents.evidence.${row.evidence}`),
    row.evidenceNote,
  ]
  const said = [
    ['explained', row.explainedWords],
    ['view', row.view],
    ['withdrawn', row.withdrawn?.why],
  ] as const
  return (
    <>
      <div className="k-small">{facts.filter(Boolean).join(' · ')}</div>
      {said.map(([part, words]) =>
        words ? (
          <div key={part} className={css.said} dir="auto">
            {words}
          </div>
        ) : null,
      )}
      {row.withdrawn && (
        <div className="k-small">
          {`${t('consents.withdraw.who')}: ${t(`consents.givenBy.${row.withdrawn.who}`)} · `}
          {t('consents.byWhom', { name: row.withdrawn.by.name, day: format.date(row.withdrawn.at) })}
        </div>
      )}
    </>
  )
}
