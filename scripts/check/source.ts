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

/** Calls `visit` for every node, parents first, with the chain of nodes above it (nearest last); whoever keeps the chain copies it. */
export function walk(root: Node, visit: (node: Node, above: readonly Node[]) => void): void {
  const above: Node[] = []
  const step = (node: Node) => {
    visit(node, above)
    above.push(node)
    for (const value of Object.values(node)) {
      if (Array.isArray(value)) {
        for (const child of value) if (isNode(child)) step(child)
      } else if (isNode(value)) step(value)
    }
    above.pop()
  }
  step(root)
}

/** Every module named by a file: imports, re-exports, `import()` and types written as `import('…')`. */
export function importsOf(source: Source): Import[] {
  const found: Import[] = []
  const look = (node: Node) => {
    if (!/^(Import|Export(Named|All)Declaration|ImportExpression|TSImportType)/.test(node.type)) return
    const from = isNode(node.source) ? node.source.value : undefined
    if (typeof from === 'string') found.push({ specifier: from, line: lineAt(source, node.start) })
  }
  const program = parse(source)
  // Anywhere but on its own level a file names a module by these two ways only.
  if (/\bimport\s*\(/.test(source.text)) walk(program, look)
  else for (const statement of (program.body as Node[]) ?? []) look(statement)
  return found
}
