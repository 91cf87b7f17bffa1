/**
 * Tells `early.js` in the page itself which files the first page will need: the words of each language, the page of
 * an address, the answer that it asks the node for. Otherwise a phone learns of each only after it has run the last.
 */
import { join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'
import type { Part } from '../src/i18n/parts.ts'

/** What an address draws first, below `src`, in which words, and what it asks the node for. */
interface First {
  pages: readonly string[]
  words: readonly Part[]
  answer?: string
}
const frame = 'shell/WorkLayout.tsx'
const first: Readonly<Record<string, First>> = {
  '/': { pages: ['slices/start/StartPage.tsx'], words: ['open'], answer: '/api/start' },
  '/sign-in': { pages: ['slices/access/SignInPage.tsx'], words: ['open'] },
  '/invitation': { pages: ['slices/access/InvitationPage.tsx'], words: ['open'] },
  '/password/forgotten': { pages: ['slices/access/ForgottenPage.tsx'], words: ['open'] },
  '/password/reset': { pages: ['slices/access/ResetPage.tsx'], words: ['open'] },
  '/your-rights': { pages: ['slices/rights/open/RightsPage.tsx'], words: ['open', 'rights'] },
  '/complain': { pages: ['slices/rights/open/ComplainPage.tsx'], words: ['open', 'rights'] },
  '/your-file': { pages: ['slices/rights/open/FilePage.tsx'], words: ['open', 'rights', 'work'] },
  '/complain/answer': { pages: ['slices/rights/open/AnswerPage.tsx'], words: ['open', 'rights'] },
  '/answer': { pages: ['slices/referrals/outside/AnswerPage.tsx'], words: ['open', 'outside'] },
  // Back from the office's own sign-in one goes on into the frame. Who is signed in is asked after that and not before: an early no would be
  // what the frame hears.
  '/sign-in/sso': { pages: ['slices/access/SsoPage.tsx', frame], words: ['open', 'work'] },
  // Behind a door one goes on into the frame.
  '/enter': { pages: ['slices/start/EnterPage.tsx', frame], words: ['open', 'work'] },
  // Any other address.
  '*': { pages: [frame], words: ['open', 'work'], answer: '/api/session' },
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
        const filesOfPages = (pages: readonly string[]) => {
          const facades = pages.map(page => join(src, page))
          return filesOf(chunks, ({ facadeModuleId }) => facades.includes(facadeModuleId ?? ''))
        }
        const pages = Object.entries(first).map(([address, { pages, words, answer }]) => [
          address,
          { files: filesOfPages(pages).filter(file => !entry.includes(file)), words, answer },
        ])
        // By language and part: `kk-open`.
        const messages = chunks.flatMap(({ facadeModuleId, fileName }) => {
          const words = /virtual:messages\/(\w+-\w+)$/.exec(facadeModuleId ?? '')?.[1]
          return words ? [[words, `/${fileName}`]] : []
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
