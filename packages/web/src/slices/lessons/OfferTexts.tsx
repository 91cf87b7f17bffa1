/** The texts that leave, field by field, and nothing beside them. */
import { lessonFields } from '@kerege/contract/exchange/lesson'
import type { LessonFacts, LessonOffer } from '@kerege/contract/lessons/offers'
import { useT } from '../../i18n/useT.tsx'

export function OfferTexts({ offer: { texts, facts, language } }: { offer: LessonOffer }) {
  const t = useT()
  const fields = [
    ...lessonFields.map(field => ({
      label: t(field === 'steps' && facts ? 'lessons.done' : `lessons.${field}`),
      text: texts[field],
    })),
    { label: t('lessons.results'), text: texts.results },
  ]
  return (
    <>
      {fields.map(
        ({ label, text }) =>
          text !== undefined && (
            <div key={label}>
              <span className="k-dim k-small">{label}</span>
              {text.split('\n').map((part, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one text, which do not change
                <p key={at} lang={language} dir="auto">
                  {part}
                </p>
              ))}
            </div>
          ),
      )}
      {facts && <Facts facts={facts} />}
    </>
  )
}

function Facts({ facts: { domains, settings, ages } }: { facts: LessonFacts }) {
  const t = useT()
  const { from, to } = ages
  const age =
    from !== undefined && to !== undefined
      ? t('practices.ages', { from, to })
      : from !== undefined
        ? t('practices.agesFrom', { from })
        : to !== undefined
          ? t('practices.agesTo', { to })
          : undefined
  return (
    <p className="k-dim k-small">
      {[
        ...domains.map(one => t(`domains.${one}`)),
        ...settings.map(one => t(`practices.setting.${one}`)),
        ...(age ? [age] : []),
      ].join(' · ')}
    </p>
  )
}
