/**
 * A QR code as a square of dark and light (ISO/IEC 18004: bytes, error correction M, versions 1 to 15).
 * Drawn here, since the text in it is a secret that no service on the net may see.
 */

// Per version: codewords of error correction per block, and number of blocks, both at level M.
const eccPerBlock = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24] as const
const blockCount = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10] as const

export type Square = boolean[][]

/** @throws RangeError for more than 412 bytes; an authenticator's address has about 120. */
export function qrSquare(text: string): Square {
  const bytes = new TextEncoder().encode(text)
  const version = versionFor(bytes.length)
  const words = interleaved(dataWords(bytes, version), version)
  const masks = Array.from({ length: 8 }, (_, mask) => drawn(version, words, mask))
  return masks.reduce((best, one) => (penalty(one) < penalty(best) ? one : best))
}

const sizeOf = (version: number) => version * 4 + 17

function rawModules(version: number): number {
  let count = (16 * version + 128) * version + 64
  if (version >= 2) {
    const marks = Math.floor(version / 7) + 2
    count -= (25 * marks - 10) * marks - 55
    if (version >= 7) count -= 36
  }
  return count
}

const rawWords = (version: number) => Math.floor(rawModules(version) / 8)
const dataCapacity = (version: number) =>
  rawWords(version) - (eccPerBlock[version - 1] ?? 0) * (blockCount[version - 1] ?? 0)

function versionFor(length: number): number {
  for (let version = 1; version <= eccPerBlock.length; version++) {
    const header = version < 10 ? 12 : 20
    if (length * 8 + header <= dataCapacity(version) * 8) return version
  }
  throw new RangeError('text is too long for a QR code of this size')
}

function dataWords(bytes: Uint8Array, version: number): number[] {
  const bits: number[] = []
  const put = (value: number, length: number) => {
    for (let at = length - 1; at >= 0; at--) bits.push((value >>> at) & 1)
  }
  put(4, 4)
  put(bytes.length, version < 10 ? 8 : 16)
  for (const byte of bytes) put(byte, 8)
  const capacity = dataCapacity(version) * 8
  put(0, Math.min(4, capacity - bits.length))
  put(0, (8 - (bits.length % 8)) % 8)
  for (let pad = 0xec; bits.length < capacity; pad ^= 0xec ^ 0x11) put(pad, 8)
  return Array.from({ length: bits.length / 8 }, (_, at) =>
    bits.slice(at * 8, at * 8 + 8).reduce((word, bit) => (word << 1) | bit, 0),
  )
}

/** Multiplication in the field of 256 elements with the polynomial 0x11d. */
function times(x: number, y: number): number {
  let product = 0
  for (let bit = 7; bit >= 0; bit--) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d)
    product ^= ((y >>> bit) & 1) * x
  }
  return product
}

function divisor(degree: number): number[] {
  const result: number[] = Array.from({ length: degree }, (_, at) => (at === degree - 1 ? 1 : 0))
  let root = 1
  for (let round = 0; round < degree; round++) {
    for (let at = 0; at < degree; at++) {
      result[at] = times(result[at] ?? 0, root) ^ (at + 1 < degree ? (result[at + 1] ?? 0) : 0)
    }
    root = times(root, 2)
  }
  return result
}

function remainder(data: readonly number[], by: readonly number[]): number[] {
  const result = by.map(() => 0)
  for (const word of data) {
    const factor = word ^ (result.shift() ?? 0)
    result.push(0)
    by.forEach((coefficient, at) => {
      result[at] = (result[at] ?? 0) ^ times(coefficient, factor)
    })
  }
  return result
}

function interleaved(data: readonly number[], version: number): number[] {
  const count = blockCount[version - 1] ?? 1
  const ecc = eccPerBlock[version - 1] ?? 0
  const raw = rawWords(version)
  const short = count - (raw % count)
  const shortLength = Math.floor(raw / count) - ecc
  const by = divisor(ecc)
  let at = 0
  const blocks = Array.from({ length: count }, (_, index) => {
    const length = shortLength + (index < short ? 0 : 1)
    const words = data.slice(at, at + length)
    at += length
    return { words, check: remainder(words, by) }
  })
  const result: number[] = []
  for (let i = 0; i <= shortLength; i++) {
    for (const { words } of blocks) {
      const word = words[i]
      if (word !== undefined) result.push(word)
    }
  }
  for (let i = 0; i < ecc; i++) for (const { check } of blocks) result.push(check[i] ?? 0)
  return result
}

