/** How reception is asked. */
import { getSite, listSites, personReception } from '@kerege/contract/repatriation/reception/routes'
import { useGet } from '../../api.ts'

export const useHouses = () => useGet(listSites, {})
export const useHouse = (id: string) => useGet(getSite, { params: { id } })
export const usePersonReception = (id: string, enabled: boolean) =>
  useGet(personReception, { params: { id } }, { enabled })
