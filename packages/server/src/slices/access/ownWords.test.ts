import { expect, test } from 'vitest'
import { commonPassword } from './commonPasswords.ts'

test.each([
  'Kerege-2026-kerege',
  'KEREGE!administrator1',
  'кереге казахстан 1',
  'Welcome-to-Kerege',
  'supervisor.Bishkek.77',
])('made of our own words alone: %s', async password => {
  expect(await commonPassword(password)).toBe(true)
})

test.each(['kerege beside seven walnuts', 'Bishkek-thunder-umbrella', 'орех под дождём у кереге'])(
  'our words among others do no harm: %s',
  async password => {
    expect(await commonPassword(password)).toBe(false)
  },
)
