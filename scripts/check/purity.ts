/**
 * What a module may not keep or reach for: state that nodes of one process would share, a clock or the
 * world inside the contract, and the browser's own formats outside the tables made for our languages.
 */
import { isTest } from './boundaries.ts'
import { type Fault, isNode, lineAt, type Node, parse, type Source, walk } from './source.ts'

/** Module-level values that look changeable and may stay, each with its reason: `path#name`. */
export type Allowed = Readonly<Record<string, string>>

const collections: readonly string[] = ['Map', 'Set', 'WeakMap', 'WeakSet']
const changing =
  /^(push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin|set|add|delete|clear|getOrInsert(Computed)?)$/

const nameOf = (node: unknown) => (isNode(node) && typeof node.name === 'string' ? node.name : undefined)

/** The declarations of a module's own level, exported or not. */
function topLevel(program: Node): Node[] {
  const body = Array.isArray(program.body) ? program.body.filter(isNode) : []
  return body.map(node => (isNode(node.declaration) ? node.declaration : node))
}

/** Nodes share a process but never a memory: nothing at module level may change after loading. */
export function stateFaults(sources: readonly Source[], allowed: Allowed): Fault[] {
  const bound = sources.filter(
    ({ path }) => /^packages\/(server|contract)\/src\/.*\.ts$/.test(path) && !isTest(path),
  )
  const used = new Set<string>()
  const faults = bound.flatMap(source => {
    const program = parse(source)
    const changed = changedNames(program)
    return topLevel(program).flatMap(declaration => {
      const found = declaration.type === 'ClassDeclaration' ? staticFields(declaration) : []
      for (const one of variables(declaration)) {
        const says = stateOf(one, declaration.kind, changed, source.path)
        if (says) found.push({ node: one, name: nameOf(one.id) ?? 'pattern', says })
      }
      return found.flatMap(({ node, name, says }) => {
        const key = `${source.path}#${name}`
        used.add(key)
        return key in allowed
          ? []
          : [{ path: source.path, line: lineAt(source, node.start), says: `${name}: ${says}` }]
      })
    })
  })
  const stale = Object.keys(allowed).filter(key => !used.has(key))
  return [...faults, ...stale.map(key => ({ path: key, says: 'stands on the allow-list without need' }))]
}

const variables = (declaration: Node): Node[] =>
  declaration.type === 'VariableDeclaration' && declaration.declare !== true
    ? (declaration.declarations as Node[])
    : []

function stateOf(
  variable: Node,
  kind: unknown,
  changed: ReadonlySet<string>,
  path: string,
): string | undefined {
  if (kind === 'let' || kind === 'var') return `a module-level \`${kind}\` is shared by all nodes`
  const name = nameOf(variable.id)
  if (name !== undefined && changed.has(name)) return 'a module-level value is changed after loading'
  // Pure rules keep their tables to themselves; on the server the type must promise it.
  if (path.startsWith('packages/contract/')) return undefined
  let made = variable.init
  const annotation = isNode(variable.id) ? variable.id.typeAnnotation : undefined
  let readonly = namesReadonly(isNode(annotation) ? annotation.typeAnnotation : undefined)
  while (isNode(made) && /^TS(As|Satisfies|NonNull)/.test(made.type)) {
    readonly ||= namesReadonly(made.typeAnnotation)
    made = made.expression
  }
  if (!isNode(made) || made.type !== 'NewExpression') return undefined
  const type = nameOf(made.callee) ?? ''
  if (!collections.includes(type) || readonly) return undefined
  return `a module-level \`new ${type}\` must be typed Readonly${type}`
}

const namesReadonly = (type: unknown) => isNode(type) && (nameOf(type.typeName) ?? '').startsWith('Readonly')

function staticFields(declaration: Node): { node: Node; name: string; says: string }[] {
  const body = isNode(declaration.body) && Array.isArray(declaration.body.body) ? declaration.body.body : []
  return body
    .filter(isNode)
    .filter(member => member.type === 'PropertyDefinition' && member.static === true && !member.readonly)
    .map(node => ({ node, name: nameOf(node.key) ?? 'static', says: 'a static field is module-level state' }))
}

