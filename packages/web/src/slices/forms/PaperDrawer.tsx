/** A form on paper, in the family's language: as it was answered, or empty. */
import type { FormRow } from '@kerege/contract/forms/schema'
import { useState } from 'react'
import { Radio } from '@mantine/core'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { PaperForm } from '../../ui/PaperForm.tsx'
import css from './forms.module.css'

interface Props {
  form: Pick<FormRow, 'id' | 'step'>
  opened: boolean
  onClose: () => void
}

export function PaperDrawer({ form, opened, onClose }: Props) {
  const t = useT()
  const [what, choose] = useState('filled')
  return (
    <Drawer opened={opened} onClose={onClose} title={t('forms.print')}>
      {opened && (
        <PaperForm
          key={what}
          name="forms.paper"
          of={what === 'filled' ? 'form' : 'form-empty'}
          query={what === 'filled' ? { formId: form.id } : { step: form.step }}
          words={{
            text: t('forms.print.text'),
            language: t('forms.print.language'),
            format: t('forms.print.format'),
            act: t('forms.print.act'),
          }}
          onClose={onClose}
        >
          <Radio.Group label={t('forms.print.what')} value={what} onChange={choose}>
            <div className={css.ticks}>
              {(['filled', 'empty'] as const).map(one => (
                <Radio key={one} value={one} label={t(`forms.print.${one}`)} />
              ))}
            </div>
          </Radio.Group>
        </PaperForm>
      )}
    </Drawer>
  )
}
