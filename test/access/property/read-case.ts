import { isList, isObject, type Json } from '@telar/metadata'
import { TelarError } from '../../../packages/runtime/src/errors.ts'
import type { Caller } from '../../../packages/runtime/src/operations/caller.ts'
import type { Reference } from './reference.ts'
import { linkFields, type ModuleName, moduleNames, plainFields, type World, type WorldRecord } from './world.ts'

export interface ReadCase {
  readonly caller: Caller
  readonly world: World
  readonly right: Reference
  /** What would be right in another world. */
  readonly rightIn: (world: World) => Reference
}

/** One way to read: what the server says and what should be said, in the same plain form. */
export interface ReadPath {
  readonly name: string
  readonly said: (one: ReadCase) => Promise<Json>
  readonly expected: (one: ReadCase) => Json
}

/** The answer, or the code of the refusal. */
export const attempt = async (work: () => Promise<Json>): Promise<Json> => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof TelarError) return error.code
    throw error
  }
}

export const forModules = async (work: (module: ModuleName) => Promise<Json>): Promise<Json> => {
  const answers: Json[] = []
  for (const module of moduleNames) answers.push(await attempt(() => work(module)))
  return answers
}

export const page = { limit: 100, count: 'none' } as const

export const living = ({ world, right }: ReadCase, module: ModuleName): readonly WorldRecord[] =>
  world.records.filter((record) => record.module === module && !record.deleted && right.maySee(record))

export const readable = ({ right }: ReadCase, module: ModuleName, answer: () => Json): Json =>
  right.mayRead(module) ? answer() : 'FORBIDDEN'

export const recordsOf = (one: ReadCase, module: ModuleName): readonly WorldRecord[] =>
  one.world.records.filter((record) => record.module === module)

/** What of a record is shown: known fields only, empty where the cell is not granted; links with the label that is granted. */
export const shown = (one: ReadCase, record: WorldRecord, values: WorldRecord['values']): Json => {
  const { right } = one
  const cell = (field: string): Json => (right.seesCell(record, field) ? (values[field] ?? null) : null)
  const plain = plainFields[record.module].filter((field) => right.knows(record.module, field))
  const links = linkFields[record.module].filter((field) => right.knows(record.module, field))
  return Object.fromEntries([
    ['id', record.id] as const,
    ...plain.map((field) => [field, cell(field)] as const),
    ...links.map((field) => {
      const id = cell(field)
      return [
        field,
        typeof id === 'string' ? { id, label: labelSeen(one, id, values === record.earlier) } : null,
      ] as const
    }),
  ])
}

/** The label of a linked record: what it is (or was) called, nothing where its name is hidden, null where it is not to be seen. */
export const labelSeen = ({ world, right }: ReadCase, id: string, earlier: boolean): string | null => {
  const target = world.records.find((record) => record.id === id)
  if (target === undefined || !right.maySee(target)) return null
  const values = earlier ? target.earlier : target.values
  const fields = target.module === 'deal' ? ['name', 'serial'] : ['name']
  if (!fields.every((field) => right.seesCell(target, field))) return ''
  return fields
    .map((field) => values[field])
    .filter((value) => value !== null)
    .join(' ')
}

export const plainRecord = (record: Readonly<Record<string, Json>>, module: ModuleName): Json =>
  Object.fromEntries(
    ['id', ...plainFields[module], ...linkFields[module]].flatMap((name) =>
      name in record ? [[name, record[name] ?? null] as const] : [],
    ),
  )

export const sorted = (records: readonly Json[]): readonly Json[] =>
  records.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

export const byField = (module: ModuleName): readonly string[] => plainFields[module]

export const unknownIf = (
  { right }: ReadCase,
  [module, field]: readonly [ModuleName, string],
  answer: () => Json,
): Json => (right.knows(module, field) ? answer() : 'QUERY_INVALID')

export const each = async (fields: readonly string[], work: (field: string) => Promise<Json>): Promise<Json> => {
  const answers: (readonly [string, Json])[] = []
  for (const field of fields) answers.push([field, await attempt(() => work(field))])
  return Object.fromEntries(answers)
}

export const eachExpected = (fields: readonly string[], work: (field: string) => Json): Json =>
  Object.fromEntries(fields.map((field) => [field, work(field)]))

/** A value that some record has in the field, seen or not: the one a prying reader would try. */
export const pried = (one: ReadCase, module: ModuleName, field: string): Json =>
  recordsOf(one, module).find(({ values }) => values[field] !== null)?.values[field] ?? 'nothing'

export const cellOf = ({ right }: ReadCase, record: WorldRecord, field: string): string | number | null =>
  right.seesCell(record, field) ? (record.values[field] ?? null) : null

export const idsOf = (list: { readonly records: readonly { readonly id: string }[] }): Json =>
  sorted(list.records.map(({ id }) => id))

/** Every path by which records are read. */

/** Whether an answer names something hidden: for whole documents such as the model. */
export const mentionsWord = (value: Json, word: string): boolean =>
  isObject(value)
    ? Object.entries(value).some(([key, item]) => key === word || mentionsWord(item, word))
    : isList(value)
      ? value.some((item) => mentionsWord(item, word))
      : value === word || (typeof value === 'string' && value.split(/\W/).includes(word))
