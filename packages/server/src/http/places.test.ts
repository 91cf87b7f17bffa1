/** Who is let in when, and that nobody is kept out for good. */
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openPlaces } from './places.ts'

const patient = 60_000

test('lets in so many, then one for each who leaves, in the order in which they came', async () => {
  const places = openPlaces(2, patient)
  const inside: string[] = []
  const come = async (name: string) => {
    const leave = await places.take()
    inside.push(name)
    return leave
  }
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
  await Promise.all([places.take(), places.take()])
})

test('counts nobody who takes too long, and their leaving later lets in nobody more', async () => {
  const places = openPlaces(1, 20)
  const slow = await places.take()
  const next = await places.take()
  slow()
  let came = false
  void places.take().then(() => {
    came = true
  })
  await pause(0)
  expect(came).toBe(false)
  next()
  await pause(0)
  expect(came).toBe(true)
})
