import { type Action, actions } from '@telar/metadata'
import { TelarError } from '../errors.ts'
import { type Caller, enterToRead, readableModule } from '../operations/caller.ts'
import { isUuid, readRecord } from '../operations/get-record.ts'
import { meets } from '../operations/granted-records.ts'
import { isKnownField } from '../operations/known-fields.ts'
import { admitEverybody, type Directory, type DirectoryMember, loadDirectory } from './directory.ts'
import { type AccessQuestion, explainAccess, type Explanation } from './explain-access.ts'
import { personAccess } from './person-access.ts'
import { requireCapability } from './require-capability.ts'

/** Why somebody may or may not do something, as it was asked. */
export interface WhyRequest {
  /** A member; the caller himself if nobody is named. */
  readonly user: string | undefined
  readonly module: string
  readonly action: string
  readonly record: string | undefined
  readonly field: string | undefined
}

export interface Why extends Explanation {
  readonly user: { readonly id: string; readonly name: string }
}

/** Everybody may ask about himself; about others, those who manage people or roles. */
export const answerWhy = async (caller: Caller, request: WhyRequest): Promise<Why> => {
  const question = questionOf(caller, request)
  const isOwn = request.user === undefined || request.user === caller.principal.id
  if (!isOwn) {
    requireCapability(caller.access, 'manageRoles', 'manageUsers')
    // Of a record that the caller may not see he learns nothing, not even through others.
    if (question.record !== undefined)
      await readRecord(enterToRead(caller, request.module), { id: question.record, deleted: true, fields: new Set() })
  }
  const { principal } = caller.access
  if (isOwn) {
    const seen = await isSeen(caller, question)
    // One that is not seen is answered like one that is not there: by what the roles say of the module.
    const asked = seen ? question : { ...question, record: undefined }
    const answer = await explainAccess(caller, caller.access, asked)
    return { user: { id: principal.id, name: principal.name }, ...answer, ...(seen ? {} : { allowed: false }) }
  }
  const directory = await loadDirectory(placeOf(caller))
  const member = directory.members.get(request.user ?? '')
  if (member === undefined) throw new TelarError('USER_UNKNOWN')
  return {
    user: { id: member.id, name: member.name },
    ...(await explainAccess(caller, personAccess(caller, directory, member), question)),
  }
}

const placeOf = ({ database, snapshot }: Caller) => ({ database, schema: snapshot.workspace.schema })

const questionOf = (caller: Caller, { module, action, record, field }: WhyRequest): AccessQuestion => {
  const wanted = actions.find((one) => one === action)
  if (wanted === undefined)
    throw new TelarError('BAD_PARAMETER', { params: { name: 'action', reason: actions.join(', ') } })
  const served = caller.snapshot.modules.get(module)
  if (served === undefined) throw new TelarError('MODULE_UNKNOWN', { params: { module } })
  if (record !== undefined && !isUuid(record)) throw new TelarError('RECORD_UNKNOWN')
  if (field !== undefined && !isNameable(caller, served.module.name, field))
    throw new TelarError('BAD_PARAMETER', { params: { name: 'field', reason: field } })
  const isUnnamed =
    !caller.access.visible.modules.has(module) && !caller.access.can('manageRoles') && !caller.access.can('manageUsers')
  return { module: served.module, action: wanted, record, field, isUnnamed }
}

/** Fields that the caller may know of; those who manage roles see them all in the role documents. */
const isNameable = (caller: Caller, module: string, field: string): boolean => {
  const served = caller.snapshot.modules.get(module)
  if (served === undefined || (!served.module.fields.has(field) && !served.module.systemFields.has(field))) return false
  return caller.access.can('manageRoles') || isKnownField(caller.access, served.module, field)
}

const isSeen = async (caller: Caller, { module, record }: AccessQuestion): Promise<boolean> => {
  if (record === undefined) return true
  const rows = caller.access.may('read', module)?.rows
  if (rows === undefined) return false
  const met = await meets(caller, module, { id: record, conditions: [rows] })
  if (met === undefined && rows.type === 'always') throw new TelarError('RECORD_UNKNOWN')
  return met?.[0] === true
}

/** Who may do something with a record, and through what. */
export interface Allowed {
  readonly id: string
  readonly name: string
  readonly isAdministrator: boolean
  readonly explanation: Explanation
}

/** People that one answer looks at. */
const mostPeople = 500

/** The other way round: everybody who may act on a record. Asked by those who may share it, or manage people or roles. */
export const answerWho = async (
  caller: Caller,
  request: { readonly module: string; readonly record: string; readonly action: Action },
): Promise<{ readonly people: readonly Allowed[]; readonly more: boolean }> => {
  const readable = enterToRead(caller, request.module)
  await readRecord(readable, { id: request.record, deleted: true, fields: new Set() })
  await requireAsking(caller, request)
  const question = questionOf(caller, { ...request, user: undefined, field: undefined })
  await admitEverybody(placeOf(caller), caller.newId)
  const directory = await loadDirectory(placeOf(caller))
  const active = [...directory.members.values()].filter(({ isActive }) => isActive)
  const people: Allowed[] = []
  for (const member of active.slice(0, mostPeople)) {
    const explanation = await explainMember(caller, { directory, member }, question)
    if (explanation.allowed)
      people.push({ id: member.id, name: member.name, isAdministrator: member.isAdministrator, explanation })
  }
  return { people, more: active.length > mostPeople }
}

const explainMember = (
  caller: Caller,
  { directory, member }: { readonly directory: Directory; readonly member: DirectoryMember },
  question: AccessQuestion,
): Promise<Explanation> => explainAccess(caller, personAccess(caller, directory, member), question)

const requireAsking = async (
  caller: Caller,
  { module, record }: { readonly module: string; readonly record: string },
): Promise<void> => {
  const served = readableModule(caller, module)?.served.module
  const share = served === undefined ? undefined : caller.access.may('share', served)
  const met =
    served === undefined || share === undefined
      ? undefined
      : await meets(caller, served, { id: record, conditions: [share.rows] })
  if (met?.[0] !== true) requireCapability(caller.access, 'manageRoles', 'manageUsers')
}
