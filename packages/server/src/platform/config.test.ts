/** The configuration of a real node: what is refused, and in which words. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { ConfigError, loadConfiguration } from './config.ts'

const folder = mkdtempSync(join(tmpdir(), 'kerege-config-test-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

const whole = {
  KEREGE_NODE_ID: 'kz',
  KEREGE_NODE_KIND: 'national',
  KEREGE_PROFILE: 'kz',
  KEREGE_PUBLIC_URL: 'https://kerege.example/start?x=1',
  KEREGE_DATA: join(folder, 'data'),
}
const database = {
  KEREGE_DATABASE_OWNER: 'postgres://kz_owner:secret@db/kz',
  KEREGE_DATABASE_SERVER: 'postgres://kz_server:secret@db/kz',
  KEREGE_DATABASE_AUTH: 'postgres://kz_auth:secret@db/kz',
  KEREGE_DATABASE_JOBS: 'postgres://kz_jobs:secret@db/kz',
}

function faultsOf(env: Record<string, string>, file?: string): readonly string[] {
  try {
    loadConfiguration(file, env)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.faults
    throw error
  }
}

function fileOf(content: unknown): string {
  const path = join(folder, 'node.json')
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

describe('a configuration is refused', () => {
  test('when nothing is said, with one sentence for each setting that is missing', () => {
    const faults = faultsOf({})
    expect(faults).toHaveLength(5)
    expect(faults[0]).toBe(
      'node.id (KEREGE_NODE_ID) is missing: it must be a short word of small letters, digits and hyphens, such as "kz".',
    )
  })

  test.each([
    ['KEREGE_NODE_ID', 'KZ node', /^node\.id .* must be a short word/],
    ['KEREGE_NODE_KIND', 'regional', /^node\.kind .* must be "national" or "hub"/],
    ['KEREGE_PROFILE', 'xx', /^node\.profile .* must be the name of a file/],
    ['KEREGE_PROFILE', '../package', /^node\.profile/],
    ['KEREGE_PUBLIC_URL', 'http://kerege.example', /^publicUrl .* must be the https address/],
    ['KEREGE_PUBLIC_URL', 'kerege', /^publicUrl/],
    ['KEREGE_PORT', '0', /^listen\.port .* must be a port/],
    ['KEREGE_PORT', '4000x', /^listen\.port/],
    ['KEREGE_PACE', '0', /^pace .* must be a number from 0\.01 to 20/],
    ['KEREGE_PACE', 'quick', /^pace/],
    ['KEREGE_MAIL_URL', 'http://mail', /^mail\.(url|from)/],
    ['KEREGE_LOG_REQUESTS', 'perhaps', /^log\.requests/],
    ['KEREGE_TRUSTED_PROXIES', '10.0.0.0/33', /^trustedProxies .* must be addresses or networks/],
    ['KEREGE_TRUSTED_PROXIES', '10.0.0.1, proxy.example', /^trustedProxies/],
    ['KEREGE_TRUSTED_PROXIES', '10.0.0.0/8/8', /^trustedProxies/],
    ['KEREGE_HUB_URL', 'http://hub.example', /^hub\.(url|key)/],
    ['KEREGE_HUB_KEY', 'kerege.hub', /^hub\.(url|key)/],
    ['KEREGE_MEMBER_NODES', 'kerege.kz+1a2b3c4d+AQ', /^memberNodes .* must be/],
    ['KEREGE_MEMBER_NODES', `KZ=kerege.kz+1a2b3c4d+${'A'.repeat(43)}`, /^memberNodes/],
    ['KEREGE_SSO_CLIENT', 'kerege', /^singleSignOn\.issuer .* is missing/],
    ['KEREGE_DEMO', 'true', /^KEREGE_DEMO is not a setting/],
  ])('when %s is "%s"', (name, value, sentence) => {
    const faults = faultsOf({ ...whole, [name]: value })
    expect(faults.length).toBeGreaterThan(0)
    expect(faults[0]).toMatch(sentence)
  })

  test('when it says that it is a demo', () => {
    expect(faultsOf(whole, fileOf({ demo: true }))).toEqual(['demo is not a setting.'])
  })

  test('when one role serves two purposes, without repeating the address', () => {
    const faults = faultsOf({
      ...whole,
      ...database,
      KEREGE_DATABASE_SERVER: database.KEREGE_DATABASE_OWNER,
    })
    expect(faults).toEqual(['database.server must name another role than database.owner.'])
    expect(
      faultsOf({ ...whole, ...database, KEREGE_DATABASE_AUTH: 'mysql://a:secret@db/x' }).join(),
    ).not.toContain('secret')
  })

  test.each([
    ['{', /is not valid JSON/],
    ['[]', /must be a JSON object/],
  ])('when the file holds %s', (content, sentence) => {
    expect(faultsOf(whole, fileOf(content))[0]).toMatch(sentence)
  })

  test('when the file is not there', () => {
    expect(faultsOf(whole, join(folder, 'nowhere.json'))[0]).toMatch(/cannot be read \(ENOENT\)/)
  })
})

const sso = {
  KEREGE_SSO_ISSUER: 'https://id.example/realms/ministry',
  KEREGE_SSO_CLIENT: 'kerege',
  KEREGE_SSO_SECRET: 'only-they-know-it',
  KEREGE_SSO_NAME: 'the Ministry',
}

describe('single sign-on is refused', () => {
  test.each([
    ['KEREGE_SSO_ISSUER', 'http://id.example', /^singleSignOn\.issuer .* must be the https address/],
    ['KEREGE_SSO_ISSUER', 'http://localhost.example', /^singleSignOn\.issuer/],
    ['KEREGE_SSO_SCOPES', 'profile email', /^singleSignOn\.scopes .* openid among them/],
    ['KEREGE_SSO_NAME', '{"en":""}', /^singleSignOn\.name .* must be what the button says/],
    ['KEREGE_SSO_CREATE_ACCOUNTS', 'perhaps', /^singleSignOn\.createAccounts .* must be true or false/],
    ['KEREGE_SSO_ROLES', 'case-work', /^singleSignOn\.roles .* must be a list as JSON/],
    // Who administers is made by two administrators, and never by a group.
    ['KEREGE_SSO_ROLES', '[{"group":"it","role":"administrator","agency":"Centre"}]', /^singleSignOn\.roles/],
    [
      'KEREGE_SSO_ROLES',
      '[{"group":"s","role":"secretariat","agency":"Centre"}]',
      /^singleSignOn\.roles: a national node has no role "secretariat"\.$/,
    ],
    ['KEREGE_SSO_SECRET', '', /^singleSignOn needs one of clientSecret/],
    ['KEREGE_SSO_SECRET_FILE', '/nowhere/secret', /^singleSignOn needs one of clientSecret/],
  ])('when %s is "%s", without repeating the secret', (name, value, sentence) => {
    const faults = faultsOf({ ...whole, ...sso, [name]: value })
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(sentence)
    expect(faults[0]).not.toContain(sso.KEREGE_SSO_SECRET)
  })

  test('when its secret cannot be read from the file, or the file is empty', () => {
    const { KEREGE_SSO_SECRET: _, ...rest } = { ...whole, ...sso }
    const at = (file: string) => faultsOf({ ...rest, KEREGE_SSO_SECRET_FILE: file })
    expect(at('/nowhere/secret')).toEqual([
      'singleSignOn.clientSecretFile (KEREGE_SSO_SECRET_FILE) cannot be read (ENOENT).',
    ])
    const empty = join(folder, 'empty')
    writeFileSync(empty, '\n')
    expect(at(empty)).toEqual(['singleSignOn.clientSecretFile (KEREGE_SSO_SECRET_FILE) is empty.'])
  })
})

describe('a configuration', () => {
  test('names the sign-in of the office, with the secret in a file beside it and roles by groups', () => {
    writeFileSync(join(folder, 'sso.secret'), 'only-they-know-it\n')
    const file = fileOf({
      singleSignOn: {
        issuer: 'https://id.example/realms/ministry',
        clientId: 'kerege',
        clientSecretFile: 'sso.secret',
        name: { ru: 'Министерство', en: 'the Ministry' },
        groupsClaim: 'realm_access.roles',
        roles: [{ group: 'leads', role: 'supervisor', agency: 'Centre', areas: ['KZ-75'] }],
        acr: ['two'],
      },
    })
    expect(loadConfiguration(file, { ...whole, KEREGE_SSO_AMR: 'mfa, hwk' }).singleSignOn).toEqual({
      issuer: 'https://id.example/realms/ministry',
      clientId: 'kerege',
      clientSecret: 'only-they-know-it',
      name: { ru: 'Министерство', en: 'the Ministry' },
      scopes: 'openid profile email',
      groupsClaim: 'realm_access.roles',
      roles: [{ group: 'leads', role: 'supervisor', agency: 'Centre', areas: ['KZ-75'] }],
      createAccounts: false,
      acr: ['two'],
      amr: ['mfa', 'hwk'],
    })
    // By variables alone the button says the same in every language.
    const { name } = loadConfiguration(undefined, { ...whole, ...sso }).singleSignOn ?? {}
    expect(name).toMatchObject({ en: 'the Ministry', uz: 'the Ministry' })
    expect(loadConfiguration(undefined, whole)).not.toHaveProperty('singleSignOn')
  })

  test('stands on variables alone', () => {
    expect(loadConfiguration(undefined, whole)).toMatchObject({
      node: { id: 'kz', kind: 'national', profile: 'kz' },
      publicUrl: 'https://kerege.example',
      listen: { host: '127.0.0.1', port: 4000 },
      masterKeyFile: join(folder, 'data/master.key'),
      log: { requests: true },
      trustedProxies: [],
    })
    expect(
      loadConfiguration(undefined, { ...whole, KEREGE_TRUSTED_PROXIES: '10.0.0.0/8, fd00::1' })
        .trustedProxies,
    ).toEqual(['10.0.0.0/8', 'fd00::1'])
  })

  test('names the hub of a node, and at the hub the nodes of its members', () => {
    const key = (name: string) => `kerege.${name}+1a2b3c4d+${'A'.repeat(44)}`
    const national = { ...whole, KEREGE_HUB_URL: 'https://hub.example/', KEREGE_HUB_KEY: key('hub') }
    expect(loadConfiguration(undefined, national).hub).toEqual({
      url: 'https://hub.example',
      key: key('hub'),
      patienceMs: 20_000,
    })
    const list = `KZ=${key('kz')}, UZ=${key('uz')}`
    expect(loadConfiguration(undefined, { ...whole, KEREGE_MEMBER_NODES: list }).memberNodes).toEqual([
      { party: 'KZ', key: key('kz') },
      { party: 'UZ', key: key('uz') },
    ])
  })

  test('takes variables over the file, and paths of the file from where it stands', () => {
    const file = fileOf({
      node: { id: 'kz', kind: 'national', profile: 'kz' },
      publicUrl: 'http://localhost:4100',
      listen: { port: 4100 },
      dataDir: 'beside',
      trustedProxies: ['192.0.2.7'],
      database: { server: 'postgres://a@db/x', auth: 'postgres://b@db/x', jobs: 'postgres://c@db/x' },
    })
    const found = loadConfiguration(file, { KEREGE_PORT: '4200', KEREGE_DATABASE_OWNER: 'postgres://d@db/x' })
    expect(found.listen).toEqual({ host: '127.0.0.1', port: 4200 })
    expect(found.trustedProxies).toEqual(['192.0.2.7'])
    expect(found.dataDir).toBe(join(folder, 'beside'))
    expect(found.database?.owner).toBe('postgres://d@db/x')
    expect(loadConfiguration(undefined, { KEREGE_CONFIG: file }).listen.port).toBe(4100)
  })
})
