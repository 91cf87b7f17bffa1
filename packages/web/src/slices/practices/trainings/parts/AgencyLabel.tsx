/** An agency by its name, with the state it belongs to where the name does not say it. */
import type { AgencyName } from '@kerege/contract/practices/roster/schema'
import { Said } from '../../../council/parts/Said.tsx'

export const AgencyLabel = ({ agency }: { agency: AgencyName }) => <Said text={agency.name} />
