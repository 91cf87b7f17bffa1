/**
 * Words of a Turtle file (W3C, 2014) one after the other, each with its place. Its own small reader and no library: those that there are say on which
 * line a file breaks, but not where a label stands that is wrong. Goes through the text once, whatever it holds.
 */
import type { Place } from './entry.ts'

export interface TurtleToken extends Place {
  readonly kind: 'name' | 'prefixed' | 'text' | 'tag' | 'mark' | 'word' | 'broken'
  /** Of a text its letters, of a name what stands between its angles. */
  readonly text: string
}

const escapes: Readonly<Record<string, string>> = {
  t: '\t',
  b: '\b',
  n: '\n',
  r: '\r',
  f: '\f',
  '"': '"',
  "'": "'",
  '\\': '\\',
}

/** Sticky, and each of them linear: no part of a pattern can match what the next one does. */
const patterns: readonly (readonly [TurtleToken['kind'] | 'space', RegExp])[] = [
  ['space', /(?:[ \t\r\n\ufeff]+|#[^\n\r]*)/y],
  ['name', /<[^<>"{}|^`\\\s]*>/y],
  ['tag', /@[a-zA-Z]+(?:-[a-zA-Z0-9]+)*/y],
  ['prefixed', /(?:[A-Za-z][\w-]*)?:[\w.:%-]*[\w:%-]|(?:[A-Za-z][\w-]*)?:/y],
  ['mark', /\^\^|[.;,[\]()]/y],
  ['word', /[A-Za-z_][\w-]*|[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
]

export function* turtleTokens(source: string): Generator<TurtleToken> {
  let at = 0
  let line = 1
  let lineStart = 0
  // Looked for once each: a file may be one line of ten megabytes.
  let lineEnd = source.indexOf('\n')
  const pass = (to: number) => {
    for (; lineEnd >= 0 && lineEnd < to; lineEnd = source.indexOf('\n', lineStart)) {
      line++
      lineStart = lineEnd + 1
    }
    at = to
  }
  while (at < source.length) {
    const place = { line, column: at - lineStart + 1 }
    const first = source[at] ?? ''
    if (first === '"' || first === "'") {
      const read = readText(source, at)
      yield read.text === undefined
        ? { kind: 'broken', text: read.why, ...place }
        : { kind: 'text', text: read.text, ...place }
      if (read.text === undefined) return
      pass(read.end)
      continue
    }
    const found = matchAt(source, at)
    if (!found) {
      yield { kind: 'broken', text: 'syntax', ...place }
      return
    }
    const [kind, text] = found
    if (kind !== 'space') yield { kind, text: kind === 'name' ? text.slice(1, -1) : text, ...place }
    pass(at + text.length)
  }
}

function matchAt(source: string, at: number): [TurtleToken['kind'] | 'space', string] | undefined {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at
    const [text] = pattern.exec(source) ?? []
    if (text) return [kind, text]
  }
  return undefined
}

type ReadText = { text: string; end: number } | { text: undefined; why: 'unclosed' | 'escape' }

function readText(source: string, from: number): ReadText {
  const quote = source[from] ?? ''
  const long = source.startsWith(quote.repeat(3), from)
  const closing = long ? quote.repeat(3) : quote
  const parts: string[] = []
  let at = from + closing.length
  let start = at
  while (at < source.length) {
    const letter = source[at]
    if (source.startsWith(closing, at)) {
      parts.push(source.slice(start, at))
      return { text: parts.join(''), end: at + closing.length }
    }
    if (!long && (letter === '\n' || letter === '\r')) return { text: undefined, why: 'unclosed' }
    if (letter !== '\\') {
      at++
      continue
    }
    const escaped = escapeAt(source, at + 1)
    if (!escaped) return { text: undefined, why: 'escape' }
    parts.push(source.slice(start, at), escaped.text)
    at += 1 + escaped.length
    start = at
  }
  return { text: undefined, why: 'unclosed' }
}

function escapeAt(source: string, at: number): { text: string; length: number } | undefined {
  const mark = source[at] ?? ''
  const plain = escapes[mark]
  if (plain !== undefined) return { text: plain, length: 1 }
  const size = mark === 'u' ? 4 : mark === 'U' ? 8 : 0
  const digits = source.slice(at + 1, at + 1 + size)
  if (size === 0 || digits.length < size || !/^[0-9A-Fa-f]+$/.test(digits)) return undefined
  const point = Number.parseInt(digits, 16)
  if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff)) return undefined
  return { text: String.fromCodePoint(point), length: 1 + size }
}