/** Names whose content a function changes: `name.push(…)`, `name[key] = …`. Filling a table while loading is not. */
function changedNames(program: Node): ReadonlySet<string> {
  const names = new Set<string>()
  const note = (target: unknown) => {
    if (!isNode(target) || target.type !== 'MemberExpression') return
    const name = nameOf(target.object)
    if (name !== undefined) names.add(name)
  }
  const local = localNames(program)
  walk(program, (node, above) => {
    if (!above.some(isFunction)) return
    if (node.type === 'AssignmentExpression') note(node.left)
    if (node.type === 'UpdateExpression') note(node.argument)
    if (node.type === 'UnaryExpression' && node.operator === 'delete') note(node.argument)
    if (node.type !== 'CallExpression' || !isNode(node.callee)) return
    if (node.callee.type === 'MemberExpression' && changing.test(nameOf(node.callee.property) ?? '')) {
      note(node.callee)
    }
  })
  // A parameter or an inner variable of the same name is somebody else's value.
  return new Set([...names].filter(name => !local.has(name)))
}

const isFunction = (node: Node) => /^(Function|ArrowFunction)/.test(node.type)

function localNames(program: Node): ReadonlySet<string> {
  const names = new Set<string>()
  walk(program, (node, above) => {
    if (node.type === 'VariableDeclarator' && above.some(isFunction)) names.add(nameOf(node.id) ?? '')
    if (Array.isArray(node.params)) for (const one of node.params) names.add(nameOf(one) ?? '')
  })
  return names
}

/** What reads a clock, chance or the world by merely being named. */
const worldly: readonly string[] = [
  ...['globalThis', 'process', 'fetch', 'console', 'performance', 'crypto', 'navigator', 'localStorage'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'indexedDB', 'XMLHttpRequest', 'WebSocket'],
]

/** The contract runs anywhere and answers the same everywhere: no clock, no chance, no world. */
export function contractFaults(sources: readonly Source[]): Fault[] {
  const bound = sources.filter(({ path }) => /^packages\/contract\/src\/.*\.ts$/.test(path) && !isTest(path))
  return bound.flatMap(source => {
    const faults: Fault[] = []
    const fault = (node: Node, what: string) =>
      faults.push({
        path: source.path,
        line: lineAt(source, node.start),
        says: `contract may not use ${what}; hand the value in`,
      })
    walk(parse(source), (node, above) => {
      if (node.type === 'MemberExpression') {
        const called = `${nameOf(node.object)}.${nameOf(node.property)}`
        if (called === 'Date.now' || called === 'Math.random') fault(node, called)
      }
      const args = Array.isArray(node.arguments) ? node.arguments : [undefined]
      if (node.type === 'NewExpression' && nameOf(node.callee) === 'Date' && args.length === 0) {
        fault(node, 'new Date() without an argument')
      }
      if (node.type === 'CallExpression' && nameOf(node.callee) === 'Date') fault(node, 'Date()')
      const parent = above.at(-1)
      if (node.type === 'Identifier' && worldly.includes(nameOf(node) ?? '') && isValue(node, parent)) {
        fault(node, nameOf(node) ?? '')
      }
    })
    return faults
  })
}

/** Whether an identifier stands for a value, and not for the name of a property or of a type. */
function isValue(node: Node, parent: Node | undefined): boolean {
  if (!parent) return true
  if (parent.type === 'MemberExpression') return parent.object === node || parent.computed === true
  if (parent.type === 'Property') return parent.value === node
  return !/^(TS|PropertyDefinition|MethodDefinition|ImportSpecifier|ExportSpecifier)/.test(parent.type)
}

/** Chromium has no good formats for half of our languages: the tables in `i18n/format.ts` stand in. */
export function formatFaults(sources: readonly Source[]): Fault[] {
  const bound = sources.filter(
    ({ path, text }) =>
      /^packages\/web\/src\/.*\.tsx?$/.test(path) &&
      /Intl|toLocale|localeCompare/.test(text) &&
      !isTest(path) &&
      !/\/i18n\/format\.ts$|\.generated\.tsx?$/.test(path),
  )
  return bound.flatMap(source => {
    const faults: Fault[] = []
    walk(parse(source), node => {
      if (node.type !== 'MemberExpression') return
      const property = nameOf(node.property) ?? ''
      const says =
        nameOf(node.object) === 'Intl'
          ? `Intl.${property}`
          : /^toLocale|^localeCompare$/.test(property)
            ? property
            : ''
      if (says) {
        const line = lineAt(source, node.start)
        faults.push({ path: source.path, line, says: `${says} belongs in i18n/format.ts` })
      }
    })
    return faults
  })
}
