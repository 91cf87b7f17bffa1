/** The texts of a lesson; below each stands what the check sees in it. */
import { languages } from '@kerege/contract/common'
import type { ReactNode } from 'react'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { LookAt } from '../practices/check/LookAt.tsx'

interface Props {
  steps: { label: string; hint: string }
  /** Between the steps and the limits. */
  children?: ReactNode
}

export function TextFields({ steps, children }: Props) {
  const t = useT()
  const format = useFormat()
  return (
    <>
      <ChoiceField
        compact
        at="/language"
        label={t('lessons.language')}
        options={languages.map(value => ({ value, label: format.language(value) }))}
      />
      <Checked at="/texts/title" label={t('lessons.title')} maxLength={200} />
      <Checked at="/texts/summary" label={t('lessons.summary')} rows={2} maxLength={1000} />
      <Checked at="/texts/problem" label={t('lessons.problem')} rows={3} maxLength={2000} />
      <Checked at="/texts/steps" {...steps} rows={6} maxLength={4000} />
      {children}
      <Checked at="/texts/limits" label={t('lessons.limits')} optional rows={2} maxLength={2000} />
      <TextField
        at="/reason"
        label={t('lessons.reason')}
        hint={t('lessons.reasonHint')}
        rows={2}
        maxLength={500}
      />
    </>
  )
}

export function Checked(props: Parameters<typeof TextField>[0]) {
  return (
    <>
      <TextField {...props} />
      <LookAt at={props.at} audience="public" />
    </>
  )
}
