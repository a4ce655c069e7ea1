import { isList, isObject, type Json, type JsonObject, stringAt } from '@telar/metadata'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { callerOf } from '../http/workspace-request.ts'
import type { Caller } from '../operations/caller.ts'
import { createRecord } from '../operations/create-record.ts'
import { addLink } from '../operations/links.ts'
import { updateRecord } from '../operations/update-record.ts'
import { run } from '../database/pool.ts'
import { ident, sql } from '../database/sql.ts'
import type { Services } from '../services.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { readSeedSteps, type SeedStep } from './seed-step.ts'
import { dayAt, instantAt, relativeDates } from './relative-dates.ts'
import { TelarError } from '../errors.ts'

/** Steps that run at once; those of one record keep their order since each waits for the records it names. */
const parallel = 8

/**
 * Plays sample data through the record operations in its order, so that the ledger has its year of history
 * (decisions.md 25). Gives the number of records made.
 */
export const replaySeed = async (
  services: Services,
  snapshot: Snapshot,
  { folder, onRecords }: { readonly folder: string; readonly onRecords?: (done: number, all: number) => void },
): Promise<number> => {
  if (!existsSync(folder)) return 0
  const members = await createMembers(services, snapshot, folder)
  const steps = await readSeedSteps(folder)
  const replay: Replay = { services, snapshot, members, ids: new Map(), modules: new Map(), today: services.now() }
  let done = 0
  for (let at = 0; at < steps.length; at += parallel) {
    for (const batch of independent(steps.slice(at, at + parallel))) {
      await Promise.all(batch.map((step) => play(replay, step)))
    }
    done = Math.min(at + parallel, steps.length)
    onRecords?.(done, steps.length)
  }
  return steps.filter((step) => step.op === 'create').length
}

interface Replay {
  readonly services: Services
  readonly snapshot: Snapshot
  readonly members: ReadonlyMap<string, { readonly id: string; readonly name: string; readonly email: string }>
  readonly ids: Map<string, string>
  readonly modules: Map<string, string>
  readonly today: Date
}

/** Splits steps into runs in which no step names a record that another one of the same run makes or changes. */
const independent = (steps: readonly SeedStep[]): readonly (readonly SeedStep[])[] => {
  const runs: SeedStep[][] = []
  let refs = new Set<string>()
  for (const step of steps) {
    const named = [step.ref, step.to, ...refsIn(step.data)].filter((ref) => ref !== '')
    if (runs.length === 0 || named.some((ref) => refs.has(ref))) {
      runs.push([])
      refs = new Set()
    }
    runs.at(-1)?.push(step)
    refs.add(step.ref)
  }
  return runs
}

const refsIn = (value: Json): readonly string[] => {
  if (isList(value)) return value.flatMap(refsIn)
  if (!isObject(value)) return []
  return typeof value['ref'] === 'string' ? [value['ref']] : Object.values(value).flatMap(refsIn)
}

const play = async (replay: Replay, step: SeedStep): Promise<void> => {
  const caller = callerAt(replay, step)
  const data = resolved(replay, step.data)
  try {
    if (step.op === 'create') {
      const record = await createRecord(caller, { module: step.module, data })
      replay.ids.set(step.ref, record.id)
      replay.modules.set(step.ref, step.module)
    } else if (step.op === 'update') {
      await updateRecord(caller, { module: moduleOf(replay, step.ref), id: idOf(replay, step.ref), data, version: 'any' })
    } else {
      await addLink(caller, { module: moduleOf(replay, step.ref), id: idOf(replay, step.ref), link: step.link, to: idOf(replay, step.to), attributes: step.attributes })
    }
  } catch (error) {
    throw error instanceof TelarError ? new Error(`sample data, ${step.op} ${step.ref}: ${error.message} ${JSON.stringify(error.issues)}`, { cause: error }) : error
  }
}

const callerAt = (replay: Replay, step: SeedStep): Caller => {
  const member = replay.members.get(step.by) ?? [...replay.members.values()][0]
  const { timeZone } = replay.snapshot.model.app
  return callerOf(replay.services, replay.snapshot, {
    principal: {
      id: member?.id ?? replay.services.newId(),
      name: member?.name ?? '',
      email: member?.email ?? '',
      administrator: true,
      language: 'es',
      timeZone,
      firstDayOfWeek: 1,
    },
    language: 'es',
    source: 'seed',
    at: instantAt(dayAt(replay.today, step.day, timeZone), step.time, timeZone),
  })
}

const idOf = (replay: Replay, ref: string): string => {
  const id = replay.ids.get(ref)
  if (id === undefined) throw new Error(`sample data: nothing is called “${ref}” yet`)
  return id
}

const moduleOf = (replay: Replay, ref: string): string => replay.modules.get(ref) ?? ''

/** References and relative days in a step's data become ids and dates. */
const resolved = (replay: Replay, data: JsonObject): JsonObject => {
  const value = relativeDates(data, replay.today, replay.snapshot.model.app.timeZone)
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withIds(replay, one)]))
}

const withIds = (replay: Replay, value: Json): Json => {
  if (isList(value)) return value.map((one) => withIds(replay, one))
  if (!isObject(value)) return value
  if (typeof value['ref'] === 'string') return idOf(replay, value['ref'])
  if (typeof value['member'] === 'string') return replay.members.get(value['member'])?.id ?? null
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withIds(replay, one)]))
}

const createMembers = async (services: Services, snapshot: Snapshot, folder: string): Promise<Replay['members']> => {
  const file = path.join(folder, 'members.json')
  const members = new Map<string, { readonly id: string; readonly name: string; readonly email: string }>()
  if (!existsSync(file)) return members
  const list: unknown = JSON.parse(await readFile(file, 'utf8'))
  for (const member of isList(list) ? list.filter(isObject) : []) {
    const person = { id: services.newId(), name: stringAt(member, 'name') ?? '', email: stringAt(member, 'email') ?? '' }
    await run(
      services.pool,
      sql`insert into ${ident(snapshot.workspace.schema, 'member')} (id, name, email) values (${person.id}::uuid, ${person.name}, ${person.email})`,
    )
    members.set(stringAt(member, 'ref') ?? '', person)
  }
  return members
}
