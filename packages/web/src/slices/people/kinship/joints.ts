/**
 * Which elders and children of a tree meet in one joint. Pure; where the joints stand is the layout's. Children with
 * the same parents, as surely, hang on one; guardians have a joint of their own beside it.
 */
import type { KinKind } from '@kerege/contract/people/kinship/kinds'
import type { Tree, TreeTie } from '@kerege/contract/people/kinship/schema'

interface End {
  key: string
  tie: TreeTie
}
export interface Joint {
  id: string
  from: (End & { generations: number })[]
  to: End[]
  care: boolean
}

export function jointsOf(tree: Tree): Joint[] {
  const there = new Set(tree.people.map(({ key }) => key))
  const ties = tree.ties
    // Found untrue is told in the list; the tree shows what may be so.
    .filter(tie => tie.standing !== 'refuted' && there.has(tie.from) && there.has(tie.to))
    .map(elderLast)
  const families = [
    ...grouped('parents', parentTies(ties), ties),
    ...grouped('elders', elderTies(ties), ties),
  ]
  return [...families, ...couples(ties, families), ...peers(ties)]
}

const elders: Partial<Record<KinKind, KinKind>> = {
  child: 'parent',
  grandchild: 'grandparent',
  'niece-nephew': 'aunt-uncle',
  ward: 'guardian',
  'foster-child': 'foster-carer',
}
function elderLast(tie: TreeTie): TreeTie {
  const kind = elders[tie.kind]
  return kind ? { ...tie, kind, from: tie.to, to: tie.from } : tie
}

const isCare = (tie: TreeTie) => tie.kind === 'guardian' || tie.kind === 'foster-carer'
const parentTies = (ties: readonly TreeTie[]) => ties.filter(tie => tie.kind === 'parent')

/**
 * Guardians, and grandparents and aunts whom no parent on the tree leads to. Who is both has one line, that of the
 * guardian: the words say the rest.
 */
function elderTies(ties: readonly TreeTie[]): TreeTie[] {
  const parents = parentTies(ties)
  const of = (key: string) => parents.filter(tie => tie.from === key)
  const through = (tie: TreeTie) => of(tie.from).some(up => of(up.to).some(top => top.to === tie.to))
  const cared = (tie: TreeTie) =>
    ties.some(one => isCare(one) && !one.ended && one.from === tie.from && one.to === tie.to)
  return ties.filter(
    tie =>
      isCare(tie) ||
      (tie.kind === 'grandparent' && !through(tie) && !cared(tie)) ||
      (tie.kind === 'aunt-uncle' && !cared(tie)),
  )
}

/** One joint for all children who have the same elders, as surely. */
function grouped(name: string, ties: readonly TreeTie[], all: readonly TreeTie[]): Joint[] {
  const joints = new Map<string, Joint>()
  // What has ended stands apart from what is.
  const perChild = Map.groupBy(ties, tie => `${tie.from} ${name === 'elders' && tie.ended}`)
  for (const own of perChild.values()) {
    const [first] = own
    if (!first) continue
    const signs = own.map(tie => [tie.to, tie.kind, tie.standing, tie.ended].join(' ')).toSorted()
    const id = [name, ...signs].join('|')
    const known = joints.get(id)
    const surest = own.toSorted((a, b) => weight(a) - weight(b))[0] ?? first
    const joint: Joint = known ?? {
      id,
      from: own.map(tie => ({ key: tie.to, tie, generations: generations(tie, all) })),
      to: [],
      care: own.some(isCare),
    }
    joint.to.push({ key: first.from, tie: surest })
    joints.set(id, joint)
  }
  return [...joints.values()]
}

const order = { proved: 0, claimed: 1, contested: 2, refuted: 3 }
/** Care first: it is what the line to the child should say. */
const weight = (tie: TreeTie) => (isCare(tie) ? 0 : 4) + order[tie.standing]

/** A grandmother stands above the parents, also where she is written down as guardian. */
const generations = (tie: TreeTie, all: readonly TreeTie[]): number =>
  all.some(one => one.kind === 'grandparent' && one.from === tie.from && one.to === tie.to) ? 2 : 1

/** Husband and wife whom no child joins meet in a joint of their own. */
function couples(ties: readonly TreeTie[], families: readonly Joint[]): Joint[] {
  const joined = (tie: TreeTie) =>
    families.some(({ from }) => [tie.from, tie.to].every(key => from.some(end => end.key === key)))
  return ties
    .filter(tie => tie.kind === 'spouse' && !joined(tie))
    .map(tie => ({
      id: tie.id,
      from: [tie.from, tie.to].map(key => ({ key, tie, generations: 1 })),
      to: [],
      care: false,
    }))
}

const equals: ReadonlySet<KinKind> = new Set(['sibling', 'half-sibling', 'cousin', 'other-relative'])

/** Brothers and sisters whose parents are not on the tree, and cousins, hang on a joint that nobody stands above. */
function peers(ties: readonly TreeTie[]): Joint[] {
  const parentsOf = (key: string) => ties.filter(tie => tie.kind === 'parent' && tie.from === key)
  const share = (tie: TreeTie) =>
    parentsOf(tie.from).some(one => parentsOf(tie.to).some(other => one.to === other.to))
  const joints: Joint[] = []
  for (const tie of ties) {
    if (!equals.has(tie.kind) || share(tie)) continue
    // Five children have ten ties between them: they hang on one joint.
    const known = joints.find(
      joint =>
        joint.to[0]?.tie.kind === tie.kind && joint.to.some(({ key }) => key === tie.from || key === tie.to),
    )
    const joint = known ?? { id: tie.id, from: [], to: [], care: false }
    for (const key of [tie.from, tie.to]) {
      if (!joint.to.some(end => end.key === key)) joint.to.push({ key, tie })
    }
    if (!known) joints.push(joint)
  }
  return joints
}

/**
 * "Father not known" once for brothers and sisters and not once for each: those who share a known parent, or are
 * written down as siblings.
 */
export function withFewerUnknowns(tree: Tree): Tree {
  const unknown = new Map(
    tree.people.flatMap(({ key, other }) => (other.who === 'unknown' ? [[key, other.sex] as const] : [])),
  )
  if (unknown.size < 2) return tree
  const group = siblingGroups(tree, unknown)
  const named = (tie: TreeTie) => `unknown ${unknown.get(tie.to)} ${group(tie.from)}`
  const ties = tree.ties.map(tie => (unknown.has(tie.to) ? { ...tie, to: named(tie) } : tie))
  const renamed = new Map(
    tree.ties.flatMap(tie => (unknown.has(tie.to) ? [[tie.to, named(tie)] as const] : [])),
  )
  const people = tree.people.map(person => ({ ...person, key: renamed.get(person.key) ?? person.key }))
  return { ...tree, ties, people: [...new Map(people.map(person => [person.key, person])).values()] }
}

function siblingGroups(tree: Tree, unknown: ReadonlyMap<string, string>): (child: string) => string {
  const leaders = new Map<string, string>()
  const leader = (key: string): string => {
    const next = leaders.get(key)
    return next === undefined || next === key ? key : leader(next)
  }
  const join = (one: string, other: string) => leaders.set(leader(one), leader(other))
  for (const tie of tree.ties) {
    // A child is joined to a known parent's own group, so that the children of one parent find each other.
    if (tie.kind === 'parent' && !unknown.has(tie.to)) join(tie.from, `children of ${tie.to}`)
    if (tie.kind === 'sibling') join(tie.from, tie.to)
  }
  return leader
}
