/** `kerege serve`: a real node from its configuration until somebody asks it to end. */
import { existsSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { type ListeningNode, startNode } from '../main.ts'
import { loadConfiguration } from '../platform/config.ts'
import type { Engine } from '../platform/engine.ts'
import { openLog } from '../platform/log.ts'
import { nodeFacts } from '../platform/profile.ts'
import { prepareDatabase } from '../setup.ts'
import { type Command, type Io, lostSentence, readArgs, Refusal, say } from './io.ts'
import { type Target, withUrls } from './target.ts'

export const serve: Command = async (args, io) => {
  const { values } = readArgs(args, { config: { type: 'string' } })
  const asked = io.askedToEnd()
  const configuration = loadConfiguration(values.config, io.env)
  const { id, kind } = configuration.node
  if (!existsSync(join(configuration.webDir, 'index.html'))) {
    throw new Refusal(`${configuration.webDir} holds no built web app; "npm run build:web" builds it.`)
  }
  return withUrls(configuration, async (urls, engine) => {
    // A guest loses its database when the owner leaves.
    if (engine && !engine.owned) throw new Refusal('Another Kerege works on this data folder: end it first.')
    await migrateIfOwner(urls, { id, kind, demo: false }, io)
    const { info, session, profile } = nodeFacts(configuration.node, false)
    const node = await startNode({
      info,
      profile,
      session,
      baseUrl: configuration.publicUrl,
      urls,
      dataDir: configuration.dataDir,
      masterKeyFile: configuration.masterKeyFile,
      ...(configuration.mail ? { mail: configuration.mail } : {}),
      ...(configuration.mailIn ? { mailIn: configuration.mailIn } : {}),
      ...(configuration.telemetry ? { telemetry: configuration.telemetry } : {}),
      ...(configuration.objectStore ? { objectStore: configuration.objectStore } : {}),
      ...(configuration.scanner ? { scanner: configuration.scanner } : {}),
      webDir: configuration.webDir,
      trustedProxies: configuration.trustedProxies,
      ...(configuration.hub ? { hub: configuration.hub } : {}),
      memberNodes: configuration.memberNodes,
      ...(configuration.singleSignOn ? { singleSignOn: configuration.singleSignOn } : {}),
      pace: configuration.pace,
      log: openLog({ node: id, requests: configuration.log.requests }),
      host: configuration.listen.host,
      port: configuration.listen.port,
    })
    // Kept now and not at the end: after a power cut, too, the next start is quick and light.
    flushCompileCache()
    return untilAsked(node, asked, engine, io)
  })
}

async function migrateIfOwner({ ownerUrl, ...urls }: Target['urls'], identity: Target['identity'], io: Io) {
  if (!ownerUrl) return
  const applied = await prepareDatabase({ ownerUrl, ...urls }, identity)
  if (applied.length > 0) say(io.stderr, `${applied.length} migrations applied.`)
}

async function untilAsked(node: ListeningNode, asked: Promise<void>, engine: Engine | undefined, io: Io) {
  say(io.stdout, `${node.node.info.id}  ${node.url}`)
  const lost = await Promise.race([
    asked.then(() => false),
    ...(engine ? [engine.lost.then(() => true)] : []),
  ])
  await node.stop()
  if (lost) throw new Error(lostSentence)
  return 0
}
