import { readdirSync, readFileSync } from 'node:fs'
import { isObject, type JsonObject, list, object, objects, templateFolder, text } from './template-documents.ts'

/** One line of the sample data. */
export interface Step {
  readonly line: string
  readonly op: string
  readonly module: string
  readonly ref: string
  readonly day: number
  readonly time: string
  readonly by: string
  readonly data: JsonObject
  readonly link: string
  readonly to: string
  readonly attributes: JsonObject
}

export const seedFolder = `${templateFolder('sales')}seed/`

export const seedFiles: readonly string[] = readdirSync(seedFolder).toSorted()

const stepOf = (line: string): Step => {
  const step = object(JSON.parse(line))
  return {
    line,
    op: text(step['op']),
    module: text(step['module']),
    ref: text(step['ref']),
    day: Number(step['day']),
    time: text(step['time']),
    by: text(step['by']),
    data: object(step['data']),
    link: text(step['link']),
    to: text(object(step['to'])['ref']),
    attributes: object(step['attributes']),
  }
}

export const steps: readonly Step[] = seedFiles
  .filter((file) => file.endsWith('.jsonl'))
  .flatMap((file) => readFileSync(`${seedFolder}${file}`, 'utf8').trimEnd().split('\n'))
  .map(stepOf)

export const members: readonly JsonObject[] = objects(JSON.parse(readFileSync(`${seedFolder}members.json`, 'utf8')))

export const teams: readonly JsonObject[] = objects(JSON.parse(readFileSync(`${seedFolder}teams.json`, 'utf8')))

/** Key of the team of somebody. */
export const teamOf = (member: string): string =>
  text(teams.find((team) => list(team['members']).includes(member))?.['key'])

export interface SeedRecord {
  readonly ref: string
  readonly module: string
  readonly created: number
  readonly owner: string
  readonly data: JsonObject
}

/** Every record as it stands on the day of installation. */
export const records: ReadonlyMap<string, SeedRecord> = steps.reduce((known, step) => {
  const before = known.get(step.ref)
  if (step.op === 'create') {
    const owner = text(object(step.data['ownerId'])['member']) || step.by
    known.set(step.ref, { ref: step.ref, module: step.module, created: step.day, owner, data: step.data })
  } else if (step.op === 'update' && before !== undefined) {
    const owner = text(object(step.data['ownerId'])['member']) || before.owner
    known.set(step.ref, { ...before, owner, data: { ...before.data, ...step.data } })
  }
  return known
}, new Map<string, SeedRecord>())

export const recordsOf = (module: string): readonly SeedRecord[] =>
  [...records.values()].filter((record) => record.module === module)

export const valueOf = (record: SeedRecord | undefined, field: string): string => text(record?.data[field])

/** The record that a link names. */
export const linked = (record: SeedRecord | undefined, field: string): SeedRecord | undefined =>
  records.get(text(object(record?.data[field])['ref']))

/** The day of a date or date-time, relative to the installation; undefined when empty. */
export const dayOf = (record: SeedRecord | undefined, field: string): number | undefined => {
  const value = object(record?.data[field])
  const day = value['$date'] ?? value['$dateTime']
  return typeof day === 'number' ? day : undefined
}

export const amountOf = (record: SeedRecord | undefined, field: string): number =>
  Number(object(record?.data[field])['amount'] ?? 0)

export const netOf = (record: SeedRecord | undefined): number =>
  objects(record?.data['lines']).reduce((sum, line) => {
    const price = Number(object(line['unitPrice'])['amount'])
    return sum + Number(line['quantity']) * price * (1 - Number(line['discount']) / 100)
  }, 0)

/** Names of records inside a value. */
export const refsIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return list(value).flatMap(refsIn)
  if (!isObject(value)) return []
  return typeof value['ref'] === 'string' ? [value['ref']] : Object.values(value).flatMap(refsIn)
}

export const membersIn = (value: unknown): readonly string[] => {
  if (!isObject(value)) return []
  return typeof value['member'] === 'string' ? [value['member']] : Object.values(value).flatMap(membersIn)
}
