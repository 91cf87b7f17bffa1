/** Every instrument that ships, each version of it. A new version is a new file and a new line; the old ones stay. */
import cfm2 from './data/cfm-2-4.1.json' with { type: 'json' }
import cfm5 from './data/cfm-5-17.1.json' with { type: 'json' }
import cries13 from './data/cries-13.1.json' with { type: 'json' }
import cries8 from './data/cries-8.1.json' with { type: 'json' }
import gad7 from './data/gad-7.1.json' with { type: 'json' }
import pcl5 from './data/pcl-5.1.json' with { type: 'json' }
import phq9 from './data/phq-9.1.json' with { type: 'json' }
import wgss from './data/wg-ss.1.json' with { type: 'json' }
import who5 from './data/who-5.1.json' with { type: 'json' }
import { Instrument } from './instrument.ts'

export const instruments: readonly Instrument[] = [
  who5,
  phq9,
  gad7,
  pcl5,
  cries8,
  cries13,
  wgss,
  cfm2,
  cfm5,
].map(file => Instrument.parse(file))

/** The version that is meant, or the latest. */
export function findInstrument(id: string, version?: string): Instrument | undefined {
  const all = instruments.filter(one => one.id === id && (version === undefined || one.version === version))
  return all.toSorted((one, other) => Number(one.version) - Number(other.version)).at(-1)
}

/** The latest version of each. */
export const currentInstruments: readonly Instrument[] = instruments.filter(
  one => findInstrument(one.id) === one,
)
