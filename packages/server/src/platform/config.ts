/**
 * The configuration of a real node: a JSON file, environment variables on top of it, checked as a whole. Says in
 * one sentence each what is wrong, and never repeats a value, since an address may hold a password.
 *
 * Whether a node is a demo is not written here: only a data folder that the demo command made says so.
 */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { role } from '@kerege/contract/access/roles'
import { z } from 'zod'
import { isNetwork } from './networks.ts'
import type { ObjectStore } from './objectStore.ts'
import { objectStoreShape, readObjectStore } from './objectStoreSettings.ts'
import { readSingleSignOn, type SingleSignOn, singleSignOnShape } from './singleSignOn.ts'

const root = resolve(import.meta.dirname, '../../../..')
export const profilesFolder = join(root, 'profiles')
export const builtWebFolder = join(root, 'packages/web/dist')

/** Written into a data folder by the demo command and by nothing else. */
export const demoMarker = 'demo.json'

/** What was wrong, one sentence each. */
export class ConfigError extends Error {
  readonly faults: readonly string[]
  constructor(faults: readonly string[]) {
    super(faults.join('\n'))
    this.name = 'ConfigError'
    this.faults = faults
  }
}

const word = z.string().regex(/^[a-z][a-z0-9-]{0,30}$/)
const text = z.string().min(1)
const url = (...protocols: string[]) =>
  text.refine(value => URL.canParse(value) && protocols.includes(new URL(value).protocol), { abort: true })
const database = url('postgres:', 'postgresql:')

/** Of another server: with TLS, or on this very machine. */
const serverUrl = url('https:', 'http:').refine(
  value => value.startsWith('https:') || isLoopback(new URL(value).hostname),
)

/** A name, the beginning of a digest, and an Ed25519 key (C2SP signed-note). */
const keyWord = /^[a-z0-9.-]+\+[0-9a-f]{8}\+[A-Za-z0-9+/]{44}$/

const Configuration = z.strictObject({
  node: z.strictObject({
    id: word,
    kind: z.enum(['national', 'hub']),
    profile: word.refine(name => existsSync(join(profilesFolder, `${name}.json`))),
  }),
  publicUrl: serverUrl.transform(value => new URL(value).origin),
  listen: z.strictObject({
    host: text.default('127.0.0.1'),
    port: z.coerce.number().int().min(1).max(65_535).default(4000),
  }),
  /** Read for the addresses of clients; from anybody else the header means nothing. */
  /** Of a national node: the hub whose guidance it fetches. */
  hub: z
    .strictObject({
      url: serverUrl.transform(value => new URL(value).origin),
      key: text.regex(keyWord),
      patienceMs: z.coerce.number().int().min(500).max(600_000).default(20_000),
    })
    .optional(),
  /** Of the hub: keys of the members' nodes by the code of their state, `KZ=kerege.kz+…`. */
  memberNodes: z
    .union([text.transform(list => list.split(',').map(one => one.trim())), z.array(text)])
    .refine(list => list.every(one => /^[A-Z]{2}=/.test(one) && keyWord.test(one.slice(3))))
    .transform(list => list.map(one => ({ party: one.slice(0, 2), key: one.slice(3) })))
    .default([]),
  trustedProxies: z
    .union([text.transform(list => list.split(',').map(one => one.trim())), z.array(text)])
    .refine(list => list.every(isNetwork))
    .default([]),
  /** Absent: the embedded engine, in the data folder. */
  database: z
    .strictObject({ owner: database.optional(), server: database, auth: database, jobs: database })
    .optional(),
  dataDir: text,
  masterKeyFile: text.optional(),
  mail: z.strictObject({ url: url('smtp:', 'smtps:'), from: z.email() }).optional(),
  /** Of the hub: a small listener for answers by mail, on loopback or behind the mail server. */
  mailIn: z
    .strictObject({
      host: text.default('127.0.0.1'),
      port: z.coerce.number().int().min(1).max(65_535),
      domain: text.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/),
    })
    .optional(),
  /** Absent: no collector hears of anything. */
  telemetry: url('https:', 'http:').optional(),
  /** Absent: nobody looks for viruses. */
  scanner: text.regex(/^(tcp:\/\/[^/\s]+:\d+|unix:\/\/\/\S+|\/\S+( \S+)*)$/).optional(),
  /** Absent: papers lie in the data folder. */
  objectStore: objectStoreShape(serverUrl).optional(),
  /** The office's own sign-in. */
  singleSignOn: singleSignOnShape(serverUrl).optional(),
  webDir: text.default(builtWebFolder),
  pace: z.coerce.number().min(0.01).max(20).default(1),
  log: z.strictObject({ requests: z.union([z.boolean(), z.stringbool()]).default(true) }),
})

