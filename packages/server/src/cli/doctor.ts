/** `kerege doctor`: what would keep a node from running well on this machine, one sentence each. Changes nothing. */
import { existsSync } from 'node:fs'
import { access, constants, stat, statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Configuration, loadConfiguration } from '../platform/config.ts'
import { findBinaries } from '../platform/engineBinaries.ts'
import { lookAtProvider } from '../platform/identityProvider.ts'
import { demoFolder, firstPort, regionPlaces } from '../region/places.ts'
import { isFree } from '../region/ports.ts'
import { lookAtDatabase } from './doctorDatabase.ts'
import { type Command, readArgs, say } from './io.ts'

export type Verdict = readonly ['ok' | 'note' | 'bad', string]

const wantedMajor = 26
const gigabyte = 1e9

export const doctor: Command = async (args, io) => {
  const { values } = readArgs(args, { config: { type: 'string' } })
  const isReal =
    values.config !== undefined || Object.keys(io.env).some(name => /^KEREGE_(CONFIG|NODE)/.test(name))
  const configuration = isReal ? loadConfiguration(values.config, io.env) : undefined
  const folder = configuration?.dataDir ?? demoFolder(io.env)
  const verdicts = [
    lookAtNode(),
    await lookAtEngine(configuration),
    await lookAtFolder(folder),
    await lookAtSpace(folder),
    ...(await lookAtPorts(configuration)),
    ...(configuration ? [await lookAtMasterKey(configuration.masterKeyFile)] : []),
    ...(configuration?.singleSignOn ? [await lookAtSingleSignOn(configuration)] : []),
    ...(await lookAtDatabase(configuration, folder)),
  ]
  if (!configuration) verdicts.push(['note', 'No configuration was given, so this is about the demo region.'])
  say(io.stdout, ...verdicts.map(([verdict, sentence]) => `${verdict.padEnd(5)}${sentence}`))
  return verdicts.some(([verdict]) => verdict === 'bad') ? 1 : 0
}

function lookAtNode(): Verdict {
  const { node } = process.versions
  return Number(node.split('.')[0]) >= wantedMajor
    ? ['ok', `Node ${node} runs, from ${process.execPath}.`]
    : ['bad', `Node ${node} runs, and Kerege needs ${wantedMajor}: start it with "npx kerege".`]
}

const ways = {
  self: 'as the user who starts Kerege',
  namespace: 'as nobody in a user namespace of root',
  capability: 'as nobody, with leave to pass through closed folders',
  uid: 'as nobody, so the data folder must be one that everybody may pass through',
}

async function lookAtEngine(configuration: Configuration | undefined): Promise<Verdict> {
  if (configuration?.database)
    return ['ok', 'PostgreSQL is elsewhere, by address; the embedded one is not used.']
  try {
    const { folder, way } = await findBinaries()
    return ['ok', `The embedded PostgreSQL in ${folder} runs ${ways[way]}.`]
  } catch (error) {
    return ['bad', (error as Error).message]
  }
}

async function lookAtFolder(folder: string): Promise<Verdict> {
  const nearest = nearestExisting(folder)
  const may = await access(nearest, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  )
  if (!may) return ['bad', `The data folder ${folder} cannot be written to.`]
  return nearest === folder
    ? ['ok', `The data folder ${folder} can be written to.`]
    : ['ok', `The data folder ${folder} is not there yet and can be made.`]
}

async function lookAtSpace(folder: string): Promise<Verdict> {
  const { bavail, bsize } = await statfs(nearestExisting(folder))
  const free = (bavail * bsize) / gigabyte
  const sentence = `${free.toFixed(1)} GB are free where the data stand.`
  return [free < 0.5 ? 'bad' : free < 5 ? 'note' : 'ok', sentence]
}

function nearestExisting(folder: string): string {
  let at = folder
  while (!existsSync(at)) at = dirname(at)
  return at
}

async function lookAtPorts(configuration: Configuration | undefined): Promise<Verdict[]> {
  const ports = configuration ? [configuration.listen.port] : regionPlaces.map((_, at) => firstPort + at)
  const taken: number[] = []
  for (const port of ports) if (!(await isFree(port))) taken.push(port)
  if (taken.length === 0) return [['ok', `Free to listen on: ${ports.join(', ')}.`]]
  const sentence = `Something listens on ${taken.join(', ')} already`
  return [
    [
      'note',
      `${sentence}; that may be Kerege itself${configuration ? '' : ', and the demo takes the next ones'}.`,
    ],
  ]
}

async function lookAtMasterKey(file: string): Promise<Verdict> {
  const found = await stat(file).catch(() => undefined)
  if (!found)
    return [
      'note',
      `The master key ${file} is not there yet; the first start makes it: keep a copy elsewhere.`,
    ]
  return (found.mode & 0o077) === 0 || process.platform === 'win32'
    ? ['ok', `The master key ${file} can be read by its owner only.`]
    : ['bad', `The master key ${file} can be read by others: chmod 600 it.`]
}

/** Whether people could sign in by it now; its secret is not tried, since that would be a sign-in. */
async function lookAtSingleSignOn({ singleSignOn }: Configuration): Promise<Verdict> {
  if (!singleSignOn) return ['ok', 'There is no identity provider.']
  const { issuer } = singleSignOn
  const { fault, withPkce } = await lookAtProvider(singleSignOn)
  if (fault === 'away') return ['bad', `The identity provider ${issuer} does not answer.`]
  if (fault === 'unusable')
    return [
      'bad',
      `What stands at ${issuer} is not the metadata of an identity provider of exactly that name.`,
    ]
  return withPkce
    ? ['ok', `The identity provider ${issuer} answers, and its metadata can be used.`]
    : ['note', `The identity provider ${issuer} answers, but does not say that it knows PKCE with S256.`]
}
