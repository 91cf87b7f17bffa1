import { describe, expect, test } from 'vitest'
import { degreeLines, frameOf, kmPerDegree, measureOf, planeOf, spotsOf, spreads } from './map.ts'

const at = (latitude: number, longitude: number) => ({ latitude, longitude })
const size = { width: 640, height: 420 }

test('nothing has no frame, and one place alone has one of some kilometres', () => {
  expect(frameOf([])).toBeUndefined()
  const frame = frameOf([at(43.2, 76.9)])
  if (!frame) throw new Error('a frame')
  expect((frame.north - frame.south) * kmPerDegree).toBeCloseTo(3)
  expect((frame.east - frame.west) * kmPerDegree * Math.cos((43.2 * Math.PI) / 180)).toBeCloseTo(3)
  const plane = planeOf(frame, size)
  expect(plane.place(at(43.2, 76.9))).toEqual({ x: 320, y: 210 })
})

test('north is up, east is right, and a kilometre is as long in both directions', () => {
  const plane = planeOf({ south: 40, north: 42, west: 60, east: 70 }, size)
  const middle = plane.place(at(41, 65))
  const north = plane.place(at(41.1, 65))
  const east = plane.place(at(41, 65.1))
  expect(north.y).toBeLessThan(middle.y)
  expect(east.x).toBeGreaterThan(middle.x)
  const share = Math.cos((41 * Math.PI) / 180)
  expect((east.x - middle.x) / (middle.y - north.y)).toBeCloseTo(share, 5)
  expect((middle.y - north.y) * plane.kmPerPx).toBeCloseTo(0.1 * kmPerDegree, 5)
})

test('every place lies inside the drawing with room around it, wide or high', () => {
  for (const points of [
    [at(40, 60), at(40.1, 70)],
    [at(36, 66), at(44, 66.1)],
    [at(-12, -71), at(-11, -70)],
  ]) {
    const frame = frameOf(points)
    if (!frame) throw new Error('a frame')
    const plane = planeOf(frame, size)
    for (const point of points) {
      const { x, y } = plane.place(point)
      expect(x).toBeGreaterThan(30)
      expect(x).toBeLessThan(size.width - 30)
      expect(y).toBeGreaterThan(30)
      expect(y).toBeLessThan(size.height - 30)
    }
  }
})

describe('what lies close together', () => {
  const plane = planeOf({ south: 40, north: 41, west: 60, east: 62 }, size)
  test('is one spot in its middle, and what does not stays apart', () => {
    const spots = spotsOf([at(40.5, 61.5), at(40.5, 60.2), at(40.51, 60.21)], plane, 30)
    expect(spots.map(spot => spot.items.length)).toEqual([2, 1])
    const [both] = spots
    const [one, two] = [plane.place(at(40.5, 60.2)), plane.place(at(40.51, 60.21))]
    expect(both?.x).toBeCloseTo((one.x + two.x) / 2)
    expect(both?.y).toBeCloseTo((one.y + two.y) / 2)
  })
  test('leaves no two spots nearer than the reach, whatever comes in', () => {
    const many = Array.from({ length: 300 }, (_, n) =>
      at(40 + ((n * 37) % 100) / 100, 60 + ((n * 53) % 200) / 100),
    )
    const spots = spotsOf(many, plane, 44)
    expect(spots.flatMap(spot => spot.items)).toHaveLength(300)
    for (const [n, one] of spots.entries())
      for (const other of spots.slice(n + 1)) {
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(44)
      }
  })
  test('one can look closer unless all stand at one door', () => {
    expect(spreads([at(1, 1), at(1, 1)])).toBe(false)
    expect(spreads([at(1, 1), at(1, 1.001)])).toBe(true)
  })
})

test('lines stand at round degrees, between two and six of them', () => {
  expect(degreeLines(40.1, 43.2).map(line => line.at)).toEqual([41, 42, 43])
  expect(degreeLines(-0.15, 0.15).map(line => line.at)).toEqual([-0.1, 0, 0.1])
  for (const wide of [0.03, 0.2, 0.7, 1.3, 4, 11, 25, 60]) {
    const lines = degreeLines(40.123, 40.123 + wide)
    expect(lines.length).toBeGreaterThanOrEqual(1)
    expect(lines.length).toBeLessThanOrEqual(6)
  }
})

test.each([
  [0.1, 120, 10_000],
  [0.09, 120, 10_000],
  [0.004, 120, 200],
  [1.7, 100, 100_000],
])('a measure of %d km a pixel, at most %d pixels, is %d metres', (kmPerPx, most, metres) => {
  const measure = measureOf(kmPerPx, most)
  expect(measure.metres).toBe(metres)
  expect(measure.px).toBeLessThanOrEqual(most)
  expect(measure.px * kmPerPx * 1000).toBeCloseTo(metres)
})
