/** Names of plans as they stand in actions and sessions, to choose from and to narrow by. */
import { listPlans } from '@kerege/contract/council/planRoutes'
import { useGet } from '../../../api.ts'

export const usePlanNames = (): string[] => useGet(listPlans, {}).data?.body.rows.map(row => row.name) ?? []
