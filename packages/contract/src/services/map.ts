/**
 * A small map without a map: places by their coordinates (WGS 84) on a plane that is true enough for a region, what lies close
 * together as one spot, lines of degrees and a measure. Pure geometry; outlines and tiles of others are not needed, and not fetched.
 */
export interface Point {
  readonly latitude: number
  readonly longitude: number
}
/** In degrees; the longitudes do not pass the antimeridian, as no state of the region does. */
export interface Frame {
  readonly south: number
  readonly north: number
  readonly west: number
  readonly east: number
}
/** In pixels of the drawing. */
export interface Size {
  readonly width: number
  readonly height: number
}
export interface Drawn {
  readonly x: number
  readonly y: number
}

export const kmPerDegree = 111.32
/** Half the width of the smallest frame: one place alone is not drawn as if through a microscope. */
const leastKm = 1.5
/** Over the northernmost pin there is room for the name of its district. */
const margin = { x: 36, y: 56 }

const radians = (degrees: number) => (degrees * Math.PI) / 180
/** A degree of longitude as a share of a degree of latitude. */
const narrowing = (latitude: number) => Math.max(0.05, Math.cos(radians(latitude)))

/** Just around the points; `undefined` where there are none. */
export function frameOf(points: readonly Point[]): Frame | undefined {
  if (points.length === 0) return undefined
  const latitudes = points.map(one => one.latitude)
  const longitudes = points.map(one => one.longitude)
  const [south, north] = apart(Math.min(...latitudes), Math.max(...latitudes), leastKm / kmPerDegree)
  const middle = (south + north) / 2
  const [west, east] = apart(
    Math.min(...longitudes),
    Math.max(...longitudes),
    leastKm / (kmPerDegree * narrowing(middle)),
  )
  return { south, north, west, east }
}

const apart = (from: number, to: number, least: number): [number, number] => {
  const middle = (from + to) / 2
  return [Math.min(from, middle - least), Math.max(to, middle + least)]
}

export interface Plane {
  place(point: Point): Drawn
  /** What the whole drawing shows, its margins included. */
  readonly frame: Frame
  readonly kmPerPx: number
}

/** The frame in the middle of the drawing, the same measure in both directions. */
export function planeOf(frame: Frame, { width, height }: Size): Plane {
  const latitude = (frame.south + frame.north) / 2
  const longitude = (frame.west + frame.east) / 2
  const share = narrowing(latitude)
  const room = (px: number, beside: number) => Math.max(1, px - 2 * beside)
  const pxPerDegree = Math.min(
    room(height, margin.y) / (frame.north - frame.south),
    room(width, margin.x) / ((frame.east - frame.west) * share),
  )
  const high = height / 2 / pxPerDegree
  const wide = width / 2 / (pxPerDegree * share)
  return {
    place: point => ({
      x: width / 2 + (point.longitude - longitude) * share * pxPerDegree,
      y: height / 2 - (point.latitude - latitude) * pxPerDegree,
    }),
    frame: {
      south: latitude - high,
      north: latitude + high,
      west: longitude - wide,
      east: longitude + wide,
    },
    kmPerPx: kmPerDegree / pxPerDegree,
  }
}

export interface Spot<Item> extends Drawn {
  readonly items: readonly Item[]
}

/**
 * What lies closer together than `reach` pixels is one spot, in the middle of what it holds. From west to east, the northern first, so that
 * numbers run as one reads.
 */
export function spotsOf<Item extends Point>(
  items: readonly Item[],
  plane: Plane,
  reach: number,
): Spot<Item>[] {
  const spots: { x: number; y: number; items: Item[] }[] = []
  const inOrder = [...items].sort((a, b) => a.longitude - b.longitude || b.latitude - a.latitude)
  for (const item of inOrder) {
    const { x, y } = plane.place(item)
    const near = spots.find(spot => Math.hypot(spot.x - x, spot.y - y) < reach)
    if (!near) {
      spots.push({ x, y, items: [item] })
      continue
    }
    const n = near.items.push(item)
    near.x += (x - near.x) / n
    near.y += (y - near.y) / n
  }
  return joined(spots, reach)
}

/** Moving to the middle may bring two spots together: they are one then, until none are. */
function joined<Item>(spots: { x: number; y: number; items: Item[] }[], reach: number): Spot<Item>[] {
  for (const [at, one] of spots.entries()) {
    const other = spots.findIndex((two, n) => n > at && Math.hypot(two.x - one.x, two.y - one.y) < reach)
    const found = spots[other]
    if (!found) continue
    const items = [...one.items, ...found.items]
    const share = found.items.length / items.length
    const both = { x: one.x + (found.x - one.x) * share, y: one.y + (found.y - one.y) * share, items }
    return joined([...spots.slice(0, at), both, ...spots.slice(at + 1).filter(two => two !== found)], reach)
  }
  return spots
}

/** Can one look closer, or do they all stand at one door? */
export const spreads = (points: readonly Point[]): boolean => {
  const [first] = points
  return points.some(one => first && (one.latitude !== first.latitude || one.longitude !== first.longitude))
}

const steps = [20, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002] as const

/** Between two and six lines each way, at round degrees. */
export function degreeLines(from: number, to: number): { at: number; digits: number }[] {
  const step = steps.find(one => (to - from) / one >= 2) ?? 0.002
  const digits = step >= 1 ? 0 : step >= 0.1 ? 1 : step >= 0.01 ? 2 : 3
  const first = Math.ceil(from / step)
  const last = Math.floor(to / step)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => ({
    at: Number(((first + n) * step).toFixed(3)),
    digits,
  }))
}

/** A round measure that is no longer than `most` pixels. */
export function measureOf(kmPerPx: number, most: number): { metres: number; px: number } {
  const metres = kmPerPx * most * 1000
  const power = 10 ** Math.floor(Math.log10(metres))
  const round = [5, 2, 1].map(one => one * power).find(one => one <= metres) ?? power
  return { metres: round, px: round / 1000 / kmPerPx }
}
