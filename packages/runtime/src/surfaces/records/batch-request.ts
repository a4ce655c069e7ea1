import { isList, isObject, type Issue, type Json, type JsonObject, pointerTo, problem } from '@telar/metadata'
import { TelarError } from '../../errors.ts'
import { knownOnly, oneOf } from '../../http/query-parameters.ts'
import type { BatchItem, BatchOp } from '../../operations/batch-item.ts'

export interface BatchBody {
  readonly mode: 'all' | 'each'
  /** Whether whole records are answered, or their ids and versions. */
  readonly answers: 'id' | 'record'
  readonly items: readonly BatchItem[]
}

const longestBatch = 1000

/** The body of a batch; everything that is wrong with its items at once. */
export const readBatch = (body: JsonObject): BatchBody => {
  knownOnly(Object.keys(body), ['mode', 'return', 'items'])
  const items = body['items']
  if (!isList(items) || items.length === 0 || items.length > longestBatch) {
    throw new TelarError('BAD_PARAMETER', { params: { name: 'items', reason: `1 … ${longestBatch}` } })
  }
  const read = items.map((item, index) => readItem(item, pointerTo('items', index)))
  const issues = read.flatMap((one) => (one.ok ? [] : one.issues))
  if (issues.length > 0) throw new TelarError('QUERY_INVALID', { issues: issues.slice(0, 100) })
  return {
    mode: oneOf('mode', body['mode'], ['all', 'each']),
    answers: oneOf('return', body['return'], ['id', 'record']),
    items: read.flatMap((one) => (one.ok ? [one.item] : [])),
  }
}

type ReadItem =
  | { readonly ok: true; readonly item: BatchItem }
  | { readonly ok: false; readonly issues: readonly Issue[] }

const readItem = (item: Json, pointer: string): ReadItem => {
  const op = isObject(item) ? ops.find((one) => one.op === item['op']) : undefined
  if (!isObject(item) || op === undefined) {
    return {
      ok: false,
      issues: [problem('BATCH_OP', { pointer: `${pointer}/op`, params: { known: ops.map((one) => one.op) } })],
    }
  }
  const unknown = Object.keys(item).filter((name) => name !== 'op' && !op.members.some((member) => member === name))
  const wrong = op.members.filter((member) => !members[member].fits(item[member]))
  const issues = [
    ...unknown.map((name) =>
      problem('BATCH_MEMBER_UNKNOWN', {
        pointer: pointer + pointerTo(name),
        params: { op: op.op, name: name.slice(0, 60), known: op.members },
      }),
    ),
    ...wrong.map((name) =>
      problem('BATCH_MEMBER', {
        pointer: pointer + pointerTo(name),
        params: { op: op.op, name, form: members[name].form },
      }),
    ),
  ]
  return issues.length > 0 ? { ok: false, issues } : { ok: true, item: op.make(item) }
}

interface Op {
  readonly op: BatchOp
  readonly members: readonly Member[]
  readonly make: (item: JsonObject) => BatchItem
}

type Member = keyof typeof members

const members = {
  id: { form: '"<uuid>"', fits: (value: Json | undefined) => typeof value === 'string' },
  data: { form: '{…}', fits: (value: Json | undefined) => isObject(value) },
  by: {
    form: '["<field>", …]',
    fits: (value: Json | undefined) =>
      isList(value) && value.length > 0 && value.every((one) => typeof one === 'string'),
  },
  version: {
    form: '<number> | "*"',
    fits: (value: Json | undefined) =>
      value === undefined || value === '*' || (typeof value === 'number' && Number.isSafeInteger(value) && value > 0),
  },
} as const

const idIn = ({ id }: JsonObject): string => (typeof id === 'string' ? id : '')

const dataIn = ({ data }: JsonObject): JsonObject => (isObject(data) ? data : {})

const versionIn = ({ version }: JsonObject): number | 'any' => (typeof version === 'number' ? version : 'any')

const namesIn = ({ by }: JsonObject): readonly string[] =>
  isList(by) ? by.filter((name) => typeof name === 'string') : []

const ops: readonly Op[] = [
  { op: 'create', members: ['data'], make: (item) => ({ op: 'create', data: dataIn(item) }) },
  {
    op: 'update',
    members: ['id', 'version', 'data'],
    make: (item) => ({ op: 'update', id: idIn(item), version: versionIn(item), data: dataIn(item) }),
  },
  { op: 'upsert', members: ['by', 'data'], make: (item) => ({ op: 'upsert', by: namesIn(item), data: dataIn(item) }) },
  {
    op: 'delete',
    members: ['id', 'version'],
    make: (item) => ({ op: 'delete', id: idIn(item), version: versionIn(item) }),
  },
  { op: 'restore', members: ['id'], make: (item) => ({ op: 'restore', id: idIn(item) }) },
]
