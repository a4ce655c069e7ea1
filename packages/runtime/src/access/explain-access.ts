import {
  type Access,
  type Action,
  always,
  type FieldRight,
  type Issue,
  localise,
  type Localise,
  type Module,
  type Predicate,
  problem,
  type Reason,
  reasonOf,
  type RoleGrant,
  roleGrants,
} from '@telar/metadata'
import type { Caller } from '../operations/caller.ts'
import { meets } from '../operations/granted-records.ts'

export interface AccessQuestion {
  readonly module: Module
  readonly action: Action
  /** A record that exists. */
  readonly record: string | undefined
  readonly field: string | undefined
  /** Whoever asks may not know what the module is called. */
  readonly isUnnamed?: boolean
}

/** Whether somebody may do something, and what each role says of it. */
export interface Explanation {
  readonly allowed: boolean
  /** Whether it is the right to see that is missing, for what needs to be seen first. */
  readonly needs: 'read' | undefined
  readonly reasons: readonly Reason[]
  /** What is said where no role is. */
  readonly because: readonly Issue[]
}

/** Actions that give a field its value. */
const writing: ReadonlySet<Action> = new Set(['create', 'update', 'import'])

/**
 * Says why, from the code that enforces: the verdict is that of `Access`, the reasons are the roles' grants of which it
 * adds its verdict up, and the database is asked of both in one statement.
 */
export const explainAccess = async (
  caller: Pick<Caller, 'database' | 'snapshot' | 'now' | 'language'>,
  access: Access,
  question: AccessQuestion,
): Promise<Explanation> => {
  const { module, action, field } = question
  const { principal } = access
  if (principal.administrator)
    return { allowed: true, needs: undefined, reasons: [], because: [problem('EXPLAIN_ADMINISTRATOR')] }
  const place = { model: caller.snapshot.model, module, principal, now: caller.now().toISOString() }
  const verdict = await verdictOn(caller, access, question)
  const needs = !verdict.isAllowed && !verdict.isSeen && action !== 'read' && action !== 'create' ? 'read' : undefined
  const grants = roleGrants(place, needs ?? action)
  const facts = await factsOf(caller, question, grants)
  const label = localise(caller.snapshot.model, caller.language)
  const say: Localise = (id, text) =>
    question.isUnnamed === true && id === `${module.id}.plural` ? module.name : label(id, text)
  const told = field === undefined ? undefined : fieldOf(module, action, { name: field, say })
  return {
    allowed: verdict.isAllowed,
    needs,
    reasons: grants.map((grant, index) =>
      reasonOf(grant, {
        module,
        action: needs ?? action,
        say,
        field: needs === undefined ? told : undefined,
        record: facts[index],
      }),
    ),
    because: [
      ...(grants.length === 0 ? [problem('EXPLAIN_NO_ROLE')] : []),
      ...(needs === undefined ? [] : [problem('EXPLAIN_UNSEEN', { params: { action } })]),
    ],
  }
}

const fieldOf = (module: Module, action: Action, { name, say }: { readonly name: string; readonly say: Localise }) => {
  const needs: FieldRight = writing.has(action) ? 'write' : 'read'
  const field = module.fields.get(name) ?? module.systemFields.get(name)
  return { name, title: field === undefined ? name : say(field.id, field.title), needs }
}

interface Verdict {
  readonly isAllowed: boolean
  readonly isSeen: boolean
}

const verdictOn = async (
  caller: Pick<Caller, 'database' | 'snapshot'>,
  access: Access,
  { module, action, record, field }: AccessQuestion,
): Promise<Verdict> => {
  const granted = access.may(action, module)
  const read = access.may('read', module)
  if (record === undefined)
    return {
      isAllowed: granted !== undefined && (field === undefined || granted.cell(field).type !== 'never'),
      isSeen: read !== undefined,
    }
  const conditions = [
    granted?.rows ?? nowhere,
    granted === undefined ? nowhere : field === undefined ? always : granted.cell(field),
    read?.rows ?? nowhere,
  ]
  const [isGranted, isCell, isSeen] = (await meets(caller, module, { id: record, conditions })) ?? []
  return { isAllowed: isGranted === true && isCell === true, isSeen: isSeen === true }
}

const nowhere: Predicate = { type: 'never' }

/** For each role, whether the record lies in its scope, and whether sharing adds it. */
const factsOf = async (
  caller: Pick<Caller, 'database' | 'snapshot'>,
  { module, record }: AccessQuestion,
  grants: readonly RoleGrant[],
): Promise<readonly ({ readonly isInScope: boolean; readonly isShared: boolean } | undefined)[]> => {
  if (record === undefined || grants.length === 0) return grants.map(() => undefined)
  const conditions = grants.flatMap(({ scopeRows, sharedRows }) => [scopeRows, sharedRows])
  const met = await meets(caller, module, { id: record, conditions })
  return grants.map((_grant, index) => ({
    isInScope: met?.[index * 2] === true,
    isShared: met?.[index * 2 + 1] === true,
  }))
}
