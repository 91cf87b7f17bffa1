/**
 * Where everybody on a family tree stands. The library ranks and orders; parents meet in a joint above their children,
 * as in a family and not as in a flow chart. Gives boxes and lines, draws nothing. Loaded only with the tree.
 */
import { graphlib, layout } from '@dagrejs/dagre'
import type { Tree, TreePerson, TreeTie } from '@kerege/contract/people/kinship/schema'
import { type Joint, jointsOf } from './joints.ts'

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

export const boxWidth = 160
export const boxHeight = 80
const edge = 10

interface Point {
  x: number
  y: number
}

export function drawTree(tree: Tree): Drawing {
  const graph = new graphlib.Graph({ multigraph: true })
  graph.setGraph({ rankdir: 'TB', nodesep: 20, ranksep: 34, marginx: edge, marginy: edge })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { key } of tree.people) graph.setNode(key, { width: boxWidth, height: boxHeight })
  const joints = jointsOf(tree)
  for (const joint of joints) {
    graph.setNode(joint.id, { width: 12, height: 14 })
    // Two ranks a generation: one for people, one for joints.
    for (const { key, generations } of joint.from)
      graph.setEdge(key, joint.id, { minlen: generations * 2 - 1, weight: joint.care ? 1 : 3 }, key)
    for (const { key } of joint.to)
      graph.setEdge(joint.id, key, { minlen: 1, weight: joint.care ? 1 : 3 }, key)
  }
  layout(graph)
  return drawn(graph, tree, joints)
}

function drawn(graph: graphlib.Graph, tree: Tree, joints: readonly Joint[]): Drawing {
  // The library writes the places into the labels of its nodes and edges.
  const at = (key: string) => graph.node(key) as unknown as Point
  const way = (from: string, to: string, name: string) =>
    (graph.edge(from, to, name) as unknown as { points: Point[] }).points
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number }
  return {
    width: Math.ceil(width),
    height: Math.ceil(height),
    boxes: tree.people.map(person => ({
      person,
      x: at(person.key).x - boxWidth / 2,
      y: at(person.key).y - boxHeight / 2,
    })),
    lines: joints.flatMap((joint, n) => jointLines(joint, n, at, way)),
    joints: joints.flatMap((joint, n) =>
      joint.from.length > 1 ? [{ id: joint.id, x: at(joint.id).x, y: at(joint.id).y + shiftOf(n) }] : [],
    ),
  }
}

/** Neighbouring families do not share one horizontal line. */
const shiftOf = (n: number) => ((n % 3) - 1) * 6

/** Down from each elder to the height of the joint and across; then from the joint across and down to each child. */
function jointLines(
  joint: Joint,
  n: number,
  at: (key: string) => Point,
  way: (from: string, to: string, name: string) => Point[],
): Line[] {
  const { x: centre, y } = at(joint.id)
  const level = y + shiftOf(n)
  // Guardianship comes down beside the line of the parents.
  const aside = joint.care ? 18 : 0
  return [
    ...joint.from.map(({ key, tie }) => {
      const box = at(key)
      const start = { x: box.x + aside, y: box.y + boxHeight / 2 }
      // What the library found between the generations, without the ends on the boxes.
      const between = way(key, joint.id, key).slice(1, -1)
      return styled(joint, tie, `${joint.id} ${key}`, downTo(start, between, { x: centre, y: level }))
    }),
    ...joint.to.map(({ key, tie }) => {
      const box = at(key)
      const top = box.y - boxHeight / 2
      // Two guardianships, one of them over, do not share a line either.
      const turn = joint.from.length === 0 ? level : top - 11 - (joint.care ? 6 + (n % 2) * 6 : 0)
      const path = `M${round(centre)} ${round(level)}V${round(turn)}H${round(box.x + aside)}V${round(top)}`
      return styled(joint, tie, `${joint.id} to ${key}`, path)
    }),
  ]
}

/** Across only between the ranks of boxes, so that no line runs through a name. */
function downTo(start: Point, between: readonly Point[], end: Point): string {
  const wide = between.filter(point => point.y > start.y + 8 && point.y < end.y - boxHeight / 2)
  const steps = wide.map(point => `V${round(point.y - boxHeight / 2 - 8)}H${round(point.x)}`)
  return `M${round(start.x)} ${round(start.y)}${steps.join('')}V${round(end.y)}H${round(end.x)}`
}

const round = (n: number) => Math.round(n * 10) / 10

const styled = (joint: Joint, tie: TreeTie, id: string, path: string): Line => ({
  id,
  path,
  style: tie.standing === 'refuted' ? 'contested' : tie.standing,
  care: joint.care && (tie.kind === 'guardian' || tie.kind === 'foster-carer'),
  over: tie.ended,
})
