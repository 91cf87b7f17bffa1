/**
 * Of the contract the browser's part carries what it uses: which way in it is, and what the body of a command looks like. What comes
 * back was checked by the node. So routes go without their other schemas, and a schema that nobody asks for is not made: making them
 * all took an eighth of the time until a page stood.
 */
import { type ESTree, parseAst, type Plugin } from 'vite'

const forNodes = new Set(['summary', 'params', 'query', 'response'])

interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

export function contractForBrowsers(): Plugin {
  return {
    name: 'kerege-contract-for-browsers',
    apply: 'build',
    transform: {
      filter: { id: /packages.contract.src.*\.ts$/ },
      handler(code) {
        const { body } = parseAst(code)
        return [...body.flatMap(unlessAsked), ...body.flatMap(withoutWhatNodesUse)]
          .toSorted((a, b) => b.from - a.from)
          .reduce((text, { from, to, text: put }) => text.slice(0, from) + put + text.slice(to), code)
      },
    },
  }
}

/** The contract is data: making a part of it does nothing else, so what nobody asks for may be left out. */
function unlessAsked(statement: ESTree.Statement | ESTree.ModuleDeclaration): Edit[] {
  const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
  if (declared?.type !== 'VariableDeclaration') return []
  return declared.declarations.flatMap(({ init }) =>
    init?.type === 'CallExpression'
      ? [
          { from: init.start, to: init.start, text: '/* @__PURE__ */ (() => ' },
          { from: init.end, to: init.end, text: ')()' },
        ]
      : [],
  )
}

function withoutWhatNodesUse(node: ESTree.Node): Edit[] {
  const within = Object.values(node)
    .flat()
    .filter((one): one is ESTree.Node => typeof one?.type === 'string')
  const route =
    node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'route'
  const definition = route ? node.arguments[0] : undefined
  if (definition?.type !== 'ObjectExpression') return within.flatMap(withoutWhatNodesUse)
  return definition.properties.flatMap((field, at, { [at + 1]: next }) =>
    field.type === 'Property' && field.key.type === 'Identifier' && forNodes.has(field.key.name)
      ? [{ from: field.start, to: next?.start ?? field.end, text: '' }]
      : [],
  )
}
