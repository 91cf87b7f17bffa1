/**
 * The face of the app for the public pages: the very files that the built app has, so that nobody loads them twice.
 * Without them, or before they have come over a slow line, the page is read in the reader's own face.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Letters that each file draws; a page loads only those of its language (web/src/ui/fonts.css). */
const ranges = {
  latin:
    'U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2212, U+2215, U+FEFF, U+FFFD',
  'latin-ext':
    'U+0100-0130, U+0132-0151, U+0154-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2C60-2C7F, U+A720-A7FF',
  cyrillic: 'U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116',
  'cyrillic-ext':
    'U+0460-048F, U+0492-04AF, U+04B2-052F, U+1C80-1C8A, U+20B4, U+2DE0-2DFF, U+A640-A69F, U+FE2E-FE2F',
} as const

/** @param webDir folder of the built app; absent in tests of the API */
export function fontFaces(webDir: string | undefined): string {
  const files = webDir === undefined ? [] : filesIn(join(webDir, 'assets'))
  return Object.entries(ranges)
    .flatMap(([name, range]) => {
      const file = files.find(one => one.startsWith(`inter-${name}-wght-normal`) && one.endsWith('.woff2'))
      return file === undefined
        ? []
        : [
            `@font-face{font-family:"Inter Variable";font-weight:100 900;font-display:swap;src:url("/assets/${file}") format("woff2-variations");unicode-range:${range}}`,
          ]
    })
    .join('\n')
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    // Not built yet: the reader's own face will do.
    return []
  }
}
