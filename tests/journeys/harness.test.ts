/** Shows that the eyes of the journeys see: each kind of fault is put before them once. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { journey } from '../support/journey.ts'
import { phone } from '../support/visit.ts'

const pages: Readonly<Record<string, string>> = {
  '/': '<h1>Ғылым</h1><p>All is well</p>',
  '/error': '<h1>A</h1><script>console.error("broken")</script>',
  '/thrown': '<h1>A</h1><script>throw new Error("thrown away")</script>',
  '/foreign': '<h1>A</h1><img alt="A" src="http://example.org/a.png">',
  '/pale': '<h1>A</h1><p style="color:#ccc;background:#fff">Too pale to read</p>',
  // One of fifty that otherwise look alike.
  '/pale-row': `<h1>A</h1>${Array.from({ length: 50 }, (_, at) => `<p style="background:${at === 40 ? '#555' : '#fff'}"><b>A row</b></p>`).join('')}`,
  '/nameless-row': `<h1>A</h1>${Array.from({ length: 50 }, (_, at) => `<p>A row <button>${at === 40 ? '' : `Open ${at}`}</button></p>`).join('')}`,
  '/crowded': `<h1>A</h1><p>${small('left:40px;top:90px', 'A')}${small('left:52px;top:90px', 'B')}</p>`,
  // Smaller than a finger, and nothing near it.
  '/apart': `<h1>A</h1><p>${small('left:40px;top:90px', 'A')}${small('left:80px;top:90px', 'B')}</p>`,
  '/covered': `<h1>A</h1>${large('left:40px;top:90px', 'A')}${large('left:40px;top:100px', 'B')}`,
  // Over all of the screen: what lies behind it can neither be reached nor be at fault.
  '/over': `<h1>A</h1><button></button><dialog style="inset:0;width:100vw;height:100vh;max-width:none;max-height:none;border:0"
    aria-label="B"><button>OK</button> ${large('left:200px;top:90px', '')}</dialog><script>document.querySelector('dialog').showModal()</script>`,
}

function small(place: string, name: string) {
  return `<button style="position:absolute;${place};width:10px;height:10px;padding:0" aria-label="${name}"></button>`
}
function large(place: string, name: string) {
  return `<button style="position:absolute;${place};width:60px;height:30px">${name}</button>`
}

journey('the harness', open => {
  let server: Server
  let origin: string
  beforeAll(async () => {
    server = createServer((request, response) => {
      const body = pages[request.url ?? '']
      response.writeHead(body ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
      response.end(`<!doctype html><html lang="en"><title>Page</title><main>${body ?? 'Nothing here'}</main>`)
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}` // a TCP server has a port
  })
  afterAll(() => {
    server.close()
  })

  test('opens a page of the size, language and scheme that were asked for', async () => {
    const visit = await open({ ...phone, language: 'kk', scheme: 'dark' })
    await visit.page.goto(origin)
    expect(
      await visit.page.evaluate(
        '[innerWidth, navigator.language, matchMedia("(prefers-color-scheme: dark)").matches]',
      ),
    ).toEqual([360, 'kk', true])
    expect(await visit.accessibilityFaults()).toEqual([])
    await visit.close()
  })

  test.each([
    ['/error', 'broken'],
    ['/thrown', 'thrown away'],
    ['/foreign', 'left the machine: http://example.org/a.png'],
    ['/missing', '404'],
  ])('does not let %s pass', async (path, told) => {
    const visit = await open()
    await visit.page.goto(origin + path, { waitUntil: 'networkidle' })
    await expect(visit.close()).rejects.toThrow(told)
  })

  test('lets a refusal pass that belongs to the story', async () => {
    const visit = await open({ expects: [/status of 404/] })
    await visit.page.goto(`${origin}/missing`)
    await visit.close()
  })

  test.each([
    ['/pale', 'color-contrast'],
    ['/pale-row', 'color-contrast'],
    ['/nameless-row', 'button-name'],
    ['/covered', 'target-size'],
    ['/over', 'button-name'],
  ])('finds what cannot be used in %s', async (path, rule) => {
    const visit = await open()
    await visit.page.goto(origin + path)
    expect(await visit.accessibilityFaults()).toEqual([expect.stringContaining(rule)])
    await visit.close()
  })

  test('finds what one presses by mistake, and lets pass what only is small', async () => {
    const visit = await open()
    await visit.page.goto(`${origin}/crowded`)
    const faults = await visit.accessibilityFaults()
    expect(faults).toEqual([expect.stringContaining('target-size'), expect.stringContaining('target-size')])
    await visit.page.goto(`${origin}/apart`)
    expect(await visit.accessibilityFaults()).toEqual([])
    await visit.close()
  })

  test('cuts the line and mends it', async () => {
    const visit = await open()
    await visit.page.goto(origin)
    await visit.offline(true)
    expect(await visit.page.evaluate('fetch("/").then(() => "came", () => "cut")')).toBe('cut')
    await visit.offline(false)
    expect(await visit.page.evaluate('fetch("/").then(() => "came", () => "cut")')).toBe('came')
    await visit.close()
  })
})
