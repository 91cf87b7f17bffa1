/** How much was promised and not done: the number beside the entry. */
import { countActions } from '@kerege/contract/council/actionRoutes'
import { useGet } from '../../../api.ts'

export const useLateActions = (): number | undefined => useGet(countActions, {}).data?.body.late
