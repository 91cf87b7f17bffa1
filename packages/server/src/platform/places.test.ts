/** Who is let in when, and that nobody is kept out for good. */
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openPlaces, type Places } from './places.ts'

const patient = 60_000

/** Comes in and stays until what it resolves to is called. */
const entered = (places: Places) =>
  new Promise<() => void>(inside => {
    void places(() => new Promise<void>(inside))
  })

test('lets in so many, then one for each who leaves, in the order in which they came', async () => {
  const places = openPlaces(2, patient)
  const inside: string[] = []
  const come = (name: string) =>
    entered(places).then(leave => {
      inside.push(name)
      return leave
    })
  const [first, second, third, fourth] = [come('first'), come('second'), come('third'), come('fourth')]
  const leaveFirst = await first
  await second
  await pause(5)
  expect(inside).toEqual(['first', 'second'])
  leaveFirst()
  leaveFirst()
  const leaveThird = await third
  // Whoever comes now comes after those who wait.
  const fifth = come('fifth')
  await pause(5)
  expect(inside).toEqual(['first', 'second', 'third'])
  leaveThird()
  ;(await fourth)()
  ;(await fifth)()
  ;(await second)()
  expect(inside).toEqual(['first', 'second', 'third', 'fourth', 'fifth'])
  // All have left: as many as at first.
  await Promise.all([entered(places), entered(places)])
})

test('counts nobody who takes too long, and their leaving later lets in nobody more', async () => {
  const places = openPlaces(1, 20)
  const slow = await entered(places)
  const next = await entered(places)
  slow()
  let came = false
  void entered(places).then(() => {
    came = true
  })
  await pause(0)
  expect(came).toBe(false)
  next()
  await pause(0)
  expect(came).toBe(true)
})
