/** All faults over the form, each a link to its field. Takes focus whenever the form was refused. */
import { useEffect, useRef } from 'react'
import { useT } from '../../i18n/useT.tsx'
import { faultText } from '../problems.ts'
import css from './form.module.css'
import type { FormState } from './useForm.ts'

export function FaultSummary({ form }: { form: FormState }) {
  const t = useT()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (form.attempts > 0) box.current?.focus()
  }, [form.attempts])
  if (form.faults.length === 0) return null
  return (
    <div ref={box} tabIndex={-1} className={css.summary} role="alert">
      <strong>{t('ui.form.faults', { n: form.faults.length })}</strong>
      <ul>
        {form.faults.map(fault => {
          const field = form.fieldFor(fault.pointer)
          const text = faultText(fault, form.slice)
          return (
            <li key={`${fault.pointer} ${fault.code}`}>
              {field ? (
                <a
                  href={`#${field.id}`}
                  onClick={event => {
                    event.preventDefault()
                    document.getElementById(field.id)?.focus()
                  }}
                >
                  {t('ui.form.fault', { label: field.label, text })}
                </a>
              ) : (
                text
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
