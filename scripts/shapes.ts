/**
 * Writes packages/contract/src/figures/shapes.generated.ts: the five states as paths on a plane, for the maps of pages
 * and app. Shapes are Natural Earth's (public domain), 1:50m, by way of the package `world-atlas`. Run by hand
 * (`node scripts/shapes.ts`) when the package moves. Borders are drawn as Natural Earth draws them and say nothing
 * of anybody's claims.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { geoConicEqualArea, geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

/** ISO 3166-1 numbers, as the source names countries. */
const states = { KZ: '398', KG: '417', TJ: '762', TM: '795', UZ: '860' } as const
const [width, height] = [860, 640]
const from = fileURLToPath(import.meta.resolve('world-atlas/countries-50m.json'))
const to = fileURLToPath(new URL('../packages/contract/src/figures/shapes.generated.ts', import.meta.url))

type World = Topology<{ countries: GeometryCollection }>

/** Degrees; what lies nearer than this to the last point says nothing at the size of a page. */
const tolerance = 0.11

/** Neighbours share their arcs, so borders stay closed when points are left out here. */
function simplified(world: World): World {
  const { scale = [1, 1], translate = [0, 0] } = world.transform ?? {}
  const arcs = world.arcs.map(arc => {
    let [x, y] = [0, 0]
    const points = arc.map(([dx = 0, dy = 0]) => {
      x += dx
      y += dy
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]]
    })
    let kept = points[0] ?? [0, 0]
    return points.filter((point, at) => {
      const far = Math.hypot((point[0] ?? 0) - (kept[0] ?? 0), (point[1] ?? 0) - (kept[1] ?? 0)) > tolerance
      const keep = at === 0 || at === points.length - 1 || far
      if (keep) kept = point
      return keep
    })
  })
  const { transform: _, ...rest } = world
  return { ...rest, arcs }
}

const world = simplified(JSON.parse(readFileSync(from, 'utf8')) as World)
const countries = feature(world, world.objects.countries).features
const found = Object.entries(states).map(([code, number]) => {
  const one = countries.find(country => country.id === number)
  if (!one) throw new Error(`The source has no ${code}.`)
  return [code, one] as const
})
const projection = geoConicEqualArea()
  .parallels([38, 50])
  .rotate([-66, 0])
  .fitSize([width, height], { type: 'FeatureCollection', features: found.map(([, one]) => one) })
const path = geoPath(projection).digits(0)

/** Steps instead of places: half as long. */
function relative(absolute: string): string {
  return absolute
    .split('M')
    .filter(Boolean)
    .map(ring => {
      const points = ring
        .replace('Z', '')
        .split('L')
        .map(point => point.split(',').map(Number))
      const steps = points.slice(1).map(([x = 0, y = 0], at) => {
        const [beforeX = 0, beforeY = 0] = points[at] ?? []
        return [x - beforeX, y - beforeY] as const
      })
      const said = steps.filter(([x, y]) => x !== 0 || y !== 0).map(([x, y]) => `${x}${y < 0 ? y : ` ${y}`}`)
      return said.length < 3 ? '' : `M${(points[0] ?? []).join(' ')}l${said.join(' ').replaceAll(' -', '-')}z`
    })
    .join('')
}

const lines = found.map(([code, one]) => `  ${code}:\n    '${relative(path(one) ?? '')}',`)
writeFileSync(
  to,
  `/**
 * Made by scripts/shapes.ts from Natural Earth 1:50m (public domain); do not edit. Paths on a plane of
 * ${width} x ${height}, conic equal area.
 */
export const plane = { width: ${width}, height: ${height} } as const

export const shapes = {
${lines.join('\n')}
} as const
`,
)
