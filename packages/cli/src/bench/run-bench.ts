import os from 'node:os'
import type { Text } from '@telar/metadata'
import { type Comparison, compare } from './compare.ts'
import { type Figure } from './figures/figure.ts'
import { figures } from './figures/index.ts'
import { measures } from './measures/index.ts'
import type { Measure } from './measures/measure.ts'
import { type Bench, openBench } from './open-bench.ts'

export interface RunOptions {
  readonly rows: number
  /** How long each server is measured for each measure. */
  readonly seconds: number
  readonly databaseUrl?: string
  /** Only the measures and figures of these names. */
  readonly only?: readonly string[]
  readonly signal?: AbortSignal
  readonly onFound?: (found: Comparison | FoundFigure) => void
}

export interface BenchResult {
  readonly rows: number
  readonly machine: { readonly cores: number; readonly node: string; readonly postgres: string }
  readonly comparisons: readonly Comparison[]
  readonly figures: readonly FoundFigure[]
}

export interface FoundFigure {
  readonly name: string
  readonly title: Text
  readonly unit: Figure['unit']
  readonly target: number
  readonly value: number | null
}

/** Fills, compares, and looks at what else has a target. */
export const runBench = async (options: RunOptions): Promise<BenchResult> => {
  const { rows, databaseUrl, signal } = options
  const bench = await openBench({ rows, ...(databaseUrl === undefined ? {} : { databaseUrl }) })
  try {
    const { rows: versions } = await bench.pool.query<{ server_version: string }>('show server_version')
    const comparisons = await inTurn(chosen(measures, options), options, (one: Measure) => compare(one, bench, options))
    const found = await inTurn(chosen(figures, options), options, (one: Figure) => look(one, bench))
    signal?.throwIfAborted()
    const machine = {
      cores: os.availableParallelism(),
      node: process.versions.node,
      postgres: versions[0]?.server_version ?? '',
    }
    return { rows, machine, comparisons, figures: found }
  } finally {
    await bench.close()
  }
}

const chosen = <One extends { readonly name: string }>(all: readonly One[], { only }: RunOptions): readonly One[] =>
  all.filter(({ name }) => only === undefined || only.includes(name))

const inTurn = async <One, Found extends Comparison | FoundFigure>(
  all: readonly One[],
  { signal, onFound }: RunOptions,
  find: (one: One) => Promise<Found>,
): Promise<readonly Found[]> => {
  const found: Found[] = []
  for (const one of all) {
    signal?.throwIfAborted()
    const next = await find(one)
    onFound?.(next)
    found.push(next)
  }
  return found
}

const look = async ({ measure, ...figure }: Figure, bench: Bench): Promise<FoundFigure> => ({
  ...figure,
  value: (await measure(bench)) ?? null,
})
