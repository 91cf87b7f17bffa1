/** The operator's log cannot be made to hold personal data, whatever is handed to it. */
import { describe, expect, test } from 'vitest'
import { openLog, type LogFields } from './log.ts'

function written(work: (log: ReturnType<typeof openLog>) => void, options: { requests?: boolean } = {}) {
  const lines: string[] = []
  work(openLog({ node: 'kz', now: () => new Date(0), write: line => lines.push(line), ...options }))
  return lines
}

describe('the log withholds', () => {
  test('what does not look like an id, a code or a number', () => {
    const [line = ''] = written(log =>
      log.info('request', { path: '/people/Айгүл', requestId: 'Aigul', code: 'Aigul B', status: Number.NaN }),
    )
    expect(JSON.parse(line)).toMatchObject({
      path: '(withheld)',
      requestId: '(withheld)',
      code: '(withheld)',
      status: '(withheld)',
    })
  })

  test('fields and events that it does not know', () => {
    const [line = ''] = written(log =>
      log.info('Aigul was here', { name: 'Aigul', status: 200 } as LogFields),
    )
    expect(line).not.toContain('Aigul')
    expect(JSON.parse(line).status).toBe(200)
  })

  test('messages of errors, also of their causes, and keeps kind, code and place', () => {
    const cause = Object.assign(new Error('Key (name)=(Aigul) already exists.\n    at Aigul:1:1'), {
      code: '23505',
      constraint: 'names_unique',
      detail: 'Aigul',
    })
    const [line = ''] = written(log => log.error('bug', new RangeError('Aigul', { cause })))
    expect(line).not.toContain('Aigul')
    const { error } = JSON.parse(line)
    expect(error).toMatchObject({
      name: 'RangeError',
      cause: { code: '23505', where: { constraint: 'names_unique' } },
    })
    expect(error.stack[0]).toMatch(/^packages\/server\/src\/platform\/log\.test\.ts(\?\S+)?:\d+:\d+$/)
    const [thrown = ''] = written(log => log.error('bug', 'Aigul'))
    expect(thrown).not.toContain('Aigul')
  })
})

describe('the log', () => {
  test('writes one JSON object a line', () => {
    const [line] = written(log =>
      log.info('request', { method: 'GET', path: '/people/:id', status: 200, ms: 3 }),
    )
    expect(line).toBe(
      '{"at":"1970-01-01T00:00:00.000Z","level":"info","node":"kz","event":"request","method":"GET","path":"/people/:id","status":200,"ms":3}\n',
    )
  })

  test('leaves requests out when told', () => {
    expect(written(log => log.info('request', { status: 200 }), { requests: false })).toEqual([])
  })

  test('says of a slip in the code what the engine says', () => {
    const [line = ''] = written(log =>
      log.error('bug', new TypeError("Cannot read properties of undefined (reading 'id')")),
    )
    expect(JSON.parse(line).error.message).toContain("reading 'id'")
  })
})
