/**
 * What axe finds on a page against WCAG 2.2 AA. Axe looks at everything; what is dear to look at - contrast, the room around what one
 * presses, the fiftieth row of a list - it looks at where there is something that it has not seen.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** How often contrast was looked at in this process, by kind of text: a kind is all that decides about it. */
const kindsOfText = new Map<string, number>()

/** Axe in the page itself, put there once for each that is loaded: our pages hold no frames. */
export async function faultsThatAxeFinds(page: Page, within?: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source)
  await page.evaluate(markAlike, within)
  const marked = await page.evaluate(markKindsOfText, { within, known: [...kindsOfText] })
  for (const [kind, times] of marked) kindsOfText.set(kind, times)
  await page.evaluate(markTight, within)
  const options: RunOptions = {
    runOnly: { type: 'tag', values: tags },
    resultTypes: ['violations'],
    preload: false,
  }
  return page.evaluate(runAxe, { options, within })
}

/** In the page. */
async function runAxe({ options, within }: { options: RunOptions; within: string | undefined }) {
  const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
  axe.configure({
    rules: [
      { id: 'color-contrast', selector: '[data-kind-of-text]' },
      { id: 'target-size', selector: '[data-tight]' },
    ],
  })
  // What covers the page says so beyond its edges too, where a browser sees nothing: axe would go over the whole page to find it out.
  const modal = [...document.querySelectorAll('dialog:modal')].at(-1)
  const seen = document.elementsFromPoint.bind(document)
  if (modal) document.elementsFromPoint = (x, y) => (x < 0 || y < 0 ? [modal] : seen(x, y))
  try {
    const where = { ...(within ? { include: [within] } : {}), exclude: ['[data-alike]'] }
    const { violations } = await axe.run(where, options)
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(node => `${id}: ${help} (${node.target.join(' ')}) ${node.failureSummary ?? ''}`),
    )
  } finally {
    document.elementsFromPoint = seen
  }
}

/**
 * In the page: marks what one presses and might miss, for axe to measure. That is what is smaller than 24 px and has no such circle to
 * itself (WCAG 2.5.8), and what lies under something else that one presses. What a bar that stays in its place happens to cover has room
 * where one scrolls to.
 */
function markTight(within: string | undefined) {
  const least = 24
  for (const old of document.querySelectorAll('[data-tight]')) old.removeAttribute('data-tight')
  const pressed =
    'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"]), [role=button], [role=option], [role=menuitem]'
  // Behind what covers the page nothing is pressed.
  const modal = [...document.querySelectorAll('dialog:modal')].at(-1)
  const all = [...(modal ?? document).querySelectorAll(pressed)]
    .filter(one => one.checkVisibility({ visibilityProperty: true }))
    .map(one => {
      const { left, right, top, bottom, width, height } = one.getBoundingClientRect()
      const small = width < least || height < least
      return { one, left, right, top, bottom, small, x: (left + right) / 2, y: (top + bottom) / 2 }
    })
    .filter(({ left, right, top, bottom }) => left < right && top < bottom)
  type Target = (typeof all)[number]
  const overlap = (a: Target, b: Target) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
  const near = (a: Target, b: Target) => {
    const across = Math.max(b.left - a.x, 0, a.x - b.right)
    const down = Math.max(b.top - a.y, 0, a.y - b.bottom)
    return Math.hypot(across, down) < least / 2 || (b.small && Math.hypot(a.x - b.x, a.y - b.y) < least)
  }
  const staysInPlace = (one: Element | null): boolean =>
    one !== null && (/fixed|sticky/.test(getComputedStyle(one).position) || staysInPlace(one.parentElement))
  const isCovered = ({ one }: Target) => {
    const [x, y] = [scrollX, scrollY]
    one.scrollIntoView({ block: 'center' })
    const { left, top, width, height } = one.getBoundingClientRect()
    const half = least / 2 - 1
    const covered = [-half, half].some(across =>
      [-half, half].some(down => {
        const there = document.elementFromPoint(left + width / 2 + across, top + height / 2 + down)
        const other = there?.closest(pressed)
        return other && !other.contains(one) && !one.contains(other)
      }),
    )
    scrollTo(x, y)
    return covered
  }
  for (const target of all) {
    if (within && !target.one.closest(within)) continue
    const others = all.filter(
      other =>
        other !== target &&
        (target.small ? near(target, other) : overlap(target, other)) &&
        !other.one.contains(target.one) &&
        !target.one.contains(other.one),
    )
    if (others.length === 0) continue
    const isSure = target.small && others.some(({ one }) => !staysInPlace(one))
    if (isSure || isCovered(target)) target.one.setAttribute('data-tight', '')
  }
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
 * In the page: marks each kind of text twice, for contrast of all texts is most of what axe does. Of one kind are texts of the same colour
 * and the same side of large before the same backgrounds, up to the first that lets nothing through; the fiftieth row of a list is no other
 * than the second.
 *
 * @param known how often each kind was marked before; @returns the same for those that were marked now
 */
function markKindsOfText({ within, known }: { within: string | undefined; known: [string, number][] }) {
  for (const old of document.querySelectorAll('[data-kind-of-text]')) old.removeAttribute('data-kind-of-text')
  interface Behind {
    readonly layers: string
    /** Nothing on the way up lets through what lies behind it. */
    readonly isSolid: boolean
  }
  const behind = new Map<Element, Behind>()
  const kindBehind = (element: Element): Behind => {
    const known = behind.get(element)
    if (known) return known
    const { backgroundColor, backgroundImage, opacity, filter } = getComputedStyle(element)
    const above = element.parentElement ? kindBehind(element.parentElement) : { layers: '', isSolid: true }
    const through = opacity === '1' && filter === 'none' ? '' : ` ${opacity} ${filter}`
    const isSolid = above.isSolid && through === ''
    const covers = backgroundImage === 'none' && backgroundColor.startsWith('rgb(')
    const clear = backgroundImage === 'none' && backgroundColor === 'rgba(0, 0, 0, 0)'
    const own = clear ? '' : `>${backgroundColor} ${backgroundImage}`
    const kind = { layers: covers && isSolid ? own : above.layers + own + through, isSolid }
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
    // WCAG 1.4.3: 18 points, or 14 in bold.
    const isLarge = Number.parseFloat(fontSize) >= (Number(fontWeight) >= 700 ? 18.66 : 24)
    const kind = `${kindBehind(element).layers} ${color} ${isLarge}`
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
