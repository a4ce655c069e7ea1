import type { Text } from '@telar/metadata'
import type { HttpRequest } from './load/http-request.ts'
import { type LoadResult, runLoad } from './load/run-load.ts'
import type { Measure, Sample } from './measures/measure.ts'
import { median } from './median.ts'
import { processorOf } from './process-usage.ts'
import type { ChildServer } from './servers/child-server.ts'
import type { OurServer } from './servers/our-server.ts'

/** One measure of both servers. */
export interface Comparison {
  readonly name: string
  readonly title: Text
  /** The least ratio that is wanted. */
  readonly target: number | null
  /** Ours to the bare server's throughput. */
  readonly ratio: number
  readonly ours: Throughput
  readonly bare: Throughput
}

export interface Throughput {
  readonly perSecond: number
  /** Milliseconds. */
  readonly median: number
  readonly p99: number
  /** Milliseconds of processor that the server's own process took for a request, without the database; null where the system does not tell. */
  readonly processor: number | null
}

export interface Compared {
  readonly sample: Sample
  readonly ours: OurServer
  readonly bare: ChildServer
}

export interface Pace {
  /** How long each server is measured. */
  readonly seconds: number
  readonly signal?: AbortSignal
}

export const connections = 16

/** The servers take turns, so that noise of the machine meets both. */
const rounds = 5

/** Asks both servers the same, in turns; every round gives a ratio, and the median of them counts. */
export const compare = async (
  measure: Measure,
  { sample, ours, bare }: Compared,
  { seconds, signal }: Pace,
): Promise<Comparison> => {
  const sides = {
    ours: side(ours, () => withHeaders(measure.ours(sample), ours.headers)),
    bare: side(bare, () => measure.bare(sample)),
  }
  // Node compiles what it runs often: a server warms up before it counts.
  for (const one of [sides.ours, sides.bare]) await one(seconds / 2)
  const found: { readonly ours: Round; readonly bare: Round }[] = []
  for (let round = 0; round < rounds; round += 1) {
    signal?.throwIfAborted()
    found.push(await turn(sides, { isOursFirst: round % 2 === 0, seconds: seconds / rounds }))
  }
  const { name, title, target } = measure
  return {
    name,
    title,
    target,
    ratio: median(found.map((pair) => pair.ours.perSecond / pair.bare.perSecond)),
    ours: throughput(found.map((pair) => pair.ours)),
    bare: throughput(found.map((pair) => pair.bare)),
  }
}

const withHeaders = (request: HttpRequest, headers: OurServer['headers']): HttpRequest => ({
  ...request,
  headers: { ...headers, ...request.headers },
})

interface Round extends LoadResult {
  readonly perSecond: number
  readonly processor: number | null
}

type Side = (seconds: number) => Promise<Round>

const side =
  ({ port, pid }: ChildServer, next: () => HttpRequest): Side =>
  async (seconds) => {
    const before = processorOf(pid)
    const result = await runLoad({ port, connections, seconds, next })
    const after = processorOf(pid)
    const requests = result.latencies.length
    const processor = before === undefined || after === undefined ? null : (after - before) / requests
    return { ...result, perSecond: requests / result.seconds, processor }
  }

interface Turn {
  readonly isOursFirst: boolean
  readonly seconds: number
}

const turn = async (sides: { readonly ours: Side; readonly bare: Side }, { isOursFirst, seconds }: Turn) => {
  const first = await sides[isOursFirst ? 'ours' : 'bare'](seconds)
  const second = await sides[isOursFirst ? 'bare' : 'ours'](seconds)
  return isOursFirst ? { ours: first, bare: second } : { ours: second, bare: first }
}

const throughput = (found: readonly Round[]): Throughput => {
  const latencies = found.flatMap((round) => [...round.latencies]).toSorted((a, b) => a - b)
  const processor = found.flatMap((round) => round.processor ?? [])
  return {
    perSecond: median(found.map((round) => round.perSecond)),
    median: median(latencies),
    p99: latencies[Math.floor(latencies.length * 0.99)] ?? 0,
    processor: processor.length === 0 ? null : median(processor),
  }
}