export type Configuration = Omit<
  z.output<typeof Configuration>,
  'masterKeyFile' | 'objectStore' | 'singleSignOn'
> & {
  masterKeyFile: string
  objectStore?: ObjectStore
  singleSignOn?: SingleSignOn
}

/** Every setting: its variable, and what it must be. The table is the manual too (`kerege help serve`). */
export const settings = {
  'node.id': ['KEREGE_NODE_ID', 'a short word of small letters, digits and hyphens, such as "kz"'],
  'node.kind': ['KEREGE_NODE_KIND', '"national" or "hub"'],
  'node.profile': ['KEREGE_PROFILE', 'the name of a file in profiles/, without its ending'],
  publicUrl: ['KEREGE_PUBLIC_URL', 'the https address that browsers use (http on this machine only)'],
  'listen.host': ['KEREGE_HOST', 'the address to listen on (127.0.0.1 unless told)'],
  'listen.port': ['KEREGE_PORT', 'a port from 1 to 65535 (4000 unless told)'],
  trustedProxies: [
    'KEREGE_TRUSTED_PROXIES',
    'addresses or networks of proxies whose X-Forwarded-For is believed, such as "10.0.0.0/8" (none unless told)',
  ],
  'hub.url': ['KEREGE_HUB_URL', 'the https address of the hub, for a national node'],
  'hub.key': ['KEREGE_HUB_KEY', "the hub's key as `kerege log key` prints it there"],
  'hub.patienceMs': [
    'KEREGE_HUB_PATIENCE',
    'milliseconds from 500 to 600000 after which a page of the hub is given up (20000 unless told)',
  ],
  memberNodes: [
    'KEREGE_MEMBER_NODES',
    'at the hub: codes of states with the keys of their nodes, such as "KZ=kerege.kz+1a2b3c4d+AQ…" (none unless told)',
  ],
  'database.owner': [
    'KEREGE_DATABASE_OWNER',
    'a postgres:// address of the role that owns the tables and migrates',
  ],
  'database.server': ['KEREGE_DATABASE_SERVER', 'a postgres:// address of the role that serves requests'],
  'database.auth': ['KEREGE_DATABASE_AUTH', 'a postgres:// address of the role of the sign-in tables'],
  'database.jobs': ['KEREGE_DATABASE_JOBS', 'a postgres:// address of the role of the job queue'],
  dataDir: ['KEREGE_DATA', 'a folder for attachments and keys'],
  masterKeyFile: ['KEREGE_MASTER_KEY_FILE', 'a file (master.key in the data folder unless told)'],
  'mail.url': ['KEREGE_MAIL_URL', 'an smtp:// or smtps:// address'],
  'mail.from': ['KEREGE_MAIL_FROM', 'the mail address that messages come from'],
  'mailIn.host': [
    'KEREGE_MAIL_IN_HOST',
    'the address on which answers by mail are taken (127.0.0.1 unless told)',
  ],
  'mailIn.port': ['KEREGE_MAIL_IN_PORT', 'a port from 1 to 65535, at the hub, for answers by mail'],
  'mailIn.domain': [
    'KEREGE_MAIL_IN_DOMAIN',
    'the domain, in small letters, whose mail the mail server hands to that port, such as "answers.kerege.example"',
  ],
  telemetry: [
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    'an http or https address of an OpenTelemetry collector, OTLP as JSON: routes, numbers and how they ended, nothing of anybody (none unless told)',
  ],
  scanner: [
    'KEREGE_SCANNER',
    'tcp://HOST:PORT or unix:///PATH of clamd, or the path of a program that reads a file and ends with 0 when it is clean, 1 when not (none unless told)',
  ],
  'objectStore.endpoint': [
    'KEREGE_S3_ENDPOINT',
    'the https address of a store that speaks S3, for sealed papers (the data folder unless told)',
  ],
  'objectStore.bucket': ['KEREGE_S3_BUCKET', 'a bucket of that store that nothing else uses'],
  'objectStore.region': ['KEREGE_S3_REGION', 'the region that it signs for ("us-east-1" unless told)'],
  'objectStore.accessKeyId': ['KEREGE_S3_KEY', 'the id of an access key of that store'],
  'objectStore.secretAccessKey': ['KEREGE_S3_SECRET', 'the secret of that key (or a file with it, below)'],
  'objectStore.secretAccessKeyFile': ['KEREGE_S3_SECRET_FILE', 'a file with that secret'],
  'objectStore.pathStyle': [
    'KEREGE_S3_PATH_STYLE',
    'true for ENDPOINT/BUCKET, false for BUCKET.ENDPOINT (true unless told)',
  ],
  'singleSignOn.issuer': [
    'KEREGE_SSO_ISSUER',
    "the https address of the office's own identity provider, to the letter as its metadata say it",
  ],
  'singleSignOn.clientId': ['KEREGE_SSO_CLIENT', 'the name under which that provider knows this node'],
  'singleSignOn.clientSecret': [
    'KEREGE_SSO_SECRET',
    'the secret that goes with it (or a file with it, below)',
  ],
  'singleSignOn.clientSecretFile': ['KEREGE_SSO_SECRET_FILE', 'a file with that secret'],
  'singleSignOn.name': [
    'KEREGE_SSO_NAME',
    'what the button says after "Sign in with": a name of up to 60 characters, or one for each language as JSON',
  ],
  'singleSignOn.scopes': [
    'KEREGE_SSO_SCOPES',
    'scopes with blanks between, openid among them ("openid profile email" unless told)',
  ],
  'singleSignOn.groupsClaim': [
    'KEREGE_SSO_GROUPS',
    'the claim that holds the groups of somebody, such as "realm_access.roles" ("groups" unless told)',
  ],
  'singleSignOn.roles': [
    'KEREGE_SSO_ROLES',
    'a list as JSON: {"group", "role", "agency", and perhaps "team", "areas"} each; any role but administrator (none unless told)',
  ],
  'singleSignOn.createAccounts': [
    'KEREGE_SSO_CREATE_ACCOUNTS',
    'true or false: whoever has a role by a group gets an account without being invited (false unless told)',
  ],
  'singleSignOn.acr': [
    'KEREGE_SSO_ACR',
    'values of "acr" that say "with a second factor", with commas between (none unless told)',
  ],
  'singleSignOn.amr': [
    'KEREGE_SSO_AMR',
    'values of "amr" that say "with a second factor", such as "mfa" (none unless told)',
  ],
  webDir: ['KEREGE_WEB', 'the folder of the built web app'],
  pace: [
    'KEREGE_PACE',
    'a number from 0.01 to 20: pauses of background work, 1 as made, more on a small machine (1 unless told)',
  ],
  'log.requests': ['KEREGE_LOG_REQUESTS', 'true or false: one line for each request (true unless told)'],
} as const satisfies Record<string, readonly [variable: string, mustBe: string]>

