import { existsSync } from 'node:fs'
import { accessOf, isList, isObject, type Json, type JsonObject, noRights } from '@telar/metadata'
import { type Database, run, transaction } from '../database/pool.ts'
import { raw, sql } from '../database/sql.ts'
import { TelarError } from '../errors.ts'
import { callerOf } from '../http/workspace-request.ts'
import { addLink } from '../operations/add-link.ts'
import type { Caller } from '../operations/caller.ts'
import { createRecord } from '../operations/create-record.ts'
import { updateRecord } from '../operations/update-record.ts'
import type { Services } from '../services.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import { dayAt, instantAt, relativeDates } from './relative-dates.ts'
import { type SeedPeople, seedPeople } from './seed-people.ts'
import { readSeedSteps, type SeedStep } from './seed-step.ts'

/**
 * Plays sample data through the record operations in its order, so that the ledger has its year of history
 * (decisions.md 25). One transaction: all of it or nothing. Gives the number of records made.
 */
export const replaySeed = async (
  services: Services,
  snapshot: Snapshot,
  { folder, onRecords }: { readonly folder: string; readonly onRecords?: (done: number, all: number) => void },
): Promise<number> => {
  if (!existsSync(folder)) return 0
  const steps = await readSeedSteps(folder)
  await transaction(services.pool, async (database) => {
    // The whole of it is done again after a crash, so nothing has to reach the disk before the end.
    await run(database, raw('set local synchronous_commit = off'))
    const people = await seedPeople(
      { database, schema: snapshot.workspace.schema, model: snapshot.model, newId: services.newId },
      folder,
    )
    const replay: Replay = {
      services,
      snapshot,
      database,
      ...people,
      ids: new Map(),
      modules: new Map(),
      today: services.now(),
    }
    for (const [index, step] of steps.entries()) {
      await play(replay, step)
      if (index % 500 === 499) onRecords?.(index + 1, steps.length)
    }
    await run(
      database,
      sql`insert into telar.audit (workspace, act, detail) values (${snapshot.workspace.id}::uuid, 'seed', ${JSON.stringify({ steps: steps.length })}::jsonb)`,
    )
  })
  return steps.filter((step) => step.op === 'create').length
}

interface Replay extends SeedPeople {
  readonly services: Services
  readonly snapshot: Snapshot
  readonly database: Database
  readonly ids: Map<string, string>
  readonly modules: Map<string, string>
  readonly today: Date
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
      await updateRecord(caller, {
        module: moduleOf(replay, step.ref),
        id: idOf(replay, step.ref),
        data,
        version: 'any',
      })
    } else {
      await addLink(caller, {
        module: moduleOf(replay, step.ref),
        id: idOf(replay, step.ref),
        link: step.link,
        to: idOf(replay, step.to),
        attributes: resolved(replay, step.attributes),
      })
    }
  } catch (error) {
    throw error instanceof TelarError
      ? new Error(`sample data, ${step.op} ${step.ref}: ${error.message} ${JSON.stringify(error.issues)}`, {
          cause: error,
        })
      : error
  }
}

const callerAt = (replay: Replay, step: SeedStep): Caller => {
  const member = replay.people.get(step.by) ?? [...replay.people.values()][0]
  const { timeZone } = replay.snapshot.model.app
  const caller = callerOf(replay.services, replay.snapshot, {
    access: accessOf({
      model: replay.snapshot.model,
      principal: {
        ...noRights,
        id: member?.id ?? replay.services.newId(),
        name: member?.name ?? '',
        email: member?.email ?? '',
        teams: member?.teams ?? [],
        administrator: true,
        timeZone,
        firstDayOfWeek: 1,
      },
      now: replay.services.now().toISOString(),
    }),
    language: 'es',
    source: 'seed',
    at: instantAt(dayAt(replay.today, step.day, timeZone), step.time, timeZone),
  })
  return { ...caller, database: replay.database }
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
  if (typeof value['member'] === 'string') return replay.people.get(value['member'])?.id ?? null
  if (typeof value['team'] === 'string') return replay.teams.get(value['team']) ?? null
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withIds(replay, one)]))
}
