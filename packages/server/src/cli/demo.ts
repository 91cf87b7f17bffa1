/** `kerege demo`: the region in a box, on this machine only, until somebody asks it to end. */
import { demoFiller } from '../demo/fill.ts'
import { isLoopback } from '../platform/config.ts'
import { removeFolder } from '../region/folder.ts'
import { demoFolder, firstPort, placesOf, type RegionPlace, regionPlaces } from '../region/places.ts'
import { startRegion } from '../region/region.ts'
import { servableWeb } from '../region/web.ts'
import { type Command, type Io, lostSentence, misuse, readArgs, Refusal, say } from './io.ts'

const options = {
  data: { type: 'string' },
  port: { type: 'string' },
  states: { type: 'string' },
  host: { type: 'string' },
  small: { type: 'boolean' },
  reset: { type: 'boolean' },
} as const

export const demo: Command = async (args, io) => {
  const { values } = readArgs(args, options)
  const folder = demoFolder(values.data === undefined ? io.env : { KEREGE_DATA: values.data })
  if (values.host !== undefined && !isLoopback(values.host)) {
    throw new Refusal('The demo has open doors, so it listens on this machine only.', misuse)
  }
  if (values.reset) return reset(folder, io)
  const asked = io.askedToEnd()
  const began = performance.now()
  const progress = showProgress(io)
  const region = await startRegion({
    folder,
    firstPort: portOf(values.port),
    places: placesFor(values.states),
    web: () => web(io),
    filler: demoFiller(new Date().toISOString().slice(0, 10), values.small ? 'small' : 'whole'),
    onProgress: progress.show,
  })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  for (const { place, url } of region.addresses) say(io.stdout, `${place.label.padEnd(5)}${url}`)
  say(io.stdout, '', `Open ${region.addresses[0]?.url} first. Everybody in there is invented.`)
  say(io.stderr, `Up after ${seconds} s. Ctrl-C ends it; what you do in it is kept.`)
  const lost = region.lost.then(() => {
    throw new Error(lostSentence)
  })
  try {
    // A fault while filling ends the region: half a demo would only puzzle.
    await Promise.race([asked, lost, region.filled.then(progress.done)])
    await Promise.race([asked, lost])
  } finally {
    say(io.stderr, 'Ending.')
    await region.stop()
  }
  return 0
}

async function web(io: Io): Promise<string> {
  const { folder, packed } = await servableWeb(() => say(io.stderr, 'Building the web app, once.'))
  // Files that are not packed are served as they are; the next start packs them.
  packed.catch((error: Error) => say(io.stderr, error.message))
  return folder
}

async function reset(folder: string, io: Io): Promise<number> {
  const removed = await removeFolder(folder)
  say(
    io.stderr,
    removed ? 'The demo region is gone; the next start makes a new one.' : 'There was no demo region.',
  )
  return 0
}

/** Fewer states for a small machine; the hub is always there, for it is where one begins. */
function placesFor(text: string | undefined): readonly RegionPlace[] {
  if (text === undefined) return regionPlaces
  const states = text
    .toLowerCase()
    .split(',')
    .map(one => one.trim())
  const places = placesOf(states)
  if (!places)
    throw new Refusal('--states takes some of kz, uz, kg and tj, with commas between them.', misuse)
  return places
}

function portOf(text: string | undefined): number {
  if (text === undefined) return firstPort
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port < 1 || port > 65_535 - regionPlaces.length) {
    throw new Refusal('--port must be a number from 1 to 65530.', misuse)
  }
  return port
}

/** One line that is written over on a terminal; elsewhere one line at the end. */
function showProgress({ stderr }: Io) {
  const onTerminal = 'isTTY' in stderr && stderr.isTTY === true
  const shares = new Map<string, number>()
  let drawn = false
  return {
    show(place: RegionPlace, share: number) {
      shares.set(place.label, share)
      if (!onTerminal || [...shares.values()].every(one => one === 1)) return
      const parts = [...shares].map(([label, one]) => `${label} ${Math.floor(one * 100)} %`)
      stderr.write(`\r\u001b[2KFilling in: ${parts.join(', ')}`)
      drawn = true
    },
    done() {
      if (drawn) stderr.write('\r\u001b[2K')
      say(stderr, 'Everything is in place.')
    },
  }
}
