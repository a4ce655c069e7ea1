import { Decimal } from 'decimal.js'
import type { Json, JsonObject } from '../json.ts'
import type { ValueProblem } from './field-type.ts'
import { valueProblem } from './value-problem.ts'

/** Digits enough for every value that is let in; halves go to the even neighbour (decisions.md 9). */
export const Exact = Decimal.clone({ precision: 200, rounding: Decimal.ROUND_HALF_EVEN })

const writing = /^[+-]?(\d{1,40}(\.\d{0,40})?|\.\d{1,40})$/

/** A number or a decimal text as an exact number; undefined for everything else. */
export const exactFrom = (value: Json | undefined): Decimal | undefined => {
  if (typeof value === 'number') return Number.isFinite(value) ? new Exact(value) : undefined
  return typeof value === 'string' && writing.test(value.trim()) ? new Exact(value.trim()) : undefined
}

/** The canonical decimal text: no exponent, no plus, as many decimals as the scale asks for and never fewer than written. */
export const plainDecimal = (value: Json, scale: number | undefined): string | undefined => {
  const exact = exactFrom(value)
  return exact === undefined ? undefined : exact.toFixed(Math.max(scale ?? 0, exact.decimalPlaces()))
}

/** What the settings of a property ask of a decimal text. */
export const decimalProblems = (
  value: Json,
  schema: JsonObject,
  scale: number | undefined,
): readonly ValueProblem[] => {
  const exact = typeof value === 'string' ? exactFrom(value) : undefined
  if (exact === undefined) return [valueProblem('decimal')]
  const tooFine = scale !== undefined && exact.decimalPlaces() > scale
  return [
    ...(tooFine ? [valueProblem('scale', { scale })] : []),
    ...boundProblems(exact, schema),
    ...multipleProblems(exact, schema),
  ]
}

const bounds: readonly {
  readonly words: readonly string[]
  readonly breaks: (value: Decimal, limit: Decimal) => boolean
}[] = [
  { words: ['minimum', 'x-minimum'], breaks: (value, limit) => value.lessThan(limit) },
  { words: ['maximum', 'x-maximum'], breaks: (value, limit) => value.greaterThan(limit) },
  { words: ['exclusiveMinimum'], breaks: (value, limit) => value.lessThanOrEqualTo(limit) },
  { words: ['exclusiveMaximum'], breaks: (value, limit) => value.greaterThanOrEqualTo(limit) },
]

const boundProblems = (value: Decimal, schema: JsonObject): readonly ValueProblem[] =>
  bounds.flatMap(({ words, breaks }) =>
    words.flatMap((word) => {
      const limit = exactFrom(schema[word])
      return limit !== undefined && breaks(value, limit)
        ? [valueProblem(word.replace('x-', ''), { limit: limit.toFixed() })]
        : []
    }),
  )

/** In decimal, so that 19.99 is a multiple of 0.01. */
export const multipleProblems = (value: Decimal, schema: JsonObject): readonly ValueProblem[] => {
  const step = exactFrom(schema['multipleOf'])
  if (step === undefined || step.lessThanOrEqualTo(0) || value.modulo(step).isZero()) return []
  return [valueProblem('multipleOf', { multipleOf: step.toFixed() })]
}
