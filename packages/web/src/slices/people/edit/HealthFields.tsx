/**
 * Six questions on functioning, after the short set of the Washington Group: what somebody can do, never what they
 * have. Four answers in words; not known and not wanted stand apart, since they are no grade.
 */
import { Radio } from '@mantine/core'
import { difficulties, disabilityDomains } from '@kerege/contract/people/schema'
import { useT } from '../../../i18n/useT.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { DayField } from '../../../ui/form/DayField.tsx'
import { useField } from '../../../ui/form/useField.ts'
import { answerers } from '../words.ts'
import css from './edit.module.css'

export function HealthFields({ at }: { at: string }) {
  const t = useT()
  const inside = `${at}/disability`
  return (
    <>
      <p className="k-dim">{t('people.health.about')}</p>
      {disabilityDomains.map(domain => (
        <DifficultyField
          key={domain}
          at={`${inside}/${domain}`}
          label={t(`people.domain.${domain}`)}
          hint={t(`people.domain.${domain}.ask`)}
        />
      ))}
      <DayField at={`${inside}/askedOn`} label={t('people.askedOn')} />
      <ChoiceField
        at={`${inside}/answeredBy`}
        label={t('people.answeredBy')}
        options={answerers.map(value => ({ value, label: t(`people.answeredBy.${value}`) }))}
      />
    </>
  )
}

function DifficultyField(props: { at: string; label: string; hint: string }) {
  const t = useT()
  const field = useField<string>(props)
  return (
    <Radio.Group
      className={css.question ?? ''}
      label={props.label}
      description={props.hint}
      error={field.fault}
      value={field.value ?? ''}
      onChange={field.set}
    >
      <div className={css.answers}>
        {difficulties.map((value, index) => (
          <Radio
            key={value}
            className={`${css.answer} ${value === 'unknown' ? css.apart : ''}`}
            value={value}
            label={t(`people.difficulty.${value}`)}
            {...(index === 0 ? { id: field.id } : {})}
          />
        ))}
      </div>
    </Radio.Group>
  )
}
