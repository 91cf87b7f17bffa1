/** What the doctor says of the office's own sign-in; the other looks are tried where nodes are started. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { bentProvider } from '../slices/access/testing/bentProvider.ts'
import { doctor } from './doctor.ts'
import type { Io } from './io.ts'

async function saysOf(issuer: string): Promise<string> {
  let said = ''
  const write = (chunk: string) => {
    said += chunk
    return true
  }
  const io = {
    stdout: { write },
    stderr: { write },
    env: {
      KEREGE_NODE_ID: 'kz',
      KEREGE_NODE_KIND: 'national',
      KEREGE_PROFILE: 'kz',
      KEREGE_PUBLIC_URL: 'https://kerege.example',
      KEREGE_DATA: join(tmpdir(), 'kerege-of-nobody'),
      KEREGE_SSO_ISSUER: issuer,
      KEREGE_SSO_CLIENT: 'kerege',
      KEREGE_SSO_SECRET: 'only-they-know-it',
      KEREGE_SSO_NAME: 'the Ministry',
    },
  } as unknown as Io // what the doctor uses of it
  await doctor([], io)
  expect(said).not.toContain('only-they-know-it')
  return said.split('\n').find(line => line.includes(issuer)) ?? ''
}

test('the doctor says in one sentence whether people could sign in by the provider', async () => {
  const provider = await bentProvider()
  expect(await saysOf(provider.issuer)).toBe(
    `ok        The identity provider ${provider.issuer} answers, and its metadata can be used.`,
  )
  // The same server under a name that it does not give itself.
  const alias = provider.issuer.replace('127.0.0.1', 'localhost')
  expect(await saysOf(alias)).toMatch(
    /^wrong {5}What stands at .* is not the metadata of an identity provider/,
  )
  await provider.close()
  expect(await saysOf(provider.issuer)).toMatch(/^wrong {5}The identity provider .* does not answer\.$/)

  const web = createServer((_, response) => response.end('<html>Welcome</html>'))
  await new Promise<void>(done => web.listen(0, '127.0.0.1', done))
  const page = `http://127.0.0.1:${(web.address() as AddressInfo).port}`
  expect(await saysOf(page)).toMatch(/^wrong {5}What stands at /)
  await new Promise<void>(done => {
    web.close(() => done())
    web.closeAllConnections()
  })
})
