import { TelarError, type RecordData } from '@telar/client'
import type { JsonObject } from '@telar/metadata'
import { describe, expect, test } from 'vitest'
import { saveChanges, type Conflict } from './save-changes.ts'

/** One record on a server that checks versions. */
const serverWith = (start: RecordData) => {
  let record = start
  return {
    read: () => record,
    change: (changes: JsonObject) => {
      record = { ...record, ...changes, id: record.id, version: record.version + 1 }
    },
    records: {
      get: () => Promise.resolve(record),
      update: (_id: string, version: number | '*', changes: JsonObject) => {
        if (version !== record.version) {
          return Promise.reject(
            new TelarError({ status: 409, code: 'VERSION_STALE', title: '', detail: '', issues: [] }),
          )
        }
        record = { ...record, ...changes, id: record.id, version: record.version + 1 }
        return Promise.resolve(record)
      },
    },
  }
}

const start = { id: 'r1', version: 1, name: 'Acme', stage: 'open', account: { id: 'a1', label: 'One' } }

const never = () => Promise.reject(new Error('nobody should be asked'))

describe('saving a change', () => {
  test('writes ids of links', async () => {
    const server = serverWith(start)
    const saved = await saveChanges({
      records: server.records,
      before: start,
      changes: { account: { id: 'a2', label: 'Two' } },
      resolve: never,
    })
    expect(saved['account']).toBe('a2')
  })

  test('goes through when others changed other fields', async () => {
    const server = serverWith(start)
    server.change({ name: 'Ñandú' })
    const saved = await saveChanges({
      records: server.records,
      before: start,
      changes: { stage: 'won' },
      resolve: never,
    })
    expect(saved).toMatchObject({ name: 'Ñandú', stage: 'won', version: 3 })
  })

  test('asks about a field that both changed, and writes what was chosen', async () => {
    const server = serverWith(start)
    server.change({ stage: 'lost' })
    const asked: Conflict[] = []
    const saved = await saveChanges({
      records: server.records,
      before: start,
      changes: { stage: 'won', name: 'New' },
      resolve: (conflict) => {
        asked.push(conflict)
        return Promise.resolve({ stage: 'won', name: 'New' })
      },
    })
    expect(asked[0]?.fields).toEqual(['stage'])
    expect(asked[0]?.current['stage']).toBe('lost')
    expect(saved).toMatchObject({ stage: 'won', name: 'New' })
  })

  test('does not ask when both wrote the same', async () => {
    const server = serverWith(start)
    server.change({ stage: 'won' })
    await saveChanges({ records: server.records, before: start, changes: { stage: 'won' }, resolve: never })
    expect(server.read()['stage']).toBe('won')
  })

  test('leaves the record alone when that is the choice', async () => {
    const server = serverWith(start)
    server.change({ stage: 'lost' })
    const saved = await saveChanges({
      records: server.records,
      before: start,
      changes: { stage: 'won' },
      resolve: () => Promise.resolve(null),
    })
    expect(saved).toMatchObject({ stage: 'lost', version: 2 })
  })

  test('passes every other refusal on', async () => {
    const records = {
      get: never,
      update: () => Promise.reject(new TelarError({ status: 422, code: 'INVALID', title: '', detail: '', issues: [] })),
    }
    await expect(saveChanges({ records, before: start, changes: { stage: '' }, resolve: never })).rejects.toMatchObject(
      { code: 'INVALID' },
    )
  })
})
