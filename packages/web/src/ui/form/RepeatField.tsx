/** Several of the same kind: names, phones, papers. Adding moves focus into the new one; removing can be undone. */
import { Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useT } from '../../i18n/useT.tsx'
import { toast } from '../toasts.ts'
import { useFormState } from './Form.tsx'
import css from './form.module.css'

interface Props {
  at: string
  /** Names one of them by its place: `n => t('people.nameNo', { n })`. */
  legend: (n: number) => string
  add: string
  /** A new, empty one. */
  blank: () => unknown
  min?: number
  max: number
  children: (at: string, index: number) => ReactNode
}

export function RepeatField({ at, legend, add, blank, min = 0, max, children }: Props) {
  const t = useT()
  const form = useFormState()
  const box = useRef<HTMLDivElement>(null)
  const added = useRef(false)
  const items = (form.get(at) as unknown[] | undefined) ?? []
  useEffect(() => {
    if (!added.current) return
    added.current = false
    const all = box.current?.querySelectorAll('fieldset')
    all?.[items.length - 1]?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }, [items.length])
  const remove = (index: number) => {
    form.set(at, items.toSpliced(index, 1))
    toast(t('ui.form.removed'), { undo: () => form.set(at, items) })
  }
  return (
    <div className={css.fields} ref={box}>
      {items.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a pointer counts places, and so do the fields inside
        <fieldset key={index} className={css.item}>
          <legend className={css.legend}>{legend(index + 1)}</legend>
          <div className={css.fields}>{children(`${at}/${index}`, index)}</div>
          {items.length > min && (
            <Button
              variant="subtle"
              className={css.remove ?? ''}
              leftSection={<IconTrash size={18} stroke={1.7} />}
              onClick={() => remove(index)}
            >
              {t('ui.form.remove', { what: legend(index + 1) })}
            </Button>
          )}
        </fieldset>
      ))}
      {items.length < max && (
        <Button
          variant="default"
          className={css.add ?? ''}
          leftSection={<IconPlus size={18} stroke={1.7} />}
          onClick={() => {
            added.current = true
            form.set(at, [...items, blank()])
          }}
        >
          {add}
        </Button>
      )}
    </div>
  )
}
