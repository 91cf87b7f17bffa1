/**
 * Where the hub shows something of the Council to everybody: `/public/decisions/REC/2026/DEC.3`. A symbol stands in the
 * address as it is, with its slashes, the same for sessions, decisions and documents; what has none yet has its id.
 */
export const publicAddress = (
  what: 'sessions' | 'decisions' | 'documents',
  one: { id?: string; symbol?: string | undefined },
): string => `/public/${what}/${(one.symbol ?? one.id ?? '').split('/').map(encodeURIComponent).join('/')}`
