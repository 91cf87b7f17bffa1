/** How meetings are asked. */
import { caseConferences, getConference, myConferences } from '@kerege/contract/meetings/conferenceRoutes'
import { caseInterests, getInterests } from '@kerege/contract/meetings/interestRoutes'
import { queryClient, useGet } from '../../api.ts'

export const useCaseConferences = (id: string) => useGet(caseConferences, { params: { id } })
export const useConference = (id: string) => useGet(getConference, { params: { id } })
export const useMyConferences = (from: string, to: string) => useGet(myConferences, { query: { from, to } })
export const useCaseInterests = (id: string) => useGet(caseInterests, { params: { id } })
export const useInterests = (id: string) => useGet(getInterests, { params: { id } })

/** A decision makes tasks, a request makes an approval: what is shown of them is asked for again. */
export const readAgain = () => void queryClient.invalidateQueries()
