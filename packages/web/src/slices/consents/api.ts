/** How consents are asked. */
import { personConsents } from '@kerege/contract/consents/routes'
import { useGet } from '../../api.ts'

export const useOfPerson = (id: string, enabled = true) =>
  useGet(personConsents, { params: { id } }, { enabled })
