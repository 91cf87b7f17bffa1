/**
 * Somebody who may be recognised: a name with its father's name, a name beside an age or a word for somebody, initials, a
 * quotation with its village. It finds shapes and guesses at nothing else; a street named after somebody passes.
 */
import { isGivenName } from './givenNames.ts'
import type { FindingCode, Found, Severity } from './finding.ts'
import { phraseAt } from './patterns.ts'
import { around, type Reading, together } from './reading.ts'

const fatherEndings =
  /.{2}(?:(?:[оеё]вич|[оеё]вн|ичн)(?:а|у|ы|е|ой|ем|ом)?|[oe]vi(?:ch|č)|[oe]vna|ichna|[oe]wi[çc]|[oe]wna|ұлы(?:н|на|ның)?|қызы(?:н|на|ның)?|кызы(?:н|на|нын)?|уулу|зода(?:и|ро)?|zoda(?:ning|ga)?|zade|uly|uulu|kyzy|qyzy|ogli|qizi|ogly|gyzy)$/u
const fatherWords = new Set(
  (
    'ұлы қызы уулу кызы ўғли қизи ogli qizi ugli kizi ogly gyzy uly uulu kyzy qyzy ' +
    'огли оглы угли кизи гызы писари духтари'
  ).split(' '),
)
const notFathers = new Set(
  'озода озодаи шаҳзода шоҳзода хонзода бекзода ҳаромзода озодона рӯзода вична основна ровна'.split(' '),
)
const familyEndings =
  /.{2}(?:[оеё]в|[оеё]ва|[оеё]ву|[оеё]вой|[оеё]вым|[оеё]вы|ский|ская|[oe]v|[oe]va|[oe]w|[oe]wa|зода|zoda|бек|bek|баев|бай|bay|ұлы|уулу|uulu|uly)$/u
const peoples = new Set(
  'kazakh kyrgyz tajik turkmen uzbek syrian iraqi russian arab arabic afghan turkish kurdish uyghur'.split(
    ' ',
  ),
)

export function personsIn(reading: Reading): Found[] {
  const found: Found[] = []
  const add = (code: FindingCode, from: number, to: number, severity: Severity = 'strong') => {
    const [first, last] = [reading.words[from], reading.words[to]]
    if (first && last) found.push({ kind: 'personal', severity, code, from: first.from, to: last.to })
  }
  for (let at = 0; at < reading.words.length; at++) {
    const word = reading.words[at]
    if (!word) continue
    if (word.capital) {
      capital(reading, at, add)
    } else if (word.number !== undefined && word.number < 100) {
      age(reading, at, add)
    }
    if (reading.of.namedAfter(word.key) && isNameAt(reading, at - 1) && somebodyNear(reading, at, 4, 4)) {
      if (together(reading, at) && !somebodyKnown(reading, at - 1)) add('person-named', at - 1, at)
    }
    const before = phraseAt(reading.of.namedBefore, reading.words, at, reading.people[at] ?? false)
    if (before && isNameAt(reading, before.end + 1) && somebodyNear(reading, at, 4, 0)) {
      if (reading.words[before.end + 1]?.gap !== 'end') add('person-named', at, before.end + 1)
    }
  }
  return [...found, ...quotes(reading)]
}

type Add = (code: FindingCode, from: number, to: number, severity?: Severity) => void

/** A word with a capital that is neither one of `{people}` nor the name of a people. */
function isNameAt(reading: Reading, at: number): boolean {
  const word = reading.words[at]
  return word?.capital === true && word.text.length > 2 && !reading.people[at] && !peoples.has(word.key)
}

const nameAt = (reading: Reading, at: number): boolean => {
  const word = reading.words[at]
  return word?.capital === true && isGivenName(word.plain)
}

function somebodyNear(reading: Reading, at: number, before: number, after: number): boolean {
  if (reading.people[at]) return true
  for (const place of around(reading, at, before, after)) if (reading.people[place]) return true
  return false
}

/** Schools and streets bear names of people whom everybody knows. */
function somebodyKnown(reading: Reading, at: number): boolean {
  for (const place of around(reading, at, 3, 3)) {
    if (reading.of.namesake(reading.words[place]?.key ?? '')) return true
  }
  return false
}

