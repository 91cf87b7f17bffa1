/**
 * The pages for anybody (start, sign-in, invitation, a forgotten password) carry nothing of what is behind them:
 * no words and no ways in of an inner slice. They are what a slow phone waits for, and they must not grow with every
 * slice. Read from the built files, so that neither an import nor the bundler's own mind brings it back.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { Verb } from '../packages/contract/src/access/roles.ts'
import { languages } from '../packages/contract/src/common.ts'
import type { Route } from '../packages/contract/src/route.ts'
import { builtWeb } from '../packages/server/src/region/web.ts'
import { cataloguesOf, readCatalogue } from '../packages/web/vite/messages.ts'

const contract = join(import.meta.dirname, '../packages/contract/src')
const web = join(import.meta.dirname, '../packages/web/src')
const openPages = /^src\/slices\/(start|access)\/\w+Page\.tsx$/
const rightsWords = /^open\./
const openWords = /^(ui|shell|start|access)\./

interface Chunk {
  file: string
  imports?: string[]
  isEntry?: boolean
}
interface Early {
  messages: Record<string, string>
  pages: Record<string, { files: string[]; words: string[] }>
}

interface Words {
  messages: object
  formats: object[]
}

let folder = ''
let manifest: Record<string, Chunk> = {}
let early: Early

const read = (file: string) => readFileSync(join(folder, file), 'utf8')

/** Text of the chunks that are meant, and of all that comes with them. */
function scriptOf(meant: (source: string, chunk: Chunk) => boolean): Map<string, string> {
  const files = new Map<string, string>()
  const walk = (source: string) => {
    const chunk = manifest[source]
    if (!chunk || files.has(chunk.file)) return
    files.set(chunk.file, read(chunk.file))
    for (const one of chunk.imports ?? []) walk(one)
  }
  for (const [source, chunk] of Object.entries(manifest)) if (meant(source, chunk)) walk(source)
  return files
}
const openScript = () => scriptOf((source, chunk) => chunk.isEntry === true || openPages.test(source))
const frameScript = () => scriptOf(source => source === 'src/shell/WorkLayout.tsx')

/** The ways in of the inner slices. */
async function innerRoutes(): Promise<Route[]> {
  const files = readdirSync(contract, { recursive: true, encoding: 'utf8' }).filter(
    path => /routes\.ts$/i.test(path) && !path.startsWith('access'),
  )
  const modules = await Promise.all(files.map(path => import(join(contract, path)) as Promise<object>))
  return modules.flatMap(module =>
    Object.values(module).filter(
      (one: unknown): one is Route =>
        typeof one === 'object' && one !== null && 'summary' in one && 'method' in one,
    ),
  )
}
const wayIn = (method: string, path: string) => `${method} ${path}`

