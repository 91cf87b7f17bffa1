/** A key in shares: as many as are needed open it, fewer do not, and every mistake with them is told. */
import { expect, test } from 'vitest'
import { joined, newKey, readShare, sharesOf, shareText } from './keys.ts'

test('any three of five open it, however they are chosen; two do not, nor those of two keys', async () => {
  const key = await newKey()
  const texts = (await sharesOf(key, 5, 3)).map(shareText)
  const pick = (...numbers: number[]) => numbers.map(number => readShare(texts[number] ?? '', 'it'))
  for (const three of [pick(0, 1, 2), pick(4, 2, 0), pick(3, 1, 4), pick(0, 1, 2, 3, 4)])
    expect(await joined(three)).toEqual(key)
  await expect(joined(pick(0, 1))).rejects.toThrow('2 of 5 shares are here, and 3 are needed.')
  await expect(joined(pick(0, 0, 0))).rejects.toThrow('1 of 5 shares are here')
  const other = await sharesOf(await newKey(), 5, 3)
  await expect(joined([...pick(0, 1), ...other.slice(0, 1)])).rejects.toThrow('different keys')
  await expect(joined([])).rejects.toThrow('No share was given.')
})

test('a slip, or something else, is told before anything is tried', async () => {
  const [share] = await sharesOf(await newKey(true), 3, 2)
  const text = share ? shareText(share) : ''
  expect(readShare(`\n  ${text.replaceAll('\n', ' \r\n ')}`, 'it')).toEqual(share)
  expect(() => readShare(text.replace('share 1', 'share 2'), 'a.txt')).toThrow(
    'a.txt was copied with a slip: its sum is another.',
  )
  expect(() => readShare('anything', 'a.txt')).toThrow('a.txt is no share of a key.')
})
