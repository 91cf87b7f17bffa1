/**
 * Reads TypeScript as a syntax tree: which modules a file imports, and at which line a node stands.
 * Only reads; what is allowed stands in `boundaries.ts` and `purity.ts`.
 */
import { parseAst } from 'vitest/node'

export interface Source {
  /** From the root of the repository, with forward slashes. */
  readonly path: string
  readonly text: string
}

/** Something that a check does not accept, with the place where to look. */
export interface Fault {
  readonly path: string
  readonly line?: number
  readonly says: string
}

/** A node of an ESTree, as far as the checks look into it. */
export interface Node {
  readonly type: string
  readonly start: number
  readonly [key: string]: unknown
}

export interface Import {
  readonly specifier: string
  readonly line: number
}

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

export function parse(source: Source): Node {
  // The tree is plain data, described by its own types; the checks read it through one loose shape.
  return parseAst(source.text, {
    lang: source.path.endsWith('x') ? 'tsx' : 'ts',
    sourceType: 'module',
  }) as unknown as Node
}

export const lineAt = (source: Source, offset: number): number =>
  source.text.slice(0, offset).split('\n').length

/** Calls `visit` for every node, parents first, with the chain of nodes above it (nearest last). */
export function walk(root: Node, visit: (node: Node, above: readonly Node[]) => void): void {
  const step = (node: Node, above: readonly Node[]) => {
    visit(node, above)
    const chain = [...above, node]
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) step(child, chain)
    }
  }
  step(root, [])
}

/** Every module named by a file: imports, re-exports, `import()` and types written as `import('…')`. */
export function importsOf(source: Source): Import[] {
  const found: Import[] = []
  walk(parse(source), node => {
    if (!/^(Import|Export(Named|All)Declaration|ImportExpression|TSImportType)/.test(node.type)) return
    const from = isNode(node.source) ? node.source.value : undefined
    if (typeof from === 'string') found.push({ specifier: from, line: lineAt(source, node.start) })
  })
  return found
}
