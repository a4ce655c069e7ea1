import { accessOf, type Definition, type Json, modelView, noRights, openApi, resolve } from '@telar/metadata'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { transaction } from '../../packages/runtime/src/database/pool.ts'
import { callerOf } from '../../packages/runtime/src/http/workspace-request.ts'
import type { Caller } from '../../packages/runtime/src/operations/caller.ts'
import type { Snapshot } from '../../packages/runtime/src/snapshot/snapshot.ts'
import { startTestApp, type TestApp } from '../drivers/test-app.ts'
import { type Mutation, mutations } from './property/mutations.ts'
import { mentionsWord, type ReadCase } from './property/read-case.ts'
import { readPaths } from './property/reads.ts'
import { reference } from './property/reference.ts'
import { insertPeople, insertWorld } from './property/world-rows.ts'
import {
  conditionDocument,
  linkFields,
  type ModuleName,
  moduleNames,
  modules,
  plainFields,
  teams,
  type World,
  world,
} from './property/world.ts'
import { attempts, changesSomething, expectedCode, tryIt } from './property/writes.ts'

/** Random worlds that a run looks at; `npm run soak` asks for thousands. */
const worlds = Number(process.env['TELAR_SOAK_WORLDS'] ?? 60)

let app: TestApp
let base: Snapshot

beforeAll(async () => {
  app = await startTestApp({
    definition: {
      ...Object.fromEntries(Object.entries(modules).map(([name, module]) => [`modules/${name}.json`, module])),
      'telar.json': {
        name: 'world',
        title: 'World',
        version: '1.0.0',
        userAttributes: { region: { title: 'Region' } },
      },
    },
  })
  const snapshot = app.runtime.services.snapshots.current('main')
  if (snapshot === undefined) throw new Error('the workspace has no snapshot')
  base = snapshot
  await insertPeople(app.runtime.services.pool, base.workspace.schema)
})

afterAll(() => app.stop())

/** The published modules with the roles of a world. */
const snapshotOf = ({ roles, sharing }: World): Snapshot => {
  const rules = sharing.map(
    ({ condition, ...rule }, index) =>
      [
        `sharing/${rule.module}/rule-${index}.json`,
        { title: 'Rule', where: conditionDocument(condition), ...rule },
      ] as const,
  )
  const own = Object.entries(roles).map(([name, role]) => [`roles/${name}.json`, { title: name, ...role }] as const)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- role documents are JSON
  const documents = new Map<string, unknown>([...own, ...rules]) as Definition
  const { model } = resolve(documents)
  return { ...base, model: { ...base.model, roles: model.roles, sharing: model.sharing } }
}

const withParents = (ids: readonly string[]): readonly string[] =>
  ids.flatMap((id) => {
    const parent = teams.find((team) => team.id === id)?.parent
    return parent === undefined ? [id] : [id, ...withParents([parent])]
  })

const withChildren = (ids: readonly string[]): readonly string[] =>
  ids.flatMap((id) => [id, ...withChildren(teams.flatMap((team) => (team.parent === id ? [team.id] : [])))])

const callerIn = (snapshot: Snapshot, { user }: World, mutate?: Mutation['mutate']): Caller => {
  const above = new Set(withParents(user.teams))
  const roles = [...snapshot.model.roles.values()].filter(({ name }) => user.roles.includes(name))
  const principal = {
    ...noRights,
    id: user.id,
    name: 'Somebody',
    email: 'somebody@telar.example',
    timeZone: 'UTC',
    firstDayOfWeek: 1,
    roles: roles.map(({ id }) => ({ role: id, through: undefined })),
    teams: user.teams,
    teamsBelow: withChildren(user.teams),
    teamsAbove: teams.filter(({ id }) => above.has(id)).map(({ id, key }) => ({ id, key, name: key })),
    attributes: user.region === '' ? {} : { region: user.region },
  }
  const on = { model: snapshot.model, now: '2026-11-22T08:00:00.000Z' }
  const right = accessOf({ ...on, principal })
  const access =
    mutate === undefined ? right : mutate(right, accessOf({ ...on, principal: { ...principal, administrator: true } }))
  return callerOf(app.runtime.services, snapshot, { access, language: 'en', source: 'user' })
}

class Undo extends Error {}

/** Lays a world into the tables, looks at it, and takes it away again. */
const inWorld = async (
  one: World,
  look: (seen: ReadCase) => Promise<void>,
  mutate?: Mutation['mutate'],
): Promise<void> => {
  const snapshot = snapshotOf(one)
  await transaction(app.runtime.services.pool, async (database) => {
    await insertWorld(database, snapshot, one)
    await look({
      caller: { ...callerIn(snapshot, one, mutate), database },
      world: one,
      right: reference(one),
      rightIn: reference,
    })
    throw new Undo()
  }).catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error
  })
}

const readsRight = (mutate?: Mutation['mutate']) =>
  fc.asyncProperty(world, (one) =>
    inWorld(
      one,
      async (seen) => {
        const said: Record<string, Json> = {}
        const expected: Record<string, Json> = {}
        for (const path of readPaths) {
          said[path.name] = await path.said(seen)
          expected[path.name] = path.expected(seen)
        }
        expect(said).toEqual(expected)
      },
      mutate,
    ),
  )

const writesRight = (mutate?: Mutation['mutate']) =>
  fc.asyncProperty(world, attempts, (one, list) =>
    inWorld(
      one,
      async (seen) => {
        const said: Json[] = []
        const expected: Json[] = []
        for (const attempt of list) {
          const { code, written } = await tryIt(seen, attempt)
          const right = expectedCode(seen, attempt)
          said.push([attempt.kind, code, written])
          expected.push([attempt.kind, right, right === 'done' && changesSomething(seen, attempt)])
        }
        expect(said).toEqual(expected)
      },
      mutate,
    ),
  )

const patience = { timeout: 3_600_000 }

it('reads by every path what the reference says, in random worlds', patience, async () => {
  await fc.assert(readsRight(), { numRuns: worlds })
})

it('lets nobody write what the reference does not allow, and leaves nothing of what it refuses', patience, async () => {
  await fc.assert(writesRight(), { numRuns: worlds })
})

it.each(mutations)('notices at once when this is forgotten: $name', patience, async ({ of, mutate }) => {
  const how = { numRuns: 400, endOnFailure: true, seed: 20_261_122 }
  const { failed } = of === 'reads' ? await fc.check(readsRight(mutate), how) : await fc.check(writesRight(mutate), how)
  expect(failed).toBe(true)
})

it('names in the model and in OpenAPI nothing that is hidden', async () => {
  await fc.assert(
    fc.asyncProperty(world, async (one) => {
      const { access } = callerIn(snapshotOf(one), one)
      const right = reference(one)
      const documents: readonly Json[] = [
        JSON.parse(JSON.stringify(modelView(access, 'en'))),
        openApi({ access, language: 'en', version: 1, root: '/', sessionCookie: 'session' }),
      ]
      const fieldsOf = (module: ModuleName): readonly string[] => [...plainFields[module], ...linkFields[module]]
      // A word that stands for something visible may be said, whatever else it stands for.
      const isSaid = (word: string): boolean =>
        word === 'name' ||
        moduleNames.some(
          (module) =>
            module === word || (right.mayRead(module) && fieldsOf(module).includes(word) && right.knows(module, word)),
        )
      const hidden = moduleNames.flatMap(fieldsOf).filter((word) => !isSaid(word))
      expect(hidden.filter((word) => documents.some((document) => mentionsWord(document, word)))).toEqual([])
      await Promise.resolve()
    }),
    { numRuns: worlds },
  )
})
