/**
 * Where everybody on a family tree stands. The library ranks and orders; parents meet in a joint above their children,
 * as in a family and not as in a flow chart. Gives boxes and lines, draws nothing. Loaded only with the tree.
 */
import { graphlib, layout } from '@dagrejs/dagre'
import type { Tree, TreePerson, TreeTie } from '@kerege/contract/people/kinship/schema'

export type LineStyle = 'proved' | 'claimed' | 'contested'

export interface Box {
  person: TreePerson
  x: number
  y: number
}
export interface Line {
  id: string
  path: string
  style: LineStyle
  care: boolean
  /** It has ended. */
  over: boolean
}
export interface Drawing {
  width: number
  height: number
  boxes: Box[]
  lines: Line[]
  joints: { id: string; x: number; y: number }[]
}

export const boxWidth = 176
export const boxHeight = 62
const edge = 12

/** Those who meet in one joint, and whom it leads to. */
interface Joint {
  id: string
  from: { key: string; tie: TreeTie }[]
  to: { key: string; tie: TreeTie }[]
}

export function drawTree(tree: Tree): Drawing {
  const graph = new graphlib.Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'TB', nodesep: 28, ranksep: 34, marginx: edge, marginy: edge })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { key } of tree.people) graph.setNode(key, { width: boxWidth, height: boxHeight })
  // Found untrue is told in the list; the tree shows what may be so.
  const ties = tree.ties.filter(tie => tie.standing !== 'refuted')
  const joints = [...parentJoints(ties), ...couples(ties), ...peers(ties)]
  for (const joint of joints) {
    graph.setNode(joint.id, { width: 12, height: 14 })
    for (const { key } of joint.from) graph.setEdge(key, joint.id, { minlen: 1, weight: 3 }, key)
    for (const { key } of joint.to) graph.setEdge(joint.id, key, { minlen: 1, weight: 3 }, key)
  }
  const direct = directTies(ties, tree.people)
  // Two ranks a generation: one for people, one for joints.
  for (const tie of direct) graph.setEdge(tie.to, tie.from, { minlen: stepsOf(tie), weight: 1 }, tie.id)
  layout(graph)
  return drawn(graph, tree, joints, direct)
}

/** Children with the same parents, as surely, hang on one joint. */
function parentJoints(ties: readonly TreeTie[]): Joint[] {
  const byChild = Map.groupBy(
    ties.filter(tie => tie.kind === 'parent'),
    tie => tie.from,
  )
  const joints = new Map<string, Joint>()
  for (const [child, parents] of byChild) {
    const signs = parents.map(tie => `${tie.to} ${tie.standing} ${tie.ended}`).toSorted()
    const id = `joint ${signs.join(' ')}`
    const joint = joints.get(id) ?? { id, from: parents.map(tie => ({ key: tie.to, tie })), to: [] }
    const surest = parents.toSorted((a, b) => order[a.standing] - order[b.standing])[0]
    if (surest) joint.to.push({ key: child, tie: surest })
    joints.set(id, joint)
  }
  return [...joints.values()]
}
const order = { proved: 0, claimed: 1, contested: 2, refuted: 3 }

/** Husband and wife who have no child on the tree meet in a joint of their own. */
function couples(ties: readonly TreeTie[]): Joint[] {
  const parents = Map.groupBy(
    ties.filter(tie => tie.kind === 'parent'),
    tie => tie.from,
  )
  const haveChild = (one: string, two: string) =>
    [...parents.values()].some(list => [one, two].every(key => list.some(tie => tie.to === key)))
  return ties
    .filter(tie => tie.kind === 'spouse' && !haveChild(tie.from, tie.to))
    .map(tie => ({ id: tie.id, from: [tie.from, tie.to].map(key => ({ key, tie })), to: [] }))
}

const equals = new Set(['sibling', 'half-sibling', 'cousin', 'other-relative'])

