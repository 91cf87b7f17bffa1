/** A working group by its name, where the reader knows the bodies of the Council; else by its code. */
import { listBodies } from '@kerege/contract/council/routes'
import { useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useMay } from '../../../shell/session.ts'

export function useGroupName(): (code: string) => string {
  const format = useFormat()
  const may = useMay()('council.read')
  const bodies = useGet(listBodies, {}, { enabled: may }).data?.body.rows ?? []
  return code => {
    const body = bodies.find(row => row.code === code)
    return body ? format.text(body.name).text : code
  }
}
