/**
 * Below a field whose words others will read: what the check sees in them, a little after the last key. It says "look at this" and
 * stops nobody. What it reads by comes once it is needed, so that a page without a form stays light.
 */
import type { Language } from '@kerege/contract/common'
import type { Audience } from '@kerege/contract/practices/rules'
import { useDebouncedValue } from '@mantine/hooks'
import { lazy, Suspense } from 'react'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormState } from '../../../ui/form/Form.tsx'

const LookAtText = lazy(() => import('./LookAtText.tsx'))

interface Props {
  at: string
  /** Absent: the one that the form says, or that of the screen. */
  language?: Language
  audience?: Audience
}

export function LookAt({ at, language, audience = 'practitioners' }: Props) {
  const form = useFormState()
  const screen = useLoaded().language
  const [text] = useDebouncedValue(String(form.get(at) ?? ''), 700)
  const said = language ?? (form.get('/language') as Language | undefined) ?? screen
  if (text.trim() === '') return null
  return (
    <Suspense fallback={null}>
      <LookAtText text={text} language={said} audience={audience} />
    </Suspense>
  )
}
