/**
 * What a node tells a collector of OpenTelemetry (OTLP over HTTP, as JSON): how many requests of which route, how long they took, how they
 * ended, and how often something went wrong. It hears the operator's log and nothing else, and passes on no field that is not in the
 * list below: a route by its pattern, a method, a number. No id, no address, no statement, no name; a trace has a number of its own that
 * stands nowhere else, and one that comes with a request is not looked at.
 */
import { randomBytes } from 'node:crypto'
import { checked, type Log, type LogFields } from './log.ts'

export interface Telemetry {
  /** The log that whoever builds a node goes on with: the same, and heard. */
  readonly log: Log
  /** Sends what is left. */
  stop(): Promise<void>
}

export interface TelemetryOptions {
  /** Of the collector, without the path of a signal. */
  url: string
  node: string
  version: string
  everyMs?: number
  fetcher?: typeof fetch
}

/** Seconds; as the semantic conventions advise for servers. */
const bounds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]
/** What waits for the next sending; a collector that is away must not fill the node. */
const mostSpans = 2000
const patienceMs = 5000

type Value = { stringValue: string } | { intValue: string }
interface Attribute {
  key: string
  value: Value
}

/** With a name of this process that stands nowhere else. */
type Telling = TelemetryOptions & { instance: string }

interface Course {
  attributes: Attribute[]
  count: number
  sum: number
  buckets: number[]
}

const text = (key: string, value: string): Attribute => ({ key, value: { stringValue: value } })
const whole = (key: string, value: number): Attribute => ({ key, value: { intValue: String(value) } })
const nano = (ms: number) => `${Math.round(ms)}000000`

export function openTelemetry(log: Log, options: TelemetryOptions): Telemetry {
  const send = openSending(options)
  const telling = { ...options, instance: randomBytes(8).toString('hex') }
  const begun = Date.now()
  const courses = new Map<string, Course>()
  const faults = new Map<string, number>()
  let spans: object[] = []

  function request({ method, path, status, ms }: LogFields) {
    if (method === undefined || path === undefined || status === undefined || ms === undefined) return
    const attributes = [
      text('http.request.method', method),
      text('http.route', path),
      whole('http.response.status_code', status),
    ]
    const key = `${method} ${path} ${status}`
    const course = courses.get(key) ?? {
      attributes,
      count: 0,
      sum: 0,
      buckets: bounds.map(() => 0).concat(0),
    }
    courses.set(key, course)
    course.count += 1
    course.sum += ms / 1000
    const at = bounds.findIndex(bound => ms / 1000 <= bound)
    const bucket = at < 0 ? bounds.length : at
    course.buckets[bucket] = (course.buckets[bucket] ?? 0) + 1
    if (spans.length < mostSpans) spans.push(spanOf(`${method} ${path}`, ms, attributes, status))
  }

  async function flush() {
    const now = Date.now()
    const taken = spans
    spans = []
    if (taken.length > 0) await send('traces', tracesOf(telling, taken))
    if (courses.size + faults.size > 0) await send('metrics', metricsOf(telling, begun, now, courses, faults))
  }

  const timer = setInterval(() => void flush(), options.everyMs ?? 15_000)
  timer.unref()
  return {
    log: {
      info(event, fields) {
        log.info(event, fields)
        if (event === 'request' || event === 'public') request(checked(fields ?? {}))
      },
      warn: (event, fields) => log.warn(event, fields),
      error(event, thrown, fields) {
        log.error(event, thrown, fields)
        const { code } = checked({ code: event })
        if (typeof code === 'string') faults.set(code, (faults.get(code) ?? 0) + 1)
      },
    },
    async stop() {
      clearInterval(timer)
      await flush()
    },
  }
}

function spanOf(name: string, ms: number, attributes: Attribute[], status: number) {
  const end = Date.now()
  return {
    traceId: randomBytes(16).toString('hex'),
    spanId: randomBytes(8).toString('hex'),
    name,
    // A request that a server answers.
    kind: 2,
    startTimeUnixNano: nano(end - ms),
    endTimeUnixNano: nano(end),
    attributes,
    status: status >= 500 ? { code: 2 } : {},
  }
}

const resourceOf = ({ node, version, instance }: Telling) => ({
  attributes: [
    text('service.name', 'kerege'),
    text('service.version', version),
    text('service.namespace', node),
    // Two processes of one node count each for itself.
    text('service.instance.id', instance),
  ],
})
const scope = { name: 'kerege' }
const metricNames = { duration: 'http.server.request.duration', faults: 'kerege.faults' }

const tracesOf = (options: Telling, spans: object[]) => ({
  resourceSpans: [{ resource: resourceOf(options), scopeSpans: [{ scope, spans }] }],
})

function metricsOf(
  options: Telling,
  begun: number,
  now: number,
  courses: ReadonlyMap<string, Course>,
  faults: ReadonlyMap<string, number>,
) {
  const times = { startTimeUnixNano: nano(begun), timeUnixNano: nano(now) }
  // Counted from the start of the process.
  const aggregationTemporality = 2
  const duration = [...courses.values()].map(({ attributes, count, sum, buckets }) => ({
    ...times,
    attributes,
    count: String(count),
    sum,
    bucketCounts: buckets.map(String),
    explicitBounds: bounds,
  }))
  const failed = [...faults].map(([event, count]) => ({
    ...times,
    attributes: [text('event', event)],
    asInt: String(count),
  }))
  const metrics = [
    ...(duration.length > 0
      ? [
          {
            name: metricNames.duration,
            unit: 's',
            histogram: { aggregationTemporality, dataPoints: duration },
          },
        ]
      : []),
    ...(failed.length > 0
      ? [
          {
            name: metricNames.faults,
            unit: '1',
            sum: { aggregationTemporality, isMonotonic: true, dataPoints: failed },
          },
        ]
      : []),
  ]
  return { resourceMetrics: [{ resource: resourceOf(options), scopeMetrics: [{ scope, metrics }] }] }
}

/** A collector that is away costs what it missed, and nothing else. */
function openSending({ url, fetcher = fetch }: TelemetryOptions) {
  const base = url.replace(/\/+$/, '')
  return async (signal: 'traces' | 'metrics', body: object): Promise<void> => {
    await fetcher(`${base}/v1/${signal}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    }).then(
      answer => void answer.body?.cancel(),
      () => undefined,
    )
  }
}
