import { useEffect } from 'react'
import { faultText } from '../problems.ts'
import { useFormState } from './Form.tsx'

export interface FieldProps {
  /** JSON pointer of the value: `/contact/names/0/family`. */
  at: string
  label: string
  hint?: string | undefined
  /** Says "(if known)" after the label; nothing marks what is compulsory. */
  optional?: boolean | undefined
}

/** A field's value, its fault in words and its id; tells the form where it stands. */
export function useField<Value>({ at, label }: FieldProps): {
  id: string
  value: Value | undefined
  set: (value: Value | undefined) => void
  fault: string | undefined
} {
  const form = useFormState()
  const { register } = form
  const id = `f${form.name.replaceAll('.', '-')}${at.replaceAll('/', '-')}`
  useEffect(() => register(at, { id, label }), [register, at, id, label])
  const fault = form.faults.find(one => one.pointer === at)
  return {
    id,
    // The schema reads the values before they leave; until then a field trusts what it wrote itself.
    value: form.get(at) as Value | undefined,
    set: value => form.set(at, value),
    fault: fault && faultText(fault, form.slice),
  }
}
