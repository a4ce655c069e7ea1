import path from 'node:path'
import type { Language } from '@telar/metadata'
import { loadConfig, openRuntime, parseEnvironment, readLocalDoor, type LocalDoor, type Runtime } from '@telar/runtime'
import type { CommandCall } from '../command.ts'
import { say } from '../texts.ts'
import { createDoor, type Door } from './door.ts'
import { NoAnswer } from './refusal.ts'

type Caller = Pick<CommandCall, 'env' | 'language'>

/** The running server of the data directory if there is one; otherwise database and runtime, opened here without HTTP. */
const openDoor = async (caller: Caller): Promise<Door> => (await runningDoor(caller)) ?? openOwn(caller)

/** Runs work that may need a door, opened when it is asked for and closed whatever comes. */
export const withDoor = async <Result>(
  caller: Caller,
  work: (door: () => Promise<Door>) => Promise<Result>,
): Promise<Result> => {
  let opened: Promise<Door> | undefined
  try {
    return await work(() => (opened ??= openDoor(caller)))
  } finally {
    await opened?.then(
      (door) => door.close(),
      () => undefined,
    )
  }
}

/** Runs work at a door. */
export const atDoor = <Result>(caller: Caller, work: (door: Door) => Promise<Result>): Promise<Result> =>
  withDoor(caller, async (door) => work(await door()))

/** The door of a server that runs on this machine; undefined when none answers. */
export const runningDoor = async ({ env, language }: Caller): Promise<Door | undefined> => {
  const { dataDir, workspace } = parseEnvironment(env)
  const found = readLocalDoor(dataDir)
  if (found === undefined) return undefined
  const state = await stateOf(found)
  if (state === 'silent') return undefined
  if (state === 'strange')
    throw new NoAnswer(
      say(language, 'serverStrange', { address: found.address, file: path.join(dataDir, 'server.json') }),
    )
  return createDoor({
    ...found,
    workspace,
    language,
    fetch: (address, init) =>
      fetch(address, init).catch((error: unknown) => {
        throw new NoAnswer(say(language, 'serverSilent', { address: found.address, reason: reasonOf(error) }), {
          cause: error,
        })
      }),
    close: () => Promise.resolve(),
  })
}

/** A server that was killed leaves its door behind, and another program may have its port by now. */
const stateOf = async ({ address, token }: LocalDoor): Promise<'open' | 'strange' | 'silent'> => {
  try {
    const answer = await fetch(`${address}/api/local`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(10_000),
    })
    await answer.arrayBuffer()
    return answer.ok ? 'open' : 'strange'
  } catch {
    return 'silent'
  }
}

const reasonOf = (error: unknown): string => {
  const cause = error instanceof Error ? (error.cause ?? error) : error
  return cause instanceof Error ? cause.message : String(cause)
}

const openOwn = async ({ env, language }: Caller): Promise<Door> => {
  const { runtime, close } = await openRuntime({ config: loadConfig(env), language, say: () => undefined })
  return doorOf(runtime, { language, close })
}

/** The door of a runtime in this process: the same HTTP interface, without a connection. */
export const doorOf = (
  runtime: Runtime,
  { language, close }: { readonly language: Language; readonly close: () => Promise<void> },
): Door => {
  const { config, local } = runtime.services
  return createDoor({
    address: `http://127.0.0.1:${config.port}`,
    workspace: runtime.workspace.slug,
    token: local.token,
    language,
    fetch: async (address, init) =>
      runtime.app.fetch(new Request(address, init), { incoming: { socket: { remoteAddress: '127.0.0.1' } } }),
    close,
  })
}
