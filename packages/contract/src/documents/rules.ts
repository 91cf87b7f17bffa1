/** What may be attached and what it may be called: pure, so that a form can say so before anything is sent. */

/**
 * Types that a scan, a photograph, an office or a phone makes. Absent on purpose: SVG and HTML (they run), archives
 * and executables (they hide things), and everything that nobody has asked for.
 */
export const mediaTypes = [
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/heic',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.oasis.opendocument.text',
  'text/plain',
  'text/csv',
] as const
export type MediaTypeName = (typeof mediaTypes)[number]

/** Endings that a file of the type may have; the first is the usual one. */
export const endings: Readonly<Record<MediaTypeName, readonly [string, ...string[]]>> = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'text/plain': ['txt'],
  'text/csv': ['csv'],
}

/** A name and nothing else: no folder, no drive, no way up, nothing hidden, nothing that a file system eats. */
export const isFileName = (name: string): boolean => !/[/\\:*?"<>|]/.test(name) && !/^\.|[. ]$/.test(name)

/** The type that a name's ending promises; browsers on some systems tell none. */
export function mediaTypeOf(name: string): MediaTypeName | undefined {
  const ending = /\.([^.]+)$/.exec(name.toLowerCase())?.[1]
  return mediaTypes.find(type => ending !== undefined && endings[type].includes(ending))
}
