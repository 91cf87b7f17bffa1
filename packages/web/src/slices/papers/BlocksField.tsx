/** What stays closed without the paper: any of eight, as big ticks. */
import { blockable } from '@kerege/contract/people/papers/rules'
import { Checkbox } from '@mantine/core'
import { useT } from '../../i18n/useT.tsx'
import { useField } from '../../ui/form/useField.ts'
import css from './papers.module.css'

export function BlocksField({ at }: { at: string }) {
  const t = useT()
  const label = t('papers.field.blocks')
  const field = useField<string[]>({ at, label })
  return (
    <Checkbox.Group label={label} error={field.fault} value={field.value ?? []} onChange={field.set}>
      <div className={css.ticks}>
        {blockable.map((one, index) => (
          <Checkbox
            key={one}
            value={one}
            label={t(`papers.block.${one}`)}
            {...(index === 0 ? { id: field.id } : {})}
          />
        ))}
      </div>
    </Checkbox.Group>
  )
}