/** Which ways in stand in which file. */
const waysIn = (files: Map<string, string>, routes: readonly Route[]) => {
  const meant = new Set(routes.map(({ method, path }) => wayIn(method, path)))
  return [...files].flatMap(([file, script]) =>
    [...script.matchAll(/method:['"`](\w+)['"`],path:['"`]([^'"`]+)['"`]/g)]
      .map(([, method = '', path = '']) => wayIn(method, path))
      .filter(one => meant.has(one))
      .map(one => `${file}: ${one}`),
  )
}

const keys = cataloguesOf(web, 'en').flatMap(path => Object.keys(readCatalogue(path)))
// Some verbs are spelt like a key; the role table stands on the pages for anybody.
const innerKeys = keys.filter(key => !openWords.test(key) && !Verb.safeParse(key).success)

/** Which of these stand in which file. */
const standing = (files: Map<string, string>, texts: readonly string[]) =>
  [...files].flatMap(([file, script]) =>
    texts.filter(text => script.includes(text)).map(text => `${file}: ${text}`),
  )

/** Which of these stand alone between quotation marks of a kind: each script is gone through once, and not once a word. */
const quotedIn = (files: Map<string, string>, words: ReadonlySet<string>) =>
  [...files].flatMap(([file, script]) =>
    [...script.matchAll(/(?<=(['"`]))[\w.-]+(?=\1)/g)]
      .filter(([word]) => words.has(word))
      .map(([word]) => `${file}: ${word}`),
  )

beforeAll(async () => {
  folder = await builtWeb(() => {})
  manifest = JSON.parse(read('.vite/manifest.json')) as Record<string, Chunk>
  const page = read('index.html')
  const data = (name: string) => JSON.parse(new RegExp(`data-${name}='([^']*)'`).exec(page)?.[1] ?? 'null')
  early = { messages: data('messages'), pages: data('pages') }
}, 180_000)

describe('script of the pages for anybody', () => {
  test('has no way in to an inner slice', async () => {
    const inner = await innerRoutes()
    expect(waysIn(openScript(), inner)).toEqual([])
    // The eye is not blind: the frame, which counts what waits, has some.
    expect(waysIn(frameScript(), inner).length).toBeGreaterThan(5)
  })

  test('says no word of an inner slice', () => {
    const inner = new Set(innerKeys)
    expect([...inner].filter(key => !/^[\w.-]+$/.test(key))).toEqual([])
    expect(quotedIn(openScript(), inner)).toEqual([])
    expect(quotedIn(frameScript(), inner).length).toBeGreaterThan(5)
  })
})

test('nothing that writes JSON Schema comes to the browser', () => {
  expect(standing(openScript(), ['json-schema.org', 'processJSONSchema'])).toEqual([])
})

test('of a way in the browser has no more than it uses: what only a node asks of it stays there', async () => {
  const pages = scriptOf(source => source.startsWith('src/slices/'))
  expect(waysIn(pages, await innerRoutes()).length).toBeGreaterThan(300)
  const carried = [...pages].flatMap(([file, script]) =>
    [...script.matchAll(/method:['"`]\w+['"`],path:[^{}]*?\b(summary|params|query|response):/g)].map(
      ([route]) => `${file}: ${route}`,
    ),
  )
  expect(carried).toEqual([])
})

describe.each(languages)('words in %s', language => {
  const words = async (part: string) => {
    const file = early.messages[`${language}-${part}`] ?? ''
    const { default: chunk } = (await import(join(folder, file))) as { default: Words }
    return { keys: Object.keys(chunk.messages), tables: chunk.formats.flatMap(Object.keys) }
  }

  test('of the pages for anybody are theirs alone; all others come with the frame', async () => {
    const [open, work] = [await words('open'), await words('work')]
    const [rights, outside] = [await words('rights'), await words('outside')]
    expect(open.keys.filter(key => !openWords.test(key))).toEqual([])
    expect(rights.keys.filter(key => !rightsWords.test(key))).toEqual([])
    expect(outside.keys.filter(key => !key.startsWith('outside.'))).toEqual([])
    const all = [open, work, rights, outside].flatMap(part => part.keys)
    expect(all.sort()).toEqual([...keys].sort())
    expect([...rights.tables, ...outside.tables]).toEqual([])
    expect(open.tables).not.toContain('countries')
    expect(work.tables).toContain('countries')
  })
})

describe('what the page asks for before it runs', () => {
  test.each(['/', '/sign-in', '/invitation', '/password/forgotten', '/password/reset'])('at %s', address => {
    const { files = [], words } = early.pages[address] ?? {}
    expect(words).toEqual(['open'])
    const script = files.filter(file => file.endsWith('.js')).map(file => file.slice(1))
    expect(script.filter(file => !openScript().has(file))).toEqual([])
  })

  test('for who answers from outside: its own page and words, and nothing of the frame', () => {
    const { files = [], words } = early.pages['/answer'] ?? {}
    expect(words).toEqual(['open', 'outside'])
    const frame = manifest['src/shell/WorkLayout.tsx']?.file
    expect(files).not.toContain(`/${frame}`)
    const page = manifest['src/slices/referrals/outside/AnswerPage.tsx']?.file
    expect(files).toContain(`/${page}`)
  })

  test('inside: the frame and both parts of the words', () => {
    const inside = early.pages['*']
    expect(inside?.words).toEqual(['open', 'work'])
    const frame = manifest['src/shell/WorkLayout.tsx']?.file
    expect(inside?.files).toContain(`/${frame}`)
  })
})