type Setting = keyof typeof settings
const settingNames = Object.keys(settings) as Setting[]

export const isLoopback = (host: string) => /^(localhost|.+\.localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host)

type Environment = Readonly<Record<string, string | undefined>>

/**
 * @param file path of the JSON file; `KEREGE_CONFIG` when absent; variables alone when neither is given
 * @throws ConfigError with all faults at once
 */
export function loadConfiguration(file: string | undefined, env: Environment): Configuration {
  const path = file ?? env.KEREGE_CONFIG
  const given = path ? fromFile(path) : {}
  const stray = Object.keys(env).filter(
    name =>
      name.startsWith('KEREGE_') &&
      !notSettings.includes(name) &&
      !settingNames.some(key => settings[key][0] === name),
  )
  if (stray.length > 0) throw new ConfigError(stray.map(name => `${name} is not a setting.`))
  for (const name of settingNames) {
    const value = env[settings[name][0]]
    if (value !== undefined && value !== '') put(given, name, value)
  }
  for (const group of ['listen', 'log']) given[group] ??= {}

  const result = Configuration.safeParse(given)
  if (!result.success) throw new ConfigError([...new Set(result.error.issues.flatMap(sentencesOf))])
  const parsed = result.data
  const faults = rolesFaults(parsed.database)
  if (existsSync(join(parsed.dataDir, demoMarker))) {
    faults.push(
      'dataDir (KEREGE_DATA) holds invented people of the demo: a real node needs a folder of its own.',
    )
  }
  if (faults.length > 0) throw new ConfigError(faults)
  const dataDir = resolve(parsed.dataDir)
  const { objectStore, singleSignOn, ...plain } = parsed
  return {
    ...plain,
    ...(objectStore ? { objectStore: withItsKey(objectStore) } : {}),
    ...(singleSignOn ? { singleSignOn: withItsSecret(singleSignOn, parsed.node.kind) } : {}),
    dataDir,
    webDir: resolve(parsed.webDir),
    masterKeyFile: resolve(parsed.masterKeyFile ?? join(dataDir, 'master.key')),
  }
}