/** Brothers and sisters whose parents are not on the tree hang on a joint without parents. */
function peers(ties: readonly TreeTie[]): Joint[] {
  const parentsOf = (key: string) => ties.filter(tie => tie.kind === 'parent' && tie.from === key)
  const share = (one: string, two: string) =>
    parentsOf(one).some(a => parentsOf(two).some(b => a.to === b.to))
  const joined = new Map<string, Joint>()
  const joints: Joint[] = []
  for (const tie of ties) {
    if (!equals.has(tie.kind) || (tie.kind === 'sibling' && share(tie.from, tie.to))) continue
    const [one, two] = [joined.get(`${tie.kind} ${tie.from}`), joined.get(`${tie.kind} ${tie.to}`)]
    // Five children have ten ties between them: they hang on one joint.
    if (tie.kind === 'sibling' && (one || two)) {
      const joint = one ?? two
      for (const key of [tie.from, tie.to]) {
        if (joint && !joint.to.some(end => end.key === key)) joint.to.push({ key, tie })
        if (joint) joined.set(`sibling ${key}`, joint)
      }
      continue
    }
    const joint = { id: tie.id, from: [], to: [tie.from, tie.to].map(key => ({ key, tie })) }
    joints.push(joint)
    for (const key of [tie.from, tie.to]) joined.set(`${tie.kind} ${key}`, joint)
  }
  return joints
}

const carers = new Set(['guardian', 'foster-carer'])
const elders = new Set(['grandparent', 'aunt-uncle', ...carers])
const turned: Partial<Record<TreeTie['kind'], TreeTie['kind']>> = {
  grandchild: 'grandparent',
  'niece-nephew': 'aunt-uncle',
  ward: 'guardian',
  'foster-child': 'foster-carer',
}

/** Lines from an elder straight to a younger one; a grandmother is not drawn twice where her daughter stands between. */
function directTies(all: readonly TreeTie[], people: readonly TreePerson[]): TreeTie[] {
  const there = new Set(people.map(({ key }) => key))
  const ties = all.map(tie => {
    const kind = turned[tie.kind]
    return kind ? { ...tie, kind, from: tie.to, to: tie.from } : tie
  })
  const parentOf = (key: string) => ties.filter(tie => tie.kind === 'parent' && tie.from === key)
  const through = (tie: TreeTie) =>
    parentOf(tie.from).some(up => parentOf(up.to).some(top => top.to === tie.to))
  return ties.filter(
    tie =>
      elders.has(tie.kind) &&
      there.has(tie.from) &&
      there.has(tie.to) &&
      !(tie.kind === 'grandparent' && through(tie)),
  )
}
const stepsOf = (tie: TreeTie) => (tie.kind === 'grandparent' ? 4 : 2)

type Point = { x: number; y: number }

function drawn(
  graph: graphlib.Graph,
  tree: Tree,
  joints: readonly Joint[],
  direct: readonly TreeTie[],
): Drawing {
  const at = (key: string) => graph.node(key) as unknown as Point
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number }
  const lines = joints.flatMap((joint, n) => jointLines(joint, n, at))
  for (const tie of direct) {
    const { points } = graph.edge(tie.to, tie.from, tie.id) as unknown as { points: Point[] }
    const path = points.map(({ x, y }, step) => `${step === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('')
    lines.push(styled(tie, tie.id, path))
  }
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    boxes: tree.people.map(person => ({
      person,
      x: at(person.key).x - boxWidth / 2,
      y: at(person.key).y - boxHeight / 2,
    })),
    lines,
    joints: joints.flatMap(({ id, from }) => (from.length > 1 ? [{ id, ...at(id) }] : [])),
  }
}

/** Down from each parent to the height of the joint and across; then from the joint across and down to each child. */
function jointLines(joint: Joint, n: number, at: (key: string) => Point): Line[] {
  const centre = at(joint.id)
  // Neighbouring families do not share one horizontal line.
  const shift = ((n % 3) - 1) * 5
  const level = centre.y + shift
  return [
    ...joint.from.map(({ key, tie }) => {
      const { x, y } = at(key)
      return styled(
        tie,
        `${joint.id} ${key}`,
        `M${round(x)} ${round(y + boxHeight / 2)}V${round(level)}H${round(centre.x)}`,
      )
    }),
    ...joint.to.map(({ key, tie }) => {
      const { x, y } = at(key)
      const turn = joint.from.length === 0 ? level : y - boxHeight / 2 - 16 + shift
      return styled(
        tie,
        `${joint.id} to ${key}`,
        `M${round(centre.x)} ${round(level)}V${round(turn)}H${round(x)}V${round(y - boxHeight / 2)}`,
      )
    }),
  ]
}

const round = (n: number) => Math.round(n * 10) / 10

const styled = (tie: TreeTie, id: string, path: string): Line => ({
  id,
  path,
  style: tie.standing === 'refuted' ? 'contested' : tie.standing,
  care: carers.has(tie.kind),
  over: tie.ended,
})
