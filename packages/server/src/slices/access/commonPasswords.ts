/** Passwords that everybody knows, from a packaged list; looked up without case and without the digits people add. */
import { madeOfOwnWords } from './ownWords.ts'

/** The list is loaded when somebody chooses a password, which is seldom: a serving process is lighter without it. */
export async function commonPassword(password: string): Promise<boolean> {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  const known = dictionary['passwords-common']
  const plain = password.toLowerCase()
  const bare = plain.replace(/[^\p{L}]+$/u, '').replace(/^[^\p{L}]+/u, '')
  // One sign or one short word again and again is as easy as the word itself.
  const repeated = /^(.{1,6})\1+$/.test(plain)
  const dressedUp = bare.length > 0 && plain.length - bare.length <= 6 && known.includes(bare)
  return repeated || dressedUp || known.includes(plain) || madeOfOwnWords(plain)
}
