/**
 * A page as somebody would open it, and the eyes that a journey needs: it fails on errors of the console, on any
 * request that leaves the machine, and on what axe finds against WCAG 2.2 AA.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Browser, BrowserContext, Page } from 'playwright-core'

export interface VisitOptions {
  readonly width?: number
  readonly height?: number
  readonly scheme?: 'light' | 'dark'
  /** BCP 47, as the browser would say it. */
  readonly language?: string
  /** As a browser without script, or one that has it switched off. */
  readonly noScript?: boolean
  /** Console errors that belong to the story: Chromium reports each refused request as one. */
  readonly expects?: readonly RegExp[]
}

export interface Visit {
  readonly page: Page
  readonly context: BrowserContext
  /** Cuts the line, or mends it. */
  offline(cut: boolean): Promise<void>
  /** What axe finds on the page as it stands, or inside what a selector names; empty when all is well. */
  accessibilityFaults(within?: string): Promise<string[]>
  /** Console errors and foreign requests so far. */
  faults(): readonly string[]
  /** @throws when a fault was seen */
  close(): Promise<void>
}

export const phone = { width: 360, height: 740 } as const
export const desk = { width: 1440, height: 900 } as const

const accessibilityTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

export async function newPage(browser: Browser, options: VisitOptions = {}): Promise<Visit> {
  const { width = desk.width, height = desk.height, scheme = 'light', language = 'en' } = options
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    locale: language,
    timezoneId: 'Asia/Almaty',
    reducedMotion: 'reduce',
    hasTouch: width < 600,
    acceptDownloads: true,
    javaScriptEnabled: !options.noScript,
  })
  const faults: string[] = []
  let cut = false
  const kinds: KindsOfText = new Map()
  watch(context, options.expects ?? [], faults, () => cut)
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)

  return {
    page,
    context,
    faults: () => faults,
    async offline(wanted) {
      cut = wanted
      await context.setOffline(wanted)
    },
    async accessibilityFaults(within) {
      const { violations } = await axeOn(page, kinds, within)
      return violations.flatMap(({ id, help, nodes }) =>
        nodes.map(node => `${id}: ${help} (${node.target.join(' ')}) ${node.failureSummary ?? ''}`),
      )
    },
    async close() {
      await context.close()
      if (faults.length > 0) throw new Error(`The page did what it must not:\n${faults.join('\n')}`)
    },
  }
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** How often contrast was looked at, by kind of text: the pages of one visit are of one look. */
type KindsOfText = Map<string, number>

/** Axe in the page itself, put there once for each that is loaded: our pages hold no frames. */
async function axeOn(
  page: Page,
  kinds: KindsOfText,
  within?: string,
): Promise<Pick<AxeResults, 'violations'>> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource)
  await page.evaluate(markAlike, within)
  for (const [kind, times] of await page.evaluate(markKindsOfText, { within, known: [...kinds] })) {
    kinds.set(kind, times)
  }
  const options: RunOptions = {
    runOnly: { type: 'tag', values: accessibilityTags },
    resultTypes: ['violations'],
    preload: false,
  }
  return page.evaluate(
    async ({ options, within }) => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
      axe.configure({ rules: [{ id: 'color-contrast', selector: '[data-kind-of-text]' }] })
      const where = { ...(within ? { include: [within] } : {}), exclude: ['[data-alike]'] }
      const { violations } = await axe.run(where, options)
      const before = scrollY
      for (const one of violations.filter(({ id }) => id === 'target-size')) {
        const still = []
        for (const node of one.nodes) {
          const target = document.querySelector(String(node.target[0]))
          target?.scrollIntoView({ block: 'center' })
          // What the bar at the foot happened to cover is looked at again where one scrolls to.
          const rule: RunOptions = { runOnly: { type: 'rule', values: ['target-size'] } }
          const again = target && (await axe.run(target, rule))
          if (!again || again.violations.length > 0) still.push(node)
        }
        one.nodes = still
      }
      scrollTo(0, before)
      return { violations: violations.filter(({ nodes }) => nodes.length > 0) }
    },
    { options, within },
  )
}

/**
 * In the page: marks what stands beside three others of its very shape. Alike are elements with the same tags, classes, roles, states and
 * names given or missing all the way down: the fourth row of a list is drawn by the lines that drew the third. One that says nothing where
 * its neighbours say something is of another shape.
 */
