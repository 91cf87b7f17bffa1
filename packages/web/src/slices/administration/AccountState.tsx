import type { AccountRow } from '@kerege/contract/access/schema'
import { useT } from '../../i18n/useT.tsx'
import { StatePill } from '../../ui/StatePill.tsx'

const kinds = { active: 'ok', invited: 'wait', locked: 'wait', blocked: 'mute' } as const

/** May this account sign in, and if not, why not. */
export function AccountState({ account }: { account: Pick<AccountRow, 'state'> }) {
  const t = useT()
  return <StatePill kind={kinds[account.state]}>{t(`administration.state.${account.state}`)}</StatePill>
}
