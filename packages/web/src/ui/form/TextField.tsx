/** One line or several that a person types. */
import { PasswordInput, Textarea, TextInput } from '@mantine/core'
import { useT } from '../../i18n/useT.tsx'
import { type FieldProps, useField } from './useField.ts'
import { useLabel } from './useLabel.tsx'

interface Props extends FieldProps {
  kind?: 'text' | 'email' | 'tel' | 'code' | 'password' | 'new-password'
  rows?: number
  maxLength?: number
  placeholder?: string
  autoComplete?: string
  /** Language of what is typed, where it is not the screen's. */
  lang?: string | undefined
  dir?: 'ltr' | 'rtl' | 'auto'
}

export function TextField(props: Props) {
  const { kind = 'text', rows, maxLength, placeholder, autoComplete = 'off', lang, dir = 'auto' } = props
  const t = useT()
  const field = useField<string>(props)
  const label = useLabel(props)
  const common = {
    id: field.id,
    label,
    description: props.hint,
    error: field.fault,
    value: field.value ?? '',
    placeholder,
    lang,
    ...(maxLength ? { maxLength } : {}),
    inputWrapperOrder: ['label', 'description', 'input', 'error'] as (
      | 'label'
      | 'description'
      | 'input'
      | 'error'
    )[],
    onChange: (event: { currentTarget: { value: string } }) => field.set(event.currentTarget.value),
  }
  if (rows) return <Textarea {...common} rows={rows} dir={dir} autoComplete={autoComplete} />
  if (kind === 'password' || kind === 'new-password') {
    return (
      <PasswordInput
        {...common}
        autoComplete={kind === 'password' ? 'current-password' : 'new-password'}
        visibilityToggleButtonProps={{ 'aria-label': t('ui.showPassword'), tabIndex: 0 }}
      />
    )
  }
  return (
    <TextInput
      {...common}
      dir={dir}
      autoComplete={kind === 'code' ? 'one-time-code' : autoComplete}
      type={kind === 'code' ? 'text' : kind}
      {...(kind === 'code' ? { inputMode: 'numeric' as const } : {})}
    />
  )
}
