/** How plans are asked. */
import { casePlans, personPlans } from '@kerege/contract/plans/routes'
import { queryClient, useGet } from '../../api.ts'

export const usePlans = (caseId: string, enabled = true) =>
  useGet(casePlans, { params: { id: caseId } }, { enabled })
export const usePersonPlans = (personId: string, enabled: boolean) =>
  useGet(personPlans, { params: { id: personId } }, { enabled })

/** A plan moves its case, its tasks and its approvals with it. */
export const readAgain = () => void queryClient.invalidateQueries()
