/** For whom the reader asks and answers, and how much waits: the number beside the entry. */
import { countRequests } from '@kerege/contract/council/requests/routes'
import { useGet } from '../../../api.ts'

export const useMyRequests = () => useGet(countRequests, {}).data?.body
export const useWaitingRequests = (): number | undefined => useMyRequests()?.waiting
