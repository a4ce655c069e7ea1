import { type Action, actions, type Granted, type Predicate } from '@telar/metadata'
import { type Caller, enterToRead } from '../operations/caller.ts'
import { readRecord } from '../operations/get-record.ts'
import { meets } from '../operations/granted-records.ts'

/** What the caller may do with one record that he sees. */
export interface RecordRights {
  readonly rights: Readonly<Record<Action, boolean>>
  /** Fields that he may not write on this record. */
  readonly locked: readonly string[]
}

/** Asked of the database in one statement; where nothing depends on the record, of nothing but the roles. */
export const recordRights = async (caller: Caller, module: string, record: string): Promise<RecordRights> => {
  const readable = enterToRead(caller, module)
  await readRecord(readable, { id: record, deleted: true, fields: new Set() })
  const whole = caller.snapshot.modules.get(module)?.module ?? readable.served.module
  const update: Granted<'update'> | undefined = caller.access.may('update', whole)
  const seen = readable.served.module
  const fields = [...seen.fields.keys(), ...seen.systemFields.keys()]
  const asked: readonly Predicate[] = [
    ...actions.map((action) => caller.access.may(action, whole)?.rows ?? nowhere),
    ...fields.map((field) => update?.cell(field) ?? nowhere),
  ]
  const answers = await answersTo(asked, (conditions) => meets(caller, whole, { id: record, conditions }))
  const isUpdated = answers[actions.indexOf('update')] === true
  return {
    // oxlint-disable-next-line no-unsafe-type-assertion -- made of the list of actions itself
    rights: Object.fromEntries(actions.map((action, index) => [action, answers[index] === true])) as Record<
      Action,
      boolean
    >,
    // The cells of an action say nothing where its rows do not reach.
    locked: fields.filter((_field, index) => !isUpdated || answers[actions.length + index] !== true),
  }
}

const nowhere: Predicate = { type: 'never' }

/** Only what depends on the record is asked, and each question once. */
const answersTo = async (
  asked: readonly Predicate[],
  ask: (conditions: readonly Predicate[]) => Promise<readonly boolean[] | undefined>,
): Promise<readonly boolean[]> => {
  const open = new Map<string, Predicate>()
  for (const predicate of asked) if (isOpen(predicate)) open.set(JSON.stringify(predicate), predicate)
  const met = open.size === 0 ? [] : ((await ask([...open.values()])) ?? [])
  const known = new Map([...open.keys()].map((key, index) => [key, met[index] === true]))
  return asked.map((predicate) =>
    isOpen(predicate) ? known.get(JSON.stringify(predicate)) === true : predicate.type === 'always',
  )
}

const isOpen = ({ type }: Predicate): boolean => type !== 'always' && type !== 'never'
