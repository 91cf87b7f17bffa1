/** Reads what this device has kept. */
import { useQuery } from '@tanstack/react-query'
import { allKept, keptState, oneKept } from './store.ts'

export const useAllKept = () =>
  useQuery({
    queryKey: ['kept'],
    queryFn: async () => ({ rows: await allKept(), state: await keptState() }),
    staleTime: 0,
  })

export const useOneKept = (id: string) =>
  useQuery({ queryKey: ['kept', id], queryFn: async () => (await oneKept(id)) ?? null, staleTime: 0 })
