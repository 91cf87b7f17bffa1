/**
 * The composition root: builds one node by hand from its options and lets it listen. Nothing is kept at module
 * level, so that several nodes can live in one process and share nothing (DESIGN: sovereignty is not simulated).
 */
import { getRequestListener, serve as listen } from '@hono/node-server'
import type { NodeInfo, Start } from '@kerege/contract/access/schema'
import type { Profile } from '@kerege/contract/profile/schema'
import type { Hono } from 'hono'
import type pg from 'pg'
import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { makeApp } from './http/app.ts'
import type { Mail, MemberNode, Node } from './platform/context.ts'
import { openPool } from './platform/database.ts'
import type { AnyHandler } from './platform/handler.ts'
import { type HubPlace, openHubLink } from './platform/hubLink.ts'
import { openIdentityProvider } from './platform/identityProvider.ts'
import { type Jobs, startJobs } from './platform/jobs.ts'
import { keyedHash } from './platform/keys.ts'
import { type Keys, masterKey, deriveKeys, openKeys } from './platform/masterKey.ts'
import type { Log } from './platform/log.ts'
import { openMail } from './platform/mail.ts'
import type { MailIn, MailInOptions } from './platform/mailIn.ts'
import type { DatabaseUrls } from './platform/provision.ts'
import type { ObjectStore } from './platform/objectStore.ts'
import { openFiles } from './platform/filePlace.ts'
import { openScanner } from './platform/scanner.ts'
import type { SingleSignOn } from './platform/singleSignOn.ts'
import {
  accessHandlers,
  openAuthPool,
  openPost,
  openSignIn,
  type SignIn,
  ssoPage,
} from './slices/access/index.ts'
import { auditHandlers, keyText, logKey, type Sequencer, startSequencer } from './slices/audit/index.ts'
import { version } from './platform/version.ts'
import { slicesOf } from './slices.ts'

export interface NodeOptions {
  info: NodeInfo
  profile: Profile
  /** As browsers reach it, without a path. */
  baseUrl: string
  /** For passkeys: the host name of `baseUrl`, or a name above it. */
  rpId?: string
  urls: Omit<DatabaseUrls, 'ownerUrl'>
  /** Attachments, keys. */
  dataDir: string
  masterKeyFile?: string
  /** Where sealed files lie; in the data folder unless told. */
  objectStore?: ObjectStore
  session?: Node['session']
  mail?: { url: string; from: string }
  /** Of the hub: where answers by mail are taken. */
  mailIn?: MailInOptions
  /** Folder of the built web app, or the promise of one. */
  webDir?: string | Promise<string>
  /** A collector of OpenTelemetry; absent: nothing is told. */
  telemetry?: string
  /** Where the scanner for viruses is: an address of clamd, or a command. */
  scanner?: string
  /** Proxies whose word about the client's address is taken; none unless told. */
  trustedProxies?: readonly string[]
  log: Log
  now?: () => Date
  startPage?: () => Promise<Start>
  /** Of a national node: where the hub is, and its key. */
  hub?: HubPlace
  /** How it is reached; tests play the line. */
  hubFetcher?: typeof fetch
  /** The office's own sign-in. */
  singleSignOn?: SingleSignOn
  /** Of the hub: whose signed word is taken for a member's. */
  memberNodes?: readonly MemberNode[]
  /** Connections of the serving role. */
  poolSize?: number
  /** Tests number the log by hand. */
  sequencerEveryMs?: number
  /** Pulse of live answers. */
  liveEveryMs?: number
  /** Tests that need no background work leave it out. */
  background?: boolean
  /** Share of the pauses between quick looks of background work. */
  pace?: number
}

export interface RunningNode {
  node: Node
  app: Hono
  signIn: SignIn
  sequencer: Sequencer
  jobs: Jobs | null
  /** Public half of the key that signs the log. */
  logPublicKey: Buffer
  stop(): Promise<void>
}

