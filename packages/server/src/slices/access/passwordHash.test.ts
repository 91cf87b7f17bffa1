/** What is kept of a password: by whatever it cost, as it is written everywhere, and as we wrote it before. */
import { argon2Sync, randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './passwordHash.ts'
import { cheap } from './testing/browser.ts'

const password = 'seven quiet rivers 41'

describe('a hash', () => {
  test.each([
    ['nothing', ''],
    ['no hash', 'seven quiet rivers 41'],
    ['another kind', '$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHQ$MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI'],
    ['a cost that is no number', '$argon2id$v=19$m=x,t=1,p=1$c29tZXNhbHQ$MTIzNA'],
    ['one without its tag', '$argon2id$v=19$m=64,t=1,p=1$c29tZXNhbHQ$'],
  ])('that is %s opens nothing', async (_, hash) => {
    expect(await verifyPassword({ hash, password })).toBe(false)
  })

  test('says what it cost: as much as OWASP asks for, unless somebody says less', async () => {
    expect(await hashPassword(password)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[^$]{22}\$[^$]{43}$/)
    expect(await hashPassword(password, cheap)).toMatch(/^\$argon2id\$v=19\$m=64,t=1,p=1\$/)
  })

  test('opens for its password and no other, each time salted anew', async () => {
    const hash = await hashPassword(password, cheap)
    expect(await hashPassword(password, cheap)).not.toBe(hash)
    expect(await verifyPassword({ hash, password })).toBe(true)
    expect(await verifyPassword({ hash, password: `${password}.` })).toBe(false)
    expect(await verifyPassword({ hash: hash.replace('m=64', 'm=72'), password })).toBe(false)
  })

  test('that another program wrote is read', async () => {
    // A test vector of the reference implementation (phc-winner-argon2, src/test.c, CC0).
    const hash = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
    expect(await verifyPassword({ hash, password: 'password' })).toBe(true)
    expect(await verifyPassword({ hash, password: 'passwords' })).toBe(false)
  })

  test('from before it said its cost still opens', async () => {
    const nonce = randomBytes(16)
    const tag = argon2Sync('argon2id', {
      message: password,
      nonce,
      memory: 19_456,
      passes: 2,
      parallelism: 1,
      tagLength: 32,
    })
    const hash = `argon2id$v1$${nonce.toString('base64url')}$${tag.toString('base64url')}`
    expect(await verifyPassword({ hash, password })).toBe(true)
    expect(await verifyPassword({ hash, password: 'another' })).toBe(false)
  })
})
