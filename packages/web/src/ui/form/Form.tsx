/**
 * THE form. One column; all faults at once in a summary that takes focus and links to the fields; the draft says
 * that it is kept; what the node refused stands over the button, with the text still there.
 */
import { Button } from '@mantine/core'
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { referenceOf } from '../FailedState.tsx'
import { Notice } from '../Notice.tsx'
import { problemText } from '../problems.ts'
import { FaultSummary } from './FaultSummary.tsx'
import css from './form.module.css'
import { type FormState, isKept } from './useForm.ts'

const FormContext = createContext<FormState | undefined>(undefined)

export function useFormState(): FormState {
  const form = useContext(FormContext)
  if (!form) throw new Error('a field stands outside of a form')
  return form
}

interface Props {
  form: FormState
  /** The verb of the button. */
  submit: string
  /** What else stands beside the button: a safe way out. */
  beside?: ReactNode
  children: ReactNode
}

export function Form({ form, submit, beside, children }: Props) {
  const t = useT()
  const format = useFormat()
  const problem = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (form.problem) problem.current?.focus()
  }, [form.problem])
  const reference = referenceOf(form.problem)
  return (
    <FormContext value={form}>
      <form
        className={css.form}
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void form.submit()
        }}
      >
        {form.restored && (
          <Notice
            kind="info"
            act={
              <Button variant="default" onClick={form.startOver}>
                {t('ui.form.startOver')}
              </Button>
            }
          >
            {t('ui.form.restored', { when: form.savedAt ? format.relative(form.savedAt) : '' })}
          </Notice>
        )}
        <FaultSummary form={form} />
        {children}
        {form.problem !== undefined && (
          <div ref={problem} tabIndex={-1} role="alert">
            <Notice
              kind={isKept(form.problem) ? 'wait' : 'stop'}
              title={problemText(form.problem, form.slice)}
            >
              {!isKept(form.problem) && t('ui.form.kept')}{' '}
              {reference && t('ui.failed.reference', { reference })}
            </Notice>
          </div>
        )}
        <div className={css.acts}>
          <Button type="submit" loading={form.sending} size="md">
            {submit}
          </Button>
          {beside}
          {form.savedAt && (
            <span className={css.saved} role="status">
              {t('ui.form.saved', { time: format.time(form.savedAt) })}
            </span>
          )}
        </div>
      </form>
    </FormContext>
  )
}

/** Fields that one question holds together. */
export function FieldGroup({
  legend,
  hint,
  children,
}: {
  legend: string
  hint?: string
  children: ReactNode
}) {
  return (
    <fieldset className={css.group}>
      <legend className={css.legend}>{legend}</legend>
      {hint && <p className={css.hint}>{hint}</p>}
      <div className={css.fields}>{children}</div>
    </fieldset>
  )
}
