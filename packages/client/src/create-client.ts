import type { Json } from '@telar/metadata'
import { createAuth, type Auth } from './auth.ts'
import { listOf, objectOf, textOf } from './parse.ts'
import { createSend, type SendOptions } from './send.ts'
import { createWorkspaceClient, type WorkspaceClient } from './workspace-client.ts'

export interface ClientOptions {
  /** Address of the server; empty in a page that the server itself serves. */
  readonly baseUrl?: string
  readonly fetch?: typeof globalThis.fetch
  /** Asked on each call; labels and messages come in this language. */
  readonly language?: () => string | undefined
  /** For scripts; a browser uses its session. */
  readonly apiKey?: string
}

export interface WorkspaceSummary {
  readonly slug: string
  readonly title: string
}

export interface Client {
  readonly auth: Auth
  readonly workspaces: () => Promise<readonly WorkspaceSummary[]>
  readonly workspace: (slug: string) => WorkspaceClient
}

/**
 * The typed way to a Telar server.
 * @example
 * const client = createClient({ baseUrl: 'https://crm.example', apiKey })
 * const { records } = await client.workspace('main').records('account').list({ sort: ['name'], limit: 50 })
 */
export const createClient = (options: ClientOptions = {}): Client => {
  const sending: SendOptions = {
    baseUrl: (options.baseUrl ?? '').replace(/\/+$/, ''),
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    language: options.language ?? (() => undefined),
    apiKey: options.apiKey,
  }
  const send = createSend(sending)
  return {
    auth: createAuth(send),
    workspaces: async () => workspacesOf(await send({ path: '/api/workspaces' })),
    workspace: (slug) => createWorkspaceClient(send, sending, slug),
  }
}

const workspacesOf = (answer: unknown): readonly WorkspaceSummary[] => {
  const list = Array.isArray(answer) ? answer : listOf(objectOf(answer)['workspaces'])
  return list.map((value: Json) => ({ slug: textOf(objectOf(value)['slug']), title: textOf(objectOf(value)['title']) }))
}
