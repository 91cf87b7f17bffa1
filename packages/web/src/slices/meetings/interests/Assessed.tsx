/** What was assessed: the child first, then those around it, then each way with what speaks for and against. */
import { factors, type Interests } from '@kerege/contract/meetings/interests'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import css from '../meetings.module.css'

export function Assessed({ one }: { one: Interests }) {
  const t = useT()
  const { matter, child, views, urgent } = one.content
  return (
    <>
      <Card title={t('interests.matter')}>
        <p dir="auto" className={css.text}>
          {matter}
        </p>
      </Card>
      {urgent && (
        <Card title={t('interests.urgent')}>
          <p dir="auto" className={css.text}>
            {urgent}
          </p>
        </Card>
      )}
      <Card title={t('interests.child')} note={child.heard && t(`interests.heard.${child.heard}`)}>
        {child.words ? (
          <p dir="auto" className={css.quote}>
            {child.words}
          </p>
        ) : (
          <p className="k-dim">{t('interests.childMissing')}</p>
        )}
      </Card>
      {views.length > 0 && (
        <Card flush title={t('interests.views')}>
          <ul className={css.rows}>
            {views.map((view, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two of one kind may say the same
              <li key={at} className={css.row}>
                <strong>{t(`interests.of.${view.of}`)}</strong>
                <span dir="auto" className={css.quote}>
                  {view.words}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Options one={one} />
    </>
  )
}

function Options({ one }: { one: Interests }) {
  const t = useT()
  const { options, recommended, reasons } = one.content
  if (options.length === 0) return null
  return (
    <Card flush title={t('interests.options')}>
      {options.map(option => (
        <section key={option.id} className={`${css.lead} ${option.id === recommended ? css.chosen : ''}`}>
          <div className={css.head}>
            <h3 dir="auto">{option.words}</h3>
            {option.id === recommended && <StatePill kind="info">{t('interests.isRecommended')}</StatePill>}
          </div>
          <div className={css.factors}>
            {factors
              .filter(factor => option[factor].for ?? option[factor].against)
              .map(factor => (
                <div key={factor}>
                  <strong>{t(`interests.factor.${factor}`)}</strong>
                  <div className={css.weighed}>
                    {(['for', 'against'] as const).map(
                      side =>
                        option[factor][side] && (
                          <div key={side}>
                            <span className="k-dim k-small">{t(`interests.${side}`)}</span>
                            <span dir="auto" className={css.text}>
                              {option[factor][side]}
                            </span>
                          </div>
                        ),
                    )}
                  </div>
                </div>
              ))}
          </div>
        </section>
      ))}
      {reasons && (
        <div className={css.lead}>
          <strong>{t('interests.reasons')}</strong>
          <p dir="auto" className={css.text}>
            {reasons}
          </p>
        </div>
      )}
    </Card>
  )
}
