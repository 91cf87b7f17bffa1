/**
 * A thesaurus from SKOS in Turtle: the part that is given out (../turtle.ts), and what editors of SKOS write instead of it: prefixes of their own,
 * narrower ones, hidden labels. Statements of other vocabularies are passed over; blank nodes and lists are told.
 */
import { searchLanguageOf } from '../../languages.ts'
import { conceptUri } from '../skos.ts'
import { conceptId, type Entry, mostConcepts, type Place, Remarks, type Said } from './entry.ts'
import { type TurtleToken, turtleTokens } from './turtleTokens.ts'

const skos = 'http://www.w3.org/2004/02/skos/core#'
const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const ours = conceptUri('')

interface Thing extends Place {
  readonly name?: string
  readonly text?: string
  readonly tag?: string
}

class Broken extends Error {}

export function readTurtle(source: string): Said {
  const remarks = new Remarks()
  const byId = new Map<string, Entry & { said: boolean }>()
  const narrower: { of: Thing; id: string }[] = []
  const tokens = turtleTokens(source)[Symbol.iterator]()
  const prefixes = new Map<string, string>()
  let token: TurtleToken | undefined
  let end: Place = { line: 1, column: 1 }

  const step = () => {
    token = tokens.next().value ?? undefined
    if (token) end = token
    if (token?.kind === 'broken') stop(token.text, token)
  }
  const stop = (code: string, place: Place, word = ''): never => {
    remarks.fault(code, place, word)
    throw new Broken()
  }
  const isMark = (mark: string) => token?.kind === 'mark' && token.text === mark
  const expect = (mark: string) => (isMark(mark) ? step() : stop('syntax', token ?? end, token?.text))

  const full = ({ kind, text, ...place }: TurtleToken): string => {
    if (kind === 'name') return text
    const colon = text.indexOf(':')
    const base = prefixes.get(text.slice(0, colon))
    return base === undefined ? stop('unknown-prefix', place, text) : base + text.slice(colon + 1)
  }
  const thing = (): Thing => {
    const now = token
    if (!now) return stop('syntax', end)
    const { line, column } = now
    if (isMark('[') || isMark('(')) return stop('unsupported', now, now.text)
    step()
    if (now.kind === 'name' || now.kind === 'prefixed') return { name: full(now), line, column }
    if (now.kind === 'word' && now.text !== 'a') return { text: now.text, line, column }
    if (now.kind !== 'text') return stop('syntax', now, now.text)
    if (token?.kind === 'tag') {
      const tag = token.text.slice(1)
      step()
      return { text: now.text, tag, line, column }
    }
    if (isMark('^^')) {
      step()
      thing()
    }
    return { text: now.text, line, column }
  }

  const propertyHere = (): string => {
    if (token?.kind === 'word' && token.text === 'a') {
      step()
      return rdfType
    }
    return thing().name ?? stop('syntax', end)
  }

  const entryOf = (subject: Thing): (Entry & { said: boolean }) | undefined => {
    const id = subject.name?.startsWith(ours) ? subject.name.slice(ours.length) : undefined
    if (id === undefined) return undefined
    const old = byId.get(id)
    if (old) return old
    if (byId.size > mostConcepts) return stop('too-many', subject)
    const { line, column } = subject
    const entry = { id, line, column, broader: [], related: [], labels: [], said: false }
    byId.set(id, entry)
    return entry
  }
  const pointer = (subject: Thing, { name, text, line, column }: Thing, list: Entry['related']) => {
    const id = name?.startsWith(ours) ? name.slice(ours.length) : undefined
    if (id === undefined) remarks.fault('foreign-name', { line, column }, name ?? text)
    else if (subject.name !== undefined) list.push({ id, line, column })
  }
  const take = (subject: Thing, property: string, object: Thing) => {
    if (property === rdfType) {
      if (object.name !== `${skos}Concept`) return
      const entry = entryOf(subject)
      if (!entry) remarks.fault('foreign-name', subject, subject.name)
      else if (!conceptId.test(entry.id)) remarks.fault('bad-id', subject, entry.id)
      else if (entry.said) remarks.fault('twice', subject, entry.id)
      if (entry) entry.said = true
      return
    }
    if (!property.startsWith(skos)) return
    const entry = entryOf(subject)
    if (!entry) return
    const kind = property.slice(skos.length)
    if (kind === 'broader') pointer(subject, object, entry.broader)
    else if (kind === 'related') pointer(subject, object, entry.related)
    else if (kind === 'narrower') narrower.push({ of: object, id: entry.id })
    else if (kind === 'prefLabel' || kind === 'altLabel' || kind === 'hiddenLabel') {
      const language = searchLanguageOf(object.tag)
      if (object.text === undefined) remarks.fault('bad-label', object, object.name)
      else if (!language) remarks.note('unknown-language', object, object.tag ?? object.text)
      else {
        const { line, column } = object
        entry.labels.push({ language, text: object.text, preferred: kind === 'prefLabel', line, column })
      }
    }
  }

  try {
    step()
    while (token) {
      if (isPrefix(token)) {
        const sparql = token.kind === 'word'
        step()
        const name: TurtleToken | undefined = token
        if (name?.kind !== 'prefixed' || !name.text.endsWith(':')) stop('syntax', name ?? end, name?.text)
        step()
        const base: TurtleToken | undefined = token
        if (base?.kind !== 'name') stop('syntax', base ?? end, base?.text)
        if (name && base) prefixes.set(name.text.slice(0, -1), base.text)
        step()
        if (!sparql) expect('.')
        continue
      }
      const subject = thing()
      if (subject.name === undefined) stop('syntax', subject, subject.text)
      for (;;) {
        const property = propertyHere()
        for (;;) {
          take(subject, property, thing())
          if (!isMark(',')) break
          step()
        }
        if (!isMark(';')) break
        // A second one behind it, or none before the end, are both Turtle.
        while (isMark(';')) step()
        if (isMark('.')) break
      }
      expect('.')
    }
  } catch (error) {
    if (!(error instanceof Broken)) throw error
  }
  for (const { of, id } of narrower) {
    const below = of.name?.startsWith(ours) ? byId.get(of.name.slice(ours.length)) : undefined
    const { line, column } = of
    if (!below) remarks.fault('unknown-broader', of, of.name)
    else if (!below.broader.some(one => one.id === id)) below.broader.push({ id, line, column })
  }
  return { entries: [...byId.values()].filter(({ said }) => said), remarks }
}

const isPrefix = ({ kind, text }: TurtleToken) =>
  (kind === 'tag' && text === '@prefix') || (kind === 'word' && text.toLowerCase() === 'prefix')
