import path from 'node:path'
import type { JsonObject } from '@telar/metadata'
import { createRuntime, type Runtime } from '@telar/runtime'
import { pino } from 'pino'
import { openChangeset, putDocuments } from '../../packages/runtime/src/changesets/changeset.ts'
import { publishChangeset } from '../../packages/runtime/src/changesets/publish.ts'
import { replaySeed } from '../../packages/runtime/src/seed/replay-seed.ts'
import { readDefinitionFolder } from '../../packages/runtime/src/templates/read-definition-folder.ts'
import { type Api, createApi } from './api.ts'
import { cloneDatabase } from './database.ts'

/** A whole server on a database of its own, without a port: requests go straight to its HTTP application. */
export interface TestApp {
  readonly runtime: Runtime
  readonly connectionString: string
  /** The workspace's API as the administrator; paths are relative to `/api/w/main` unless they begin with `/api`. */
  readonly api: Api
  /** Lays documents over the definition (null = removed) and publishes them; gives the new version. */
  readonly publish: (documents: Readonly<Record<string, JsonObject | null>>) => Promise<number>
  /** The workspace's API as somebody else, whose sign-in is made here: an administrator, or somebody without any right. */
  readonly person: (name: string, role?: 'admin' | 'user') => Promise<Api>
  /** The same for somebody who was made before, in a new session. */
  readonly signIn: (name: string) => Promise<Api>
  /** The workspace's API as nobody. */
  readonly anonymous: Api
  /** What the server logged as errors of its own: tests of refusals end with an empty list. */
  readonly failures: readonly string[]
  readonly stop: () => Promise<void>
}

export interface TestAppOptions {
  /** Documents by path, or the folder of a definition (from the root of the project). */
  readonly definition?: Readonly<Record<string, JsonObject>> | string
  /** Also plays the folder's sample data. */
  readonly withSampleData?: boolean
  readonly poolSize?: number
  readonly now?: () => Date
}

const administrator = { email: 'ada@telar.example', password: 'correct-horse-9' }
const root = path.resolve(import.meta.dirname, '../..')

/** `const app = await startTestApp({ definition: … })` in `beforeAll`, `await app.stop()` in `afterAll`. */
export const startTestApp = async (options: TestAppOptions = {}): Promise<TestApp> => {
  const database = await cloneDatabase()
  const failures: string[] = []
  const runtime = await createRuntime({
    config: testConfig,
    connectionString: database.connectionString,
    log: pino({ level: 'error' }, { write: (line: string) => failures.push(line) }),
    ...(options.poolSize === undefined ? {} : { poolSize: options.poolSize }),
    ...(options.now === undefined ? {} : { now: options.now }),
  })
  await define(runtime, options)
  const send = (address: string, init: RequestInit) => runtime.app.request(`http://127.0.0.1:4400${address}`, init)
  const signIn = (email: string) => createApi(send).signIn(email, administrator.password)
  return {
    runtime,
    connectionString: database.connectionString,
    api: await signIn(administrator.email),
    publish: (documents) => publish(runtime, documents),
    signIn: (name) => signIn(emailOf(name)),
    person: async (name, role = 'admin') => {
      const email = emailOf(name)
      await runtime.services.auth.users.create({ name, email, password: administrator.password }, role)
      return signIn(email)
    },
    anonymous: createApi(send),
    failures,
    stop: async () => {
      await runtime.stop()
      await database.drop()
    },
  }
}

const emailOf = (name: string): string => `${name.toLowerCase().replaceAll(/[^a-z]/g, '')}@telar.example`

const testConfig = {
  port: 4400,
  host: '127.0.0.1',
  database: { kind: 'embedded' },
  dataDir: '',
  template: '',
  workspace: 'main',
  role: 'all',
  administrator,
  secret: 'a-secret-of-the-tests-that-is-long-enough-8f1c2b',
  baseUrl: undefined,
  smtpUrl: undefined,
} as const

const define = async (runtime: Runtime, { definition = {}, withSampleData = false }: TestAppOptions): Promise<void> => {
  if (typeof definition !== 'string') {
    if (Object.keys(definition).length > 0) await publish(runtime, definition)
    return
  }
  const folder = path.resolve(root, definition)
  await publishTexts(runtime, (await readDefinitionFolder(folder)).texts)
  const snapshot = runtime.services.snapshots.current(runtime.workspace.slug)
  if (withSampleData && snapshot !== undefined) {
    await replaySeed(runtime.services, snapshot, { folder: path.join(folder, 'seed') })
  }
}

const publish = (runtime: Runtime, documents: Readonly<Record<string, JsonObject | null>>): Promise<number> =>
  publishTexts(
    runtime,
    new Map(
      Object.entries(documents).map(([file, document]) => [file, document === null ? null : JSON.stringify(document)]),
    ),
  )

const publishTexts = async (runtime: Runtime, texts: ReadonlyMap<string, string | null>): Promise<number> => {
  const { services, workspace } = runtime
  const place = { pool: services.pool, workspace, actor: null }
  const changeset = await openChangeset(place, services.newId(), 'test')
  await putDocuments(place, changeset.id, texts)
  const version = await publishChangeset(place, changeset.id, 'test').catch((error: unknown) => {
    throw error instanceof Error && 'issues' in error
      ? new Error(`${error.message} ${JSON.stringify(error.issues)}`, { cause: error })
      : error
  })
  await services.snapshots.refresh(workspace.slug)
  return version
}