function alignmentPlaces(version: number): number[] {
  if (version === 1) return []
  const count = Math.floor(version / 7) + 2
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2
  const places = [6]
  for (let at = sizeOf(version) - 7; places.length < count; at -= step) places.splice(1, 0, at)
  return places
}

const maskRules: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  x => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
]

function drawn(version: number, words: readonly number[], mask: number): Square {
  const size = sizeOf(version)
  const dark: Square = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  const fixed: Square = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  const set = (x: number, y: number, on: boolean) => {
    const [row, kept] = [dark[y], fixed[y]]
    if (!row || !kept || x < 0 || x >= size) return
    row[x] = on
    kept[x] = true
  }

  for (let at = 0; at < size; at++) {
    set(6, at, at % 2 === 0)
    set(at, 6, at % 2 === 0)
  }
  for (const [cx, cy] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const) {
    for (let dy = -4; dy <= 4; dy++) {
      for (let dx = -4; dx <= 4; dx++) {
        const ring = Math.max(Math.abs(dx), Math.abs(dy))
        set(cx + dx, cy + dy, ring !== 2 && ring !== 4)
      }
    }
  }
  const places = alignmentPlaces(version)
  const last = places.length - 1
  places.forEach((x, i) => {
    places.forEach((y, j) => {
      if ((i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0)) return
      for (let dy = -2; dy <= 2; dy++) {
        for (let dx = -2; dx <= 2; dx++) set(x + dx, y + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1)
      }
    })
  })
  drawFormat(set, size, mask)
  if (version >= 7) drawVersion(set, size, version)
  fillWords(dark, fixed, words, mask)
  return dark
}

type Set = (x: number, y: number, on: boolean) => void

function drawFormat(set: Set, size: number, mask: number): void {
  // Level M is 0 in the two bits before the mask.
  let rest = mask
  for (let i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537)
  const bits = ((mask << 10) | rest) ^ 0x5412
  const bit = (at: number) => ((bits >>> at) & 1) === 1
  for (let i = 0; i <= 5; i++) set(8, i, bit(i))
  set(8, 7, bit(6))
  set(8, 8, bit(7))
  set(7, 8, bit(8))
  for (let i = 9; i < 15; i++) set(14 - i, 8, bit(i))
  for (let i = 0; i < 8; i++) set(size - 1 - i, 8, bit(i))
  for (let i = 8; i < 15; i++) set(8, size - 15 + i, bit(i))
  set(8, size - 8, true)
}

function drawVersion(set: Set, size: number, version: number): void {
  let rest = version
  for (let i = 0; i < 12; i++) rest = (rest << 1) ^ ((rest >>> 11) * 0x1f25)
  const bits = (version << 12) | rest
  for (let i = 0; i < 18; i++) {
    const on = ((bits >>> i) & 1) === 1
    const [a, b] = [size - 11 + (i % 3), Math.floor(i / 3)]
    set(a, b, on)
    set(b, a, on)
  }
}

function fillWords(dark: Square, fixed: Square, words: readonly number[], mask: number): void {
  const size = dark.length
  const rule = maskRules[mask] ?? (() => false)
  let at = 0
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++) {
      for (const x of [right, right - 1]) {
        const upward = ((right + 1) & 2) === 0
        const y = upward ? size - 1 - step : step
        const row = dark[y]
        if (!row || fixed[y]?.[x]) continue
        const bit = (((words[at >>> 3] ?? 0) >>> (7 - (at & 7))) & 1) === 1
        at++
        row[x] = bit !== rule(x, y)
      }
    }
  }
}

/** How hard a square is to read: long runs, blocks, finder look-alikes, and too much of one colour. */
function penalty(square: Square): number {
  const size = square.length
  const columns = square.map((_, x) => square.map(row => row[x] ?? false))
  let score = 0
  for (const line of [...square, ...columns]) {
    const text = line.map(on => (on ? '1' : '0')).join('')
    for (const run of text.match(/0{5,}|1{5,}/g) ?? []) score += run.length - 2
    for (let at = 0; at + 11 <= size; at++) {
      const piece = text.slice(at, at + 11)
      if (piece === '10111010000' || piece === '00001011101') score += 40
    }
  }
  for (let y = 0; y + 1 < size; y++) {
    for (let x = 0; x + 1 < size; x++) {
      const one = square[y]?.[x]
      if (one === square[y]?.[x + 1] && one === square[y + 1]?.[x] && one === square[y + 1]?.[x + 1])
        score += 3
    }
  }
  const share = (square.flat().filter(Boolean).length * 20) / (size * size)
  return score + Math.floor(Math.abs(share - 10)) * 10
}
