/**
 * Tells `early.js` in the page itself which files the first page will need: the words of each language, the page of
 * an address, the answer that it asks the node for. Otherwise a phone learns of each only after it has run the last.
 */
import { join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'

/** What an address draws first, below `src`, and what it asks the node for. */
interface First {
  page: string
  answer?: string
}
const first: Readonly<Record<string, First>> = {
  '/': { page: 'slices/start/StartPage.tsx', answer: '/api/start' },
  '/sign-in': { page: 'slices/access/SignInPage.tsx' },
  // Any other address.
  '*': { page: 'shell/WorkLayout.tsx', answer: '/api/session' },
}

export function early(src: string): Plugin {
  return {
    name: 'kerege-early',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter(one => one.type === 'chunk')
        const entry = filesOf(chunks, chunk => chunk.isEntry)
        const filesOfPage = (page: string) =>
          filesOf(chunks, ({ facadeModuleId }) => facadeModuleId === join(src, page))
        const pages = Object.entries(first).map(([address, { page, answer }]) => [
          address,
          { files: filesOfPage(page).filter(file => !entry.includes(file)), answer },
        ])
        const messages = chunks.flatMap(({ facadeModuleId, fileName }) => {
          const language = /virtual:messages\/(\w+)$/.exec(facadeModuleId ?? '')?.[1]
          return language ? [[language, `/${fileName}`]] : []
        })
        const data = { messages: Object.fromEntries(messages), pages: Object.fromEntries(pages) }
        const attributes = Object.entries(data).map(
          ([name, value]) => `data-${name}='${JSON.stringify(value)}'`,
        )
        return html.replace('src="/early.js"', `src="/early.js" ${attributes.join(' ')}`)
      },
    },
  }
}

/** Script and styles of the chunks that are meant, and of all that they import at once. */
function filesOf(
  chunks: readonly Rolldown.OutputChunk[],
  meant: (chunk: Rolldown.OutputChunk) => boolean,
): string[] {
  const files = new Set<string>()
  const walk = (chunk: Rolldown.OutputChunk | undefined) => {
    if (!chunk || files.has(`/${chunk.fileName}`)) return
    files.add(`/${chunk.fileName}`)
    for (const css of chunk.viteMetadata?.importedCss ?? []) files.add(`/${css}`)
    for (const name of chunk.imports) walk(chunks.find(one => one.fileName === name))
  }
  for (const chunk of chunks.filter(meant)) walk(chunk)
  return [...files]
}
