/** The texts that leave, field by field, and nothing beside them. */
import { lessonFields } from '@kerege/contract/exchange/lesson'
import type { LessonOffer } from '@kerege/contract/repatriation/lessons/routes'
import { useT } from '../../../i18n/useT.tsx'

export function OfferTexts({ offer: { texts, language } }: { offer: LessonOffer }) {
  const t = useT()
  return (
    <>
      {lessonFields.map(
        field =>
          texts[field] !== undefined && (
            <div key={field}>
              <span className="k-dim k-small">{t(`lessons.${field}`)}</span>
              {texts[field].split('\n').map((part, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one text, which do not change
                <p key={at} lang={language} dir="auto">
                  {part}
                </p>
              ))}
            </div>
          ),
      )}
    </>
  )
}
