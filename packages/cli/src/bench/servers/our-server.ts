import path from 'node:path'
import type { Json, JsonObject } from '@telar/metadata'
import { isObject } from '@telar/metadata'
import { type ChildServer, startChild } from './child-server.ts'

/** Telar, started as `telar start` starts it, and its API as a signed-in person. */
export interface OurServer extends ChildServer {
  /** Headers of a signed-in browser. */
  readonly headers: Readonly<Record<string, string>>
  readonly call: (method: string, address: string, body?: Json) => Promise<JsonObject>
  /** Headers of somebody else's signed-in browser, who has the same password. */
  readonly headersOf: (email: string) => Promise<OurServer['headers']>
}

export interface OurOptions {
  readonly dataDir: string
  readonly template: string
  /** Unset: the embedded database of the data directory. */
  readonly databaseUrl?: string
}

export const administrator = { email: 'bench@telar.example', password: 'seven-looms-beside-the-river' }

const main = path.resolve(import.meta.dirname, '../../main.ts')

export const startOurs = async ({ dataDir, template, databaseUrl }: OurOptions): Promise<OurServer> => {
  const child = await startChild({
    args: [main, 'start', '--json'],
    env: {
      PORT: '0',
      TELAR_DATA_DIR: dataDir,
      TELAR_TEMPLATE: template,
      TELAR_ADMIN_EMAIL: administrator.email,
      TELAR_ADMIN_PASSWORD: administrator.password,
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    },
  })
  const origin = `http://127.0.0.1:${child.port}`
  try {
    const headersOf = async (email: string) => ({ cookie: await signIn(origin, email), origin })
    const headers = await headersOf(administrator.email)
    return { ...child, headers, headersOf, call: caller(origin, headers) }
  } catch (error) {
    await child.stop()
    throw error
  }
}

const signIn = async (origin: string, email: string): Promise<string> => {
  const answer = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ ...administrator, email }),
  })
  if (!answer.ok) throw new Error(`the bench could not sign in: ${await answer.text()}`)
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

const caller =
  (origin: string, headers: Readonly<Record<string, string>>): OurServer['call'] =>
  async (method, address, body) => {
    const answer = await fetch(`${origin}/api/w/main${address}`, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${address} answered ${answer.status}: ${text.slice(0, 1000)}`)
    const value: unknown = text === '' ? {} : JSON.parse(text)
    return isObject(value) ? value : {}
  }
