import { describe, expect, test } from 'vitest'
import { checkFile } from './check.ts'

describe('a file is refused before it is sent', () => {
  test.each([
    ['letter.docm', 10, 'file-macros'],
    ['letter.doc', 10, 'file-old'],
    ['page.html', 10, 'file-kind'],
    ['noending', 10, 'file-kind'],
    ['scan.pdf', 0, 'file-empty'],
    ['scan.pdf', 20_000_001, 'too-large'],
    ['.pdf', 10, 'file-name'],
    ['a:b.pdf', 10, 'file-name'],
    [`${'a'.repeat(160)}.pdf`, 10, 'file-name'],
  ])('%s of %i bytes: %s', (name, size, fault) => expect(checkFile({ name, size })).toEqual({ fault }))

  test('but not a scan as a phone makes it', () => {
    expect(checkFile({ name: 'IMG_0007.HEIC', size: 20_000_000 })).toEqual({ mediaType: 'image/heic' })
  })
})