/** @throws ConfigError */
function withItsKey(given: Parameters<typeof readObjectStore>[0]): ObjectStore {
  try {
    return readObjectStore(given)
  } catch (error) {
    throw new ConfigError([(error as Error).message])
  }
}

/** @throws ConfigError */
function withItsSecret(
  given: Parameters<typeof readSingleSignOn>[0],
  kind: 'national' | 'hub',
): SingleSignOn {
  const elsewhere = given.roles.filter(one => !role(one.role).nodes.includes(kind))
  if (elsewhere.length > 0) {
    throw new ConfigError(
      elsewhere.map(one => `singleSignOn.roles: a ${kind} node has no role "${one.role}".`),
    )
  }
  try {
    return readSingleSignOn(given)
  } catch (error) {
    throw new ConfigError([(error as Error).message])
  }
}

const notSettings: readonly string[] = ['KEREGE_CONFIG']

function fromFile(path: string): Record<string, unknown> {
  let given: unknown
  try {
    given = JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code
    throw new ConfigError([
      missing
        ? `The configuration ${path} cannot be read (${missing}).`
        : `The configuration ${path} is not valid JSON.`,
    ])
  }
  if (!isObject(given)) throw new ConfigError([`The configuration ${path} must be a JSON object.`])
  // Paths of a file are meant from where it stands, those of variables from where we stand.
  for (const name of ['dataDir', 'masterKeyFile', 'webDir']) {
    if (typeof given[name] === 'string' && given[name] !== '')
      given[name] = resolve(dirname(path), given[name])
  }
  const { objectStore, singleSignOn } = given
  if (isObject(objectStore) && typeof objectStore.secretAccessKeyFile === 'string') {
    objectStore.secretAccessKeyFile = resolve(dirname(path), objectStore.secretAccessKeyFile)
  }
  if (isObject(singleSignOn) && typeof singleSignOn.clientSecretFile === 'string') {
    singleSignOn.clientSecretFile = resolve(dirname(path), singleSignOn.clientSecretFile)
  }
  return given
}

function put(target: Record<string, unknown>, name: string, value: string) {
  const [group = '', leaf] = name.split('.')
  if (leaf === undefined) {
    target[group] = value
    return
  }
  const inner = target[group]
  if (isObject(inner)) inner[leaf] = value
  else target[group] = { [leaf]: value }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function sentencesOf(issue: z.core.$ZodIssue): string[] {
  const name = issue.path.join('.')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => `${name ? `${name}.` : ''}${key} is not a setting.`)
  }
  // Inside a list or a map: the setting that holds it says what it must be.
  const setting = issue.path
    .map((_, at) => issue.path.slice(0, at + 1).join('.'))
    .find(one => one in settings)
  if (setting !== undefined) {
    const [variable, mustBe] = settings[setting as Setting]
    const missing = issue.code === 'invalid_type' && issue.input === undefined
    return [`${setting} (${variable}) ${missing ? 'is missing: it must be' : 'must be'} ${mustBe}.`]
  }
  // A whole group is missing: name what has no default in it.
  const inside = settingNames.filter(key => key.startsWith(`${name}.`))
  return inside.length > 0 && issue.code === 'invalid_type' && issue.input === undefined
    ? inside.map(key => `${key} (${settings[key][0]}) is missing: it must be ${settings[key][1]}.`)
    : [`${name || 'The configuration'} must be a group of settings.`]
}

/** One role for two purposes would undo what the roles are for. */
function rolesFaults(urls: Configuration['database']): string[] {
  if (!urls) return []
  const seen = new Map<string, string>()
  return Object.entries(urls).flatMap(([name, value]) => {
    if (value === undefined) return []
    const role = new URL(value).username
    const other = seen.get(role)
    seen.set(role, name)
    return other ? [`database.${name} must name another role than database.${other}.`] : []
  })
}
