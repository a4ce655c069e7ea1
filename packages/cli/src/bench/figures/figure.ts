import type { Text } from '@telar/metadata'
import type { Bench } from '../open-bench.ts'

/** A number that our server alone has to keep: a file and a line in `figures/index.ts`. */
export interface Figure {
  readonly name: string
  readonly title: Text
  readonly unit: 'ms' | 'MB'
  /** It has to stay below. */
  readonly target: number
  /** Undefined where the system does not tell. */
  readonly measure: (bench: Bench) => Promise<number | undefined>
}
