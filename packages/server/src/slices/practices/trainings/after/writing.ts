/** Days and hours on papers, the same in all languages: 24.11.2026, and 6 or 6.5 hours. */

export const dayText = (day: string): string => day.split('-').reverse().join('.')

export const hoursText = (hours: number): string => String(hours).replace('.', ',')
