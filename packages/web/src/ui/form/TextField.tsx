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
  /** What was entered before, offered while one types; anything else may be typed. */
  known?: readonly string[]
}

export function TextField(props: Props) {
  const {
    kind = 'text',
    rows,
    maxLength,
    placeholder,
    autoComplete = 'off',
    lang,
    dir = 'auto',
    known = [],
  } = props
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
  const list = known.length > 0 ? `${field.id}-known` : undefined
  return (
    <>
      <TextInput
        {...common}
        dir={dir}
        list={list}
        autoComplete={kind === 'code' ? 'one-time-code' : autoComplete}
        type={kind === 'code' ? 'text' : kind}
        {...(kind === 'code' ? { inputMode: 'numeric' as const } : {})}
      />
      {list && (
        <datalist id={list}>
          {known.map(text => (
            <option key={text} value={text} />
          ))}
        </datalist>
      )}
    </>
  )
}