function markAlike(within: string | undefined) {
  const most = 3
  for (const old of document.querySelectorAll('[data-alike]')) old.removeAttribute('data-alike')
  const isGiven = ({ name }: Attr) => !/^(id|href|for|value|style|data-.*)$/.test(name)
  const isWords = ({ name }: Attr) => /^(aria-label|aria-description|alt|title|placeholder)$/.test(name)
  const isReference = ({ name }: Attr) =>
    /^aria-(labelledby|describedby|controls|owns|activedescendant|posinset|rowindex)$/.test(name)
  const shapeOf = (element: Element): string => {
    const given = [...element.attributes].filter(isGiven).map(one => {
      if (isWords(one)) return `${one.name}=${one.value.trim() !== ''}`
      return isReference(one) ? one.name : `${one.name}=${one.value}`
    })
    const says = [...element.childNodes].some(one => one.nodeType === Node.TEXT_NODE && one.nodeValue?.trim())
    const counted = new Map<string, number>()
    const children = [...element.children].map(child => {
      const shape = shapeOf(child)
      const times = (counted.get(shape) ?? 0) + 1
      counted.set(shape, times)
      if (times > most) child.setAttribute('data-alike', '')
      return shape
    })
    return `${element.tagName} ${given} ${says} ${element.checkVisibility()}(${children})`
  }
  for (const root of within ? document.querySelectorAll(within) : [document.body]) shapeOf(root)
}

/**
 * In the page: marks each kind of text twice in a visit, for contrast of all texts is most of what axe does. Of one kind are texts of
 * the same colour, size and weight before the same backgrounds all the way up; the fiftieth row of a list is no other than the second.
 *
 * @param known how often each kind was marked before; @returns the same for those that were marked now
 */
function markKindsOfText({ within, known }: { within: string | undefined; known: [string, number][] }) {
  for (const old of document.querySelectorAll('[data-kind-of-text]')) old.removeAttribute('data-kind-of-text')
  const behind = new Map<Element, string>()
  const kindBehind = (element: Element): string => {
    const known = behind.get(element)
    if (known !== undefined) return known
    const { backgroundColor, backgroundImage, opacity, filter } = getComputedStyle(element)
    const above = element.parentElement ? kindBehind(element.parentElement) : ''
    const own = `${backgroundColor} ${backgroundImage} ${opacity} ${filter}`
    // What lets everything through is no layer of its own.
    const kind = own === 'rgba(0, 0, 0, 0) none 1 none' ? above : `${above}>${own}`
    behind.set(element, kind)
    return kind
  }
  const says = (element: Element) =>
    element.matches('input, select, textarea') ||
    [...element.childNodes].some(one => one.nodeType === Node.TEXT_NODE && one.nodeValue?.trim())
  const seen = new Map(known)
  const marked = new Map<string, number>()
  const roots = within ? [...document.querySelectorAll(within)] : [document.body]
  for (const element of roots.flatMap(root => [root, ...root.querySelectorAll('*')])) {
    if (!says(element) || !element.checkVisibility()) continue
    const { color, fontSize, fontWeight } = getComputedStyle(element)
    const kind = `${kindBehind(element)} ${color} ${fontSize} ${fontWeight}`
    const times = (seen.get(kind) ?? 0) + 1
    if (times > 2) continue
    seen.set(kind, times)
    marked.set(kind, times)
    element.setAttribute('data-kind-of-text', '')
    // Of the same shape and yet of another look: it is looked at.
    for (let one = element.closest('[data-alike]'); one; one = one.closest('[data-alike]')) {
      one.removeAttribute('data-alike')
    }
  }
  return [...marked]
}

function watch(
  context: BrowserContext,
  expects: readonly RegExp[],
  faults: string[],
  isOffline: () => boolean,
) {
  context.on('console', message => {
    if (message.type() !== 'error') return
    const text = `${message.text()} ${message.location().url}`
    const lineIsCut = isOffline() && /net::ERR_INTERNET_DISCONNECTED/.test(text)
    if (!lineIsCut && !expects.some(one => one.test(text))) faults.push(`console: ${text}`)
  })
  context.on('weberror', thrown => {
    const error = thrown.error()
    faults.push(`uncaught: ${error.stack ?? error.message}`)
  })
  context.on('request', request => {
    if (!isLoopback(request.url())) faults.push(`left the machine: ${request.url()}`)
  })
  context.on('page', page => {
    page.on('websocket', socket => {
      if (!isLoopback(socket.url())) faults.push(`left the machine: ${socket.url()}`)
    })
    page.on('crash', () => faults.push('the page crashed'))
  })
}

function isLoopback(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  if (!/^(https?|wss?):$/.test(protocol)) return true
  return /^(localhost|.+\.localhost|127\.0\.0\.1|\[::1\])$/.test(hostname)
}
