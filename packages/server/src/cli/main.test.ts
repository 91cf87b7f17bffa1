/** The command as a process sees it: what it refuses, where it writes, how it ends. */
import { spawn, spawnSync } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { commands } from './commands.ts'
import type { Io } from './io.ts'
import { run } from './main.ts'

const script = resolve(import.meta.dirname, '../../../../scripts/kerege.mjs')

/** A command in this process, without streams. */
async function call(...args: string[]) {
  const said = { out: '', err: '' }
  const writer = (name: 'out' | 'err') =>
    ({
      write: (chunk: string) => {
        said[name] += chunk
        return true
      },
    }) as unknown as NodeJS.WritableStream // of a stream, commands use `write` alone
  const io: Io = {
    stdin: process.stdin,
    stdout: writer('out'),
    stderr: writer('err'),
    readFile: async () => new Uint8Array(),
    env: {},
    askedToEnd: () => new Promise(() => undefined),
  }
  return { code: await run(args, io), ...said }
}

describe('a command refuses', () => {
  test.each([
    [['nothing'], 'kerege: there is no command "nothing"; "kerege help" lists them.\n'],
    [['help', 'nothing'], 'kerege: there is no command "nothing"; "kerege help" lists them.\n'],
    [['constructor'], 'kerege: there is no command "constructor"; "kerege help" lists them.\n'],
    [['serve', 'now'], 'kerege serve: "now" is one word too many. See "kerege help serve".\n'],
    [['serve', '--host', 'x'], 'kerege serve: Unknown option \'--host\'. See "kerege help serve".\n'],
    [
      ['log'],
      'kerege log: Say what to do with the log: check, checkpoint, prove, consistency, verify, key or verify-receipt. See "kerege help log".\n',
    ],
    [
      ['log', 'verify-receipt'],
      'kerege log: Say which file: kerege log verify-receipt FILE. See "kerege help log".\n',
    ],
    [
      ['log', 'verify-receipt', 'package.json'],
      'kerege log: This is not a receipt. See "kerege help log".\n',
    ],
    [
      ['backup', '--to', 'nowhere'],
      'kerege backup: --to must be a folder that is there. See "kerege help backup".\n',
    ],
    [
      [
        'backup',
        '--to',
        '.',
        '--recipient',
        'age1pq1qqqqqqqqqqqqqqqqqqqqq',
        '--recipient',
        'age1qqqqqqqqqqqqqqqqqqqqq',
      ],
      'kerege backup: Recipients with and without post-quantum keys do not mix. See "kerege help backup".\n',
    ],
    [['restore'], 'kerege restore: Say which file it is. See "kerege help restore".\n'],
    [
      ['verify-backup', 'package.json'],
      'kerege verify-backup: Say which key opens it: --identity FILE, or --share FILE as often as needed. See "kerege help verify-backup".\n',
    ],
    [
      ['backup-key', 'new', '--to', '.', '--shares', '5', '--needed', '6'],
      'kerege backup-key: --shares must be from 2 to 20, and --needed from 2 to as many. See "kerege help backup-key".\n',
    ],
    [['user', 'add'], 'kerege user: --email must be a mail address. See "kerege help user".\n'],
    [
      ['migrate', '--demo', 'xx'],
      'kerege migrate: The demo has the nodes hub, kz, uz, kg and tj. See "kerege help migrate".\n',
    ],
    [
      ['log', 'check', '--demo', 'kz', '--config', 'a'],
      'kerege log: Either --config or --demo, not both. See "kerege help log".\n',
    ],
    [
      ['demo', '--port', 'high'],
      'kerege demo: --port must be a number from 1 to 65530. See "kerege help demo".\n',
    ],
    [
      ['demo', '--states', 'kz,xx'],
      'kerege demo: --states takes some of kz, uz, kg and tj, with commas between them. See "kerege help demo".\n',
    ],
    [
      ['demo', '--host', '0.0.0.0'],
      'kerege demo: The demo has open doors, so it listens on this machine only. See "kerege help demo".\n',
    ],
  ])('%j with one sentence', async (args, sentence) => {
    expect(await call(...args)).toEqual({ code: 2, out: '', err: sentence })
  })

  test('a configuration, with a sentence for each fault', async () => {
    const { code, out, err } = await call('serve')
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err.trim().split('\n')).toHaveLength(5)
  })
})

describe('help', () => {
  test('names every command', async () => {
    const { code, out } = await call('help')
    expect(code).toBe(0)
    for (const name of Object.keys(commands)) expect(out).toContain(`\n  ${name} `)
    expect(await call()).toMatchObject({ code: 0, out })
  })

  test.each(Object.keys(commands))('says more about %s', async name => {
    const { code, out } = await call('help', name)
    expect(code).toBe(0)
    expect(out).toContain(`kerege ${name}`)
    expect(await call(name, '--help')).toMatchObject({ code: 0, out })
  })
})

describe('as a process', { timeout: 60_000 }, () => {
  test('the exit code and both streams pass through', () => {
    const result = spawnSync(process.execPath, [script, 'nothing'], { encoding: 'utf8' })
    expect(result).toMatchObject({ status: 2, stdout: '' })
    expect(result.stderr).toContain('there is no command')
  })

  // On a machine whose own Node is another one, the command runs under ours all the same.
  const other = spawnSync('/usr/bin/node', ['--version'], { encoding: 'utf8' })
  test.runIf(other.status === 0 && !other.stdout.startsWith('v26'))(
    'another Node hands over to ours',
    async () => {
      const child = spawn('/usr/bin/node', [script, 'names', 'romanise', '--lang', 'kk'], {
        stdio: ['pipe', 'pipe', 'ignore'],
        env: { PATH: '/usr/bin:/bin' },
      })
      child.stdin.end('Әсел\nҚасым\n')
      expect((await text(child.stdout)).split('\n')).toHaveLength(3)
    },
  )

  test('a reader that goes away ends it quietly', async () => {
    const child = spawn(process.execPath, [script, 'help', 'serve'], { stdio: ['ignore', 'pipe', 'pipe'] })
    child.stdout.destroy()
    expect(await text(child.stderr)).toBe('')
  })
})
