import { IconDevices, IconKey, IconShieldCheck } from '@tabler/icons-react'
import type { Act } from './slice.ts'

/** Pages of one's own account, in its menu and on "More". */
export const accountLinks: readonly Act[] = [
  { path: '/account/rights', icon: IconShieldCheck, label: 'shell.link.rights' },
  { path: '/account', icon: IconKey, label: 'shell.link.account' },
  { path: '/account/sessions', icon: IconDevices, label: 'shell.link.sessions' },
]
