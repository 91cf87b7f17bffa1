/** What each on the tree is to the person in the middle, and the tree told as a nested list. */
import { inverseKind, type KinKind } from '@kerege/contract/people/kinship/kinds'
import type { Tree, TreePerson, TreeTie } from '@kerege/contract/people/kinship/schema'
import type { Translate } from '../../../i18n/useT.tsx'
import { kindText } from './words.ts'

interface Step {
  key: string
  /** What that one is to where the step begins. */
  kind: KinKind
  tie: TreeTie
}

function stepsFrom(tree: Tree, key: string): Step[] {
  return tree.ties.flatMap((tie): Step[] => {
    if (tie.from === key) return [{ key: tie.to, kind: tie.kind, tie }]
    return tie.to === key ? [{ key: tie.from, kind: inverseKind(tie.kind), tie }] : []
  })
}

/** Mother, guardian, and so on; one who is both is told both. */
export function wordsFrom(t: Translate, tree: Tree, self: string): Map<string, string> {
  const people = new Map(tree.people.map(person => [person.key, person]))
  const words = new Map<string, string>()
  for (const { key, kind } of stepsFrom(tree, self)) {
    const person = people.get(key)
    if (!person || person.other.who === 'unknown') continue
    const word = kindText(t, kind, person.other)
    const told = words.get(key)
    if (!told?.split(', ').includes(word)) words.set(key, told ? `${told}, ${word}` : word)
  }
  return words
}

export interface Branch {
  person: TreePerson
  /** What they are to the one above them in the list. */
  kind?: KinKind | undefined
  tie?: TreeTie | undefined
  below: Branch[]
}

/** Everybody once, under the one through whom they are nearest to the person in the middle. */
export function branchesFrom(tree: Tree, self: string): Branch | undefined {
  const people = new Map(tree.people.map(person => [person.key, person]))
  const centre = people.get(self)
  if (!centre) return undefined
  const root: Branch = { person: centre, below: [] }
  const told = new Set([self])
  let rim = [root]
  while (rim.length > 0) {
    const next: Branch[] = []
    for (const branch of rim) {
      for (const { key, kind, tie } of stepsFrom(tree, branch.person.key)) {
        const person = people.get(key)
        if (!person || told.has(key)) continue
        told.add(key)
        const below: Branch = { person, kind, tie, below: [] }
        branch.below.push(below)
        next.push(below)
      }
    }
    rim = next
  }
  return root
}
