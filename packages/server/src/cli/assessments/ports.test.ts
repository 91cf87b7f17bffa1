import { describe, expect, test } from 'vitest'
import type { Io } from '../io.ts'
import { instruments, score } from './index.ts'

async function run(command: typeof score, stdin = '', args: string[] = []) {
  const said = { out: '', err: '' }
  const writer = (name: 'out' | 'err') => ({ write: (text: string) => (said[name] += text) })
  const io = {
    stdin: (async function* () {
      yield stdin
    })(),
    stdout: writer('out'),
    stderr: writer('err'),
  } as unknown as Io // of its outside, these commands use these alone
  const code = await command(args, io)
  return {
    code,
    ...said,
    lines: said.out
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line)),
  }
}
const lines = (...said: unknown[]) => said.map(one => `${JSON.stringify(one)}\n`).join('')

describe('kerege score', () => {
  test('answers a line for each line, in order, with the shape that is promised', async () => {
    const {
      code,
      lines: found,
      err,
    } = await run(
      score,
      lines(
        { id: 'a', instrument: 'phq-9', answers: [1, 1, 1, 1, 1, 1, 1, 1, 1] },
        { instrument: 'who-5', version: '1', answers: { '1': 5, '2': 5, '3': 5, '4': 5, '5': 5 } },
        { instrument: 'PCL-5', answers: [], cutOffs: { 'look-further': 31 } },
      ),
    )
    expect(code).toBe(0)
    expect(found).toEqual([
      {
        id: 'a',
        ...{ total: 9, subscales: {}, band: 'mild', flags: ['safety-item-9'], complete: true, missing: [] },
      },
      { total: 100, subscales: {}, band: 'good', flags: [], complete: true, missing: [] },
      expect.objectContaining({ total: null, complete: false, band: null }),
    ])
    expect(found[2].missing).toHaveLength(20)
    expect(err).toBe('3 lines scored, 0 refused\n')
  })

  test.each([
    ['{', 'not JSON'],
    ['[1]', 'not an object'],
    ['{"answers":[]}', 'instrument is missing'],
    ['{"instrument":"sdq","answers":[]}', 'there is no instrument sdq; "kerege instruments" lists them'],
    ['{"instrument":"phq-9","version":"7","answers":[]}', 'there is no version 7 of phq-9'],
    ['{"instrument":"phq-9"}', 'answers: neither an object nor a list'],
    ['{"instrument":"phq-9","answers":[4]}', 'answers: item 1 is not one of 0, 1, 2, 3'],
    ['{"instrument":"phq-9","answers":{"x":1}}', 'answers: there is no item x'],
    ['{"instrument":"phq-9","answers":[],"name":1}', 'name: unknown field'],
    [
      '{"instrument":"phq-9","answers":[],"cutOffs":{"x":1}}',
      'cutOffs: not numbers by the names of its cut-offs',
    ],
  ])('%s: %s', async (line, error) => {
    const { code, lines: found, err } = await run(score, `${line}\n`)
    expect(code).toBe(1)
    expect(found).toEqual([{ error }])
    expect(err).toContain(`line 1: ${error}`)
  })

  test('goes on after a bad line', async () => {
    const { code, lines: found } = await run(score, `{\n\n${lines({ instrument: 'gad-7', answers: [] })}`)
    expect(code).toBe(0)
    expect(found).toHaveLength(2)
  })
  test('refuses a word too many', async () =>
    expect(run(score, '', ['phq-9'])).rejects.toThrow('one word too many'))
})

describe('kerege instruments', () => {
  test('says licence and languages of each, and ships no text of an item', async () => {
    const { code, lines: found } = await run(instruments)
    expect(code).toBe(0)
    expect(found.map(one => one.id)).toEqual(
      expect.arrayContaining(['who-5', 'phq-9', 'gad-7', 'pcl-5', 'cries-8', 'wg-ss', 'cfm-2-4', 'cfm-5-17']),
    )
    for (const one of found)
      expect(one).toMatchObject({ version: '1', licence: expect.any(String), languages: [] })
    expect(found.map(one => one.id)).not.toContain('sdq')
  })
  test('one by its name, and none that is not there', async () => {
    expect((await run(instruments, '', ['gad-7'])).lines).toHaveLength(1)
    await expect(run(instruments, '', ['sdq'])).rejects.toThrow('There is no instrument "sdq".')
  })
})