/** Builds everything and listens to nothing. */
export async function buildNode(options: NodeOptions): Promise<RunningNode> {
  const now = options.now ?? (() => new Date())
  const masterKeyFile = options.masterKeyFile ?? join(options.dataDir, 'master.key')
  const pool = openPool(options.urls.serverUrl, `kerege ${options.info.id}`, options.poolSize ?? 12)
  const keys = await keysOf(pool, masterKeyFile).catch(async (error: Error) => {
    await pool.end()
    throw error
  })
  const authPool = openAuthPool(options.urls.authUrl)
  const session = options.session ?? { idleMinutes: 30, absoluteHours: 12, freshMinutes: 5 }
  const mail = openMail(options.mail)
  const telemetry =
    options.telemetry === undefined
      ? undefined
      : (await import('./platform/telemetry.ts')).openTelemetry(options.log, {
          url: options.telemetry,
          node: options.info.id,
          version,
        })
  const operatorLog = telemetry?.log ?? options.log
  const slices = await slicesOf(options.info.kind)
  const node: Node = {
    info: {
      ...options.info,
      ...(options.singleSignOn ? { singleSignOn: options.singleSignOn.name } : {}),
    },
    profile: options.profile,
    baseUrl: options.baseUrl,
    rpId: options.rpId ?? new URL(options.baseUrl).hostname,
    dataDir: options.dataDir,
    files: await openFiles(options),
    masterKeyFile,
    keys,
    log: operatorLog,
    pool,
    authPool,
    session,
    now,
    liveEveryMs: options.liveEveryMs ?? 15_000,
    sendMail: (message: Mail) => mail.send(message),
    sendsMail: options.mail !== undefined,
    ...(options.scanner ? { scanner: openScanner(options.scanner) } : {}),
    memberNodes: options.memberNodes ?? [],
    ...(options.mailIn ? { replyDomain: options.mailIn.domain } : {}),
    ...(options.startPage ? { startPage: options.startPage } : {}),
    ...(options.hub ? { hub: openHubLink(options.hub, options.hubFetcher) } : {}),
    ...(options.singleSignOn
      ? { identityProvider: openIdentityProvider(options.singleSignOn, `${options.baseUrl}${ssoPage}`) }
      : {}),
  }
  const signIn = openSignIn({
    pool: authPool,
    secrets: keys.auth,
    hashes: keys.hashes,
    baseUrl: options.baseUrl,
    nodeId: options.info.id,
    absoluteHours: session.absoluteHours,
  })
  const log = logKey(`kerege.${options.info.id}`, keys.log)
  const sequencer = startSequencer(
    pool,
    log,
    now,
    error => operatorLog.error('sequencer', error),
    options.sequencerEveryMs ?? 1000,
  )
  // Jobs send letters, and letters travel by the jobs: the post asks for the queue when it has something to send.
  let jobs: Jobs | null = null
  const post = openPost(signIn, () => jobs)
  if (options.background !== false) {
    jobs = await startJobs(
      options.urls.jobsUrl,
      slices.jobs(node, signIn, post),
      (name, error) => operatorLog.error('job', error, { job: name }),
      options.pace,
    )
  }
  const handlers: AnyHandler[] = [
    ...accessHandlers(signIn, post),
    ...auditHandlers,
    ...slices.handlers(node, jobs),
  ]
  const app = makeApp({
    node,
    signIn,
    ...(options.trustedProxies ? { trustedProxies: options.trustedProxies } : {}),
    handlers,
    publicPages: slices.publicPages,
    ...(options.webDir ? { webDir: options.webDir } : {}),
    ready: async () => (await pool.query('select 1')).rowCount === 1,
  })
  return {
    node,
    app,
    signIn,
    sequencer,
    jobs,
    logPublicKey: log.public,
    async stop() {
      await jobs?.stop()
      await sequencer.stop()
      await Promise.all([pool.end(), authPool.end()])
      mail.close()
      await telemetry?.stop()
    },
  }
}

/**
 * A process with another master key would seal what the others cannot open, and sign a log that is not theirs.
 * @throws Error with a sentence for the operator
 */
async function keysOf(pool: pg.Pool, file: string): Promise<Keys> {
  const bring = 'bring that file here from the other process, or from the newest backup.'
  const known = await pool.query('select 1 from access.node where key_mark is not null')
  if (known.rowCount === 1 && !existsSync(file))
    throw new Error(`The master key ${file} is not there, and this database was opened with one: ${bring}`)
  const keys = await openKeys(file)
  const mark = keyedHash(keys.hashes, 'mark of the master key')
  const found = await pool.query<{ same: boolean }>('select access.claim_key($1) as same', [mark])
  if (!found.rows[0]?.same)
    throw new Error(`The master key in ${file} is not the one that this database was opened with: ${bring}`)
  return keys
}

/** The key of a node's log as one word, from the file of its master key, which is made where there is none yet. */
export async function nodeKeyText(id: string, masterKeyFile: string): Promise<string> {
  return keyText(logKey(`kerege.${id}`, deriveKeys(await masterKey(masterKeyFile)).log))
}

export interface ListeningNode extends RunningNode {
  url: string
}

/** Builds the node and listens; `stop` finishes what is under way. */
/** @param options `door` listens already, and answers by the node from now on */
export async function startNode(
  options: NodeOptions & ({ host: string; port: number } | { door: Server }),
): Promise<ListeningNode> {
  const running = await buildNode(options)
  const { fetch } = running.app
  const server =
    'door' in options
      ? options.door.removeAllListeners('request').on('request', getRequestListener(fetch))
      : await new Promise<ReturnType<typeof listen>>((resolve, reject) => {
          const made = listen({ fetch, hostname: options.host, port: options.port }, () => resolve(made))
          made.once('error', reject)
        })
  const mailIn = await listenForMail(options, running.node)
  return {
    ...running,
    url: options.baseUrl,
    async stop() {
      await mailIn?.stop()
      await new Promise<void>(resolve => {
        server.close(() => resolve())
        if ('closeIdleConnections' in server) server.closeIdleConnections()
        setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 3000).unref()
      })
      await running.stop()
    },
  }
}

/** Only where answers by mail are taken is the program for it loaded. */
async function listenForMail({ info, mailIn, log }: NodeOptions, node: Node): Promise<MailIn | null> {
  const taker = mailIn && (await slicesOf(info.kind)).mailIn(node, mailIn.domain)
  if (!mailIn || !taker) return null
  const { startMailIn } = await import('./platform/mailIn.ts')
  return startMailIn(mailIn, taker, error => log.error('mail-in', error))
}
