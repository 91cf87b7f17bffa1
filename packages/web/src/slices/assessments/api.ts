/** How assessments are asked and answered. */
import {
  getAssessment,
  getInstrumentText,
  listInstruments,
  personAssessments,
} from '@kerege/contract/assessments/routes'
import { useGet } from '../../api.ts'

export const useOfPerson = (id: string, enabled = true) =>
  useGet(personAssessments, { params: { id } }, { enabled })
export const useAssessment = (id: string) => useGet(getAssessment, { params: { id } })
export const useInstruments = (enabled = true) => useGet(listInstruments, {}, { enabled })
export const useText = (instrument: string, language: string | undefined) =>
  useGet(
    getInstrumentText,
    { params: { instrument, language: language ?? 'xx' } },
    { enabled: language !== undefined },
  )
