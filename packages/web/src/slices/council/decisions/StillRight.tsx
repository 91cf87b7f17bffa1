/** Once one language was changed: which of the others still say the same. Without a tick they are out of date. */
import type { Language } from '@kerege/contract/common'
import { leftBehind } from '@kerege/contract/council/silence'
import { Checkbox } from '@mantine/core'
import { choices } from '../../../i18n/language.ts'
import { useT } from '../../../i18n/useT.tsx'
import { FieldGroup, useFormState } from '../../../ui/form/Form.tsx'
import { onlySaid } from '../parts/TextsField.tsx'

type Text = Parameters<typeof leftBehind>[0]

export function StillRight({ text }: { text: Text }) {
  const t = useT()
  const form = useFormState()
  const said = (at: string) => (onlySaid(form.get(at)) ?? {}) as Text['title']
  const now: Text = { title: said('/title'), texts: said('/texts') }
  const behind = leftBehind(text, now).filter(language => now.texts[language]?.state === 'checked')
  if (behind.length === 0) return null
  const ticked = (form.get('/stillRight') ?? []) as Language[]
  const others = (language: Language) => ticked.filter(one => one !== language)
  return (
    <FieldGroup legend={t('council.stillRight')} hint={t('council.stillRight.hint')}>
      {behind.map(language => (
        <Checkbox
          key={language}
          label={choices.find(([id]) => id === language)?.[1] ?? language}
          checked={ticked.includes(language)}
          onChange={event =>
            form.set(
              '/stillRight',
              event.currentTarget.checked ? [...others(language), language] : others(language),
            )
          }
        />
      ))}
    </FieldGroup>
  )
}
