/** On what an act of sharing would rest: who allowed which sections, and what is missing or was refused by whom. */
import type { Looked } from '@kerege/contract/consents/tellingSchema'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import css from '../consents.module.css'
import { classText, saidText } from '../words.ts'

export function WhoSaid({ looked }: { looked: Pick<Looked, 'rests' | 'missing'> }) {
  const t = useT()
  const format = useFormat()
  return (
    <section aria-label={t('consents.whoSaid')} className={css.whoSaid}>
      <h3>{t('consents.whoSaid')}</h3>
      <ul>
        {looked.rests.map(({ voice, classes }) => (
          <li key={voice.id}>
            <StatePill kind="ok">{t('consents.whoSaid.may')}</StatePill>
            <span dir="auto">
              {t('consents.whoSaid.part', {
                who: saidText(voice, t),
                what: classText({ classes }, t, format),
              })}
            </span>
          </li>
        ))}
        {looked.missing.map(({ classes, why, by }) => (
          <li key={`${why} ${classes.join()}`}>
            <StatePill kind="wait">{t('consents.whoSaid.mayNot')}</StatePill>
            <span dir="auto">
              {t('consents.whoSaid.part', {
                who: t(`consents.why.${why}`),
                what: classText({ classes }, t, format),
              })}
              {by.map(voice => (
                <span key={voice.id} className="k-dim">
                  {` · ${saidText(voice, t)}`}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
