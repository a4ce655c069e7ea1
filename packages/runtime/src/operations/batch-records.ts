import { type Issue, pointerTo, problem } from '@telar/metadata'
import pg from 'pg'
import { TelarError } from '../errors.ts'
import { type BatchItem, type ItemDone, laneOf, performItem } from './batch-item.ts'
import type { Caller } from './caller.ts'
import { inTransaction } from './in-transaction.ts'

export interface BatchRequest {
  readonly module: string
  readonly items: readonly BatchItem[]
}

/** How an item ended. */
export type ItemOutcome =
  | { readonly ok: true; readonly done: ItemDone }
  | { readonly ok: false; readonly error: unknown }

/** Statements of one connection that are under way together. */
const pipelined = 16

/** Connections that one batch of separate changes may take. */
const parallel = 4

/** Failing items that are told; then the rest is not even tried. */
const toldFailures = 20

/** All changes as one act: all of them, or none and a refusal whose pointers name the failing items. */
export const batchAll = (caller: Caller, { module, items }: BatchRequest): Promise<readonly ItemDone[]> =>
  inTransaction(caller, async (inside) => {
    const outcomes = await inLanes(items, {
      width: pipelined,
      perform: (item) => performItem(inside, module, item),
      isOver: (failed) => failed.length >= toldFailures || failed.some((error) => !isHarmless(error)),
    })
    refuseFailed(outcomes)
    return outcomes.flatMap((outcome) => (outcome?.ok === true ? [outcome.done] : []))
  })

type Perform = <Result>(work: (caller: Caller) => Promise<Result>) => Promise<Result>

/** Each change by itself, with an outcome of its own; all under the same operation in the ledger. */
export const batchEach = async (
  perform: Perform,
  operation: string,
  { module, items }: BatchRequest,
): Promise<readonly ItemOutcome[]> => {
  const outcomes = await inLanes(items, {
    width: parallel,
    perform: (item) => perform((caller) => performItem({ ...caller, operation }, module, item)),
    isOver: () => false,
  })
  return outcomes.flatMap((outcome) => (outcome === undefined ? [] : [outcome]))
}

interface Lanes {
  readonly width: number
  readonly perform: (item: BatchItem) => Promise<ItemDone>
  readonly isOver: (failed: readonly unknown[]) => boolean
}

/** Items that do not touch each other run together, the others in their order; undefined = not tried any more. */
const inLanes = async (
  items: readonly BatchItem[],
  { width, perform, isOver }: Lanes,
): Promise<readonly (ItemOutcome | undefined)[]> => {
  const outcomes: (ItemOutcome | undefined)[] = items.map(() => undefined)
  const failed: unknown[] = []
  const running = new Map<Promise<void>, string>()
  const start = (item: BatchItem, index: number, lane: string): void => {
    const run: Promise<void> = perform(item)
      .then(
        (done) => {
          outcomes[index] = { ok: true, done }
        },
        (error: unknown) => {
          failed.push(error)
          outcomes[index] = { ok: false, error }
        },
      )
      .finally(() => running.delete(run))
    running.set(run, lane)
  }
  for (const [index, item] of items.entries()) {
    const lane = laneOf(item)
    while (mustWait(running, lane, width)) await Promise.race(running.keys())
    if (isOver(failed)) break
    start(item, index, lane)
  }
  await Promise.all(running.keys())
  return outcomes
}

const mustWait = (running: ReadonlyMap<unknown, string>, lane: string, width: number): boolean => {
  if (running.size === 0) return false
  const lanes = [...running.values()]
  return (
    running.size >= width || lane === 'alone' || lanes.includes('alone') || (lane !== 'new' && lanes.includes(lane))
  )
}

/** A refusal before anything reached the database; after others the transaction is lost. */
const isHarmless = (error: unknown): boolean =>
  error instanceof TelarError && !(error.cause instanceof pg.DatabaseError)

/** What a statement meets in a transaction that another one has broken. */
const isAftermath = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === '25P02'

const refuseFailed = (outcomes: readonly (ItemOutcome | undefined)[]): void => {
  const failures = outcomes.flatMap((outcome, index) =>
    outcome?.ok === false && !isAftermath(outcome.error) ? [{ index, error: outcome.error }] : [],
  )
  const strange = failures.find(({ error }) => !(error instanceof TelarError))
  if (strange !== undefined) throw strange.error
  const refusals = failures.flatMap(({ index, error }) => (error instanceof TelarError ? [{ index, error }] : []))
  const [first] = refusals
  if (first === undefined) return
  throw new TelarError(first.error.code, {
    params: first.error.params,
    issues: refusals.flatMap(({ index, error }) => itemIssues(error, pointerTo('items', index))),
    cause: first.error,
  })
}

/** The problems of an item below its place in the batch; a refusal without any becomes one itself. */
export const itemIssues = (error: TelarError, pointer: string): readonly Issue[] => {
  if (error.issues.length === 0) return [problem(error.code, { pointer, params: error.params })]
  // What is wrong with the query is beside the data, everything else inside it.
  const inside = error.code === 'QUERY_INVALID' ? pointer : `${pointer}/data`
  return error.issues.map((issue) => ({ ...issue, pointer: issue.pointer === '' ? pointer : inside + issue.pointer }))
}
