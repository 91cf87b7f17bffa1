/** Reads what this device has kept. */
import { useQuery } from '@tanstack/react-query'
import { useContext } from 'react'
import { PlaceContext } from '../../../i18n/useFormat.tsx'
import { keep } from './keep.ts'
import { allKept, keptState, oneKept, wholeKept } from './store.ts'

export const useAllKept = () =>
  useQuery({
    queryKey: ['kept'],
    queryFn: async () => ({ rows: await allKept(), state: await keptState() }),
    staleTime: 0,
  })

export const useOneKept = (id: string) =>
  useQuery({ queryKey: ['kept', id], queryFn: async () => (await oneKept(id)) ?? null, staleTime: 0 })

/** All with their texts; a device that has just come to know of them fetches first, and without a line reads what it has. */
export function useWholeKept() {
  const place = useContext(PlaceContext)
  return useQuery({
    queryKey: ['kept', 'whole'],
    queryFn: async () => {
      await keep(Date.now(), place).catch(() => undefined)
      return wholeKept()
    },
    staleTime: 0,
  })
}
