/**
 * `kerege doctor`: what would keep a node from running well, one sentence each. Changes nothing. How the node itself stands is the list of
 * its own page (slices/jobs/health); here is what has to hold before there is one.
 */
import { existsSync } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Finding } from '@kerege/contract/jobs/health'
import { type Configuration, loadConfiguration } from '../platform/config.ts'
import { findBinaries } from '../platform/engineBinaries.ts'
import { lookAtProvider } from '../platform/identityProvider.ts'
import { demoFolder, firstPort, regionPlaces } from '../region/places.ts'
import { isFree } from '../region/ports.ts'
import { lookAtDatabase } from './doctorDatabase.ts'
import { type Command, readArgs, say } from './io.ts'

export type Verdict = readonly [Finding['verdict'], string]

const wantedMajor = 26

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
    ...(await lookAtPorts(configuration)),
    ...(configuration?.singleSignOn ? [await lookAtSingleSignOn(configuration)] : []),
    ...(await lookAtDatabase(configuration, folder)),
  ]
  if (!configuration)
    verdicts.push(['attention', 'No configuration was given, so this is about the demo region.'])
  say(io.stdout, ...verdicts.map(([verdict, sentence]) => `${verdict.padEnd(10)}${sentence}`))
  return verdicts.some(([verdict]) => verdict === 'wrong') ? 1 : 0
}

function lookAtNode(): Verdict {
  const { node } = process.versions
  return Number(node.split('.')[0]) >= wantedMajor
    ? ['ok', `Node ${node} runs, from ${process.execPath}.`]
    : ['wrong', `Node ${node} runs, and Kerege needs ${wantedMajor}: start it with "npx kerege".`]
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
    return ['wrong', (error as Error).message]
  }
}

async function lookAtFolder(folder: string): Promise<Verdict> {
  const nearest = nearestExisting(folder)
  const may = await access(nearest, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  )
  if (!may) return ['wrong', `The data folder ${folder} cannot be written to.`]
  return nearest === folder
    ? ['ok', `The data folder ${folder} can be written to.`]
    : ['ok', `The data folder ${folder} is not there yet and can be made.`]
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
      'attention',
      `${sentence}; that may be Kerege itself${configuration ? '' : ', and the demo takes the next ones'}.`,
    ],
  ]
}

/** Whether people could sign in by it now; its secret is not tried, since that would be a sign-in. */
async function lookAtSingleSignOn({ singleSignOn }: Configuration): Promise<Verdict> {
  if (!singleSignOn) return ['ok', 'There is no identity provider.']
  const { issuer } = singleSignOn
  const { fault, withPkce } = await lookAtProvider(singleSignOn)
  if (fault === 'away') return ['wrong', `The identity provider ${issuer} does not answer.`]
  if (fault === 'unusable')
    return [
      'wrong',
      `What stands at ${issuer} is not the metadata of an identity provider of exactly that name.`,
    ]
  return withPkce
    ? ['ok', `The identity provider ${issuer} answers, and its metadata can be used.`]
    : ['attention', `The identity provider ${issuer} answers, but does not say that it knows PKCE with S256.`]
}