function capital(reading: Reading, at: number, add: Add): void {
  const { words, people } = reading
  const word = words[at]
  if (!word) return
  const next = words[at + 1]
  if (word.text.length === 1) {
    initials(reading, at, add)
    return
  }
  if (fatherEndings.test(word.plain) && word.plain.length > 6 && !notFathers.has(word.plain)) {
    // A family name in -zoda is at home with officials too; with a given name beside it, it is somebody.
    const alone =
      /(?:зода|zoda|zade)/u.test(word.plain) && !isNameAt(reading, at - 1) && !isNameAt(reading, at + 1)
    if (!somebodyKnown(reading, at)) add('person-patronymic', at, at, alone ? 'look' : 'strong')
    return
  }
  if (next && fatherWords.has(next.plain) && together(reading, at + 1) && isNameAt(reading, at)) {
    const opens = word.gap === 'end' && !nameAt(reading, at)
    if (!opens && !somebodyKnown(reading, at)) add('person-patronymic', at, at + 1)
    return
  }
  if (!nameAt(reading, at)) return
  if (next?.capital && together(reading, at + 1) && familyEndings.test(next.plain)) {
    if (!somebodyKnown(reading, at)) add('person-name', at, at + 1)
  } else if (
    words[at - 1]?.capital &&
    together(reading, at) &&
    familyEndings.test(words[at - 1]?.plain ?? '')
  ) {
    if (!somebodyKnown(reading, at)) add('person-name', at - 1, at)
  } else if (people[at - 1] && together(reading, at)) {
    if (!somebodyKnown(reading, at)) add('person-named', at - 1, at)
  } else if (people[at + 1] && together(reading, at + 1)) {
    if (!somebodyKnown(reading, at)) add('person-named', at, at + 1)
  } else if (next?.number !== undefined && next.number < 100 && next.gap === 'comma') {
    const after = words[at + 2]
    if (after?.gap !== 'space' || reading.of.age(after.key)) add('person-age', at, at + 1)
  }
}

/** A. B. Family, Family A. B., or one initial with an ending that only family names have. */
function initials(reading: Reading, at: number, add: Add): void {
  const { words } = reading
  const [word, next, third, before] = [words[at], words[at + 1], words[at + 2], words[at - 1]]
  if (!word?.dot || word.key === 'u' || !next || next.from - word.to > 2) return
  if (next.text.length === 1 && next.capital && next.dot) {
    if (third && isNameAt(reading, at + 2) && third.from - next.to <= 2) {
      if (third.gap !== 'end') add('person-initials', at, at + 2, 'look')
    } else if (
      before &&
      isNameAt(reading, at - 1) &&
      word.gap === 'space' &&
      familyEndings.test(before.plain)
    ) {
      add('person-initials', at - 1, at + 1, 'look')
    }
  } else if (next.gap !== 'end' && isNameAt(reading, at + 1) && familyEndings.test(next.plain)) {
    if (!(before?.text.length === 1 && before.dot)) add('person-initials', at, at + 1, 'look')
  }
}

/** An age with a name on either side: "9-year-old X", "X, 9 лет", "9 жастағы X". */
function age(reading: Reading, at: number, add: Add): void {
  const { words, of } = reading
  if (!of.age(words[at + 1]?.key ?? '') || !joined(words[at + 1]?.gap)) return
  let last = at + 1
  while (last < at + 3 && of.age(words[last + 1]?.key ?? '')) last++
  if (words[last + 1]?.key === 'old') last++
  const beside = [at - 1, last + 1].find(
    place => nameAt(reading, place) && reading.sentence[place] === reading.sentence[at],
  )
  const strange = isNameAt(reading, last + 1) && together(reading, last + 1) && words[at + 1]?.gap === 'space'
  if (beside !== undefined) add('person-age', Math.min(at, beside), Math.max(last, beside))
  else if (strange && adjective(reading, last)) add('person-age', at, last + 1)
}

const joined = (gap: string | undefined) => gap === 'space'

/** "9-летняя", "9-year-old", "9 жастағы": words that lean on the one who follows. */
const adjective = (reading: Reading, at: number) =>
  /^(?:летн|old$|жастағы|жасар|жаштагы|сола|солаи|ýaşly|ýaşyndaky|yoshli|yoshdagi|yashar)/u.test(
    reading.words[at]?.key ?? '',
  )

const quoted = /[«“„"][^«»“”„"\n]+[»”“"]/gu

/** What somebody said, told with who and from which village. */
function quotes(reading: Reading): Found[] {
  const { words, of, people } = reading
  const found: Found[] = []
  let at = 0
  for (const { 0: said, index: from } of reading.text.matchAll(quoted)) {
    const to = from + said.length
    while (at < words.length && (words[at]?.from ?? 0) < from) at++
    let end = at
    while (end < words.length && (words[end]?.to ?? 0) <= to) end++
    if (end - at >= 4) {
      const outside = [...range(Math.max(0, at - 10), at), ...range(end, Math.min(words.length, end + 10))]
      const has = (test: (place: number) => boolean) => outside.some(test)
      const key = (place: number) => words[place]?.key ?? ''
      if (
        has(place => people[place] === true) &&
        has(place => of.settlement(key(place))) &&
        has(place => of.speech(key(place)))
      ) {
        found.push({ kind: 'personal', severity: 'strong', code: 'person-quote', from, to })
      }
    }
    at = end
  }
  return found
}

const range = (from: number, to: number) =>
  Array.from({ length: Math.max(0, to - from) }, (_, step) => from + step)
