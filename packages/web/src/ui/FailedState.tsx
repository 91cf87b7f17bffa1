/** Our own fault, owned: the text is kept, try again, and a reference to name when asking for help. */
import { Button } from '@mantine/core'
import { DomainError } from '@kerege/contract/errors'
import { IconDatabaseOff, IconRefresh } from '@tabler/icons-react'
import { useT } from '../i18n/useT.tsx'
import { problemText } from './problems.ts'
import { State } from './State.tsx'

/** What the server called this trouble in its log; absent when it never arrived. */
export const referenceOf = (error: unknown): string | undefined =>
  error instanceof DomainError && typeof error.details.reference === 'string'
    ? error.details.reference
    : undefined

export function FailedState({ error, again }: { error: unknown; again?: () => void }) {
  const t = useT()
  const reference = referenceOf(error)
  return (
    <div role="alert">
      <State
        tone="stop"
        icon={<IconDatabaseOff size={24} stroke={1.7} />}
        title={problemText(error)}
        act={
          again && (
            <Button variant="default" leftSection={<IconRefresh size={18} />} onClick={again}>
              {t('ui.again')}
            </Button>
          )
        }
      >
        {t('ui.failed.kept')} {reference && t('ui.failed.reference', { reference })}
      </State>
    </div>
  )
}
