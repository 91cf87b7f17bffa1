/** Which parts of life something concerns: any of twelve, as ticks; none stands for all. */
import { domains } from '@kerege/contract/domains'
import { Checkbox } from '@mantine/core'
import { useT } from '../../i18n/useT.tsx'
import { useField } from '../form/useField.ts'
import css from './domains.module.css'

export function DomainsField({ at }: { at: string }) {
  const t = useT()
  const label = t('domains.title')
  const field = useField<string[]>({ at, label })
  return (
    <Checkbox.Group
      label={label}
      description={t('domains.allHint')}
      error={field.fault}
      value={field.value ?? []}
      onChange={field.set}
    >
      <div className={css.ticks}>
        {domains.map((one, index) => (
          <Checkbox
            key={one}
            value={one}
            label={t(`domains.${one}`)}
            {...(index === 0 ? { id: field.id } : {})}
          />
        ))}
      </div>
    </Checkbox.Group>
  )
}
