/** A fault of a whole group, which no field of it can say: a name without any part. */
import { useFormState } from '../../../ui/form/Form.tsx'
import { faultText } from '../../../ui/problems.ts'
import css from './edit.module.css'

export function GroupFault({ at }: { at: string }) {
  const form = useFormState()
  const fault = form.faults.find(one => one.pointer === at)
  return fault ? <p className={css.fault}>{faultText(fault, form.slice)}</p> : null
}
