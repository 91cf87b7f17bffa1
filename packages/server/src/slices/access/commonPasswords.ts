/** Passwords that everybody knows, from a packaged list; looked up without case and without the digits people add. */
import { dictionary } from '@zxcvbn-ts/language-common'

const known: ReadonlySet<string> = new Set(dictionary['passwords-common'].map(word => word.toLowerCase()))

export function commonPassword(password: string): boolean {
  const plain = password.toLowerCase()
  const bare = plain.replace(/[^\p{L}]+$/u, '').replace(/^[^\p{L}]+/u, '')
  // One sign or one short word again and again is as easy as the word itself.
  const repeated = /^(.{1,6})\1+$/.test(plain)
  return (
    repeated || known.has(plain) || (bare.length > 0 && plain.length - bare.length <= 6 && known.has(bare))
  )
}
