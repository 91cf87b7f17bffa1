/** How appointments are asked: those of some days, those of a person, and the state of the calendar elsewhere. */
import {
  calendarState,
  listAppointments,
  personAppointments,
} from '@kerege/contract/casework/appointmentRoutes'
import { useGet } from '../../../api.ts'

export const useDays = (of: 'mine' | 'team', from: string | undefined, to: string | undefined) =>
  useGet(listAppointments, { query: { of, ...(from ? { from } : {}), ...(to ? { to } : {}) } })
export const usePersonAppointments = (id: string) => useGet(personAppointments, { params: { id } })
export const useCalendarState = () => useGet(calendarState, {})
