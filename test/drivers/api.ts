import { isList, isObject, type Json, type JsonObject } from '@telar/metadata'

/** The user's verbs on the API; every verb gives the answer whatever its status. */
export interface Api {
  readonly get: (address: string, options?: CallOptions) => Promise<Answer>
  readonly post: (address: string, body?: Json, options?: CallOptions) => Promise<Answer>
  readonly put: (address: string, body: Json, options?: CallOptions) => Promise<Answer>
  /** Without `version` it says `If-Match: *`. */
  readonly patch: (address: string, body: Json, options?: CallOptions) => Promise<Answer>
  readonly delete: (address: string, options?: CallOptions & { readonly body?: Json }) => Promise<Answer>
  readonly call: (method: string, address: string, options?: RawOptions) => Promise<Answer>
  /** The same for somebody who signs in. */
  readonly signIn: (email: string, password: string) => Promise<Api>
}

export interface CallOptions {
  readonly headers?: Readonly<Record<string, string>>
  /** What `If-Match` says. */
  readonly version?: number | string
  /** Query parameters; what is no text is written as JSON. */
  readonly query?: Readonly<Record<string, Json | undefined>>
}

interface RawOptions extends CallOptions {
  /** Sent as it is. */
  readonly text?: string
}

export interface Answer {
  readonly status: number
  readonly headers: Headers
  /** The JSON object of the answer; empty when there is none. */
  readonly body: JsonObject
  readonly text: string
  /** The value at a path of keys: `answer.at('records', 0, 'id')`; null when it is not there. */
  readonly at: (...keys: readonly (string | number)[]) => Json
  /** The same as text. */
  readonly string: (...keys: readonly (string | number)[]) => string
  /** The list at a path; empty when there is none. */
  readonly list: (...keys: readonly (string | number)[]) => readonly Json[]
  /** One member of every item of a list: `answer.each('records', 'name')`. */
  readonly each: (list: string, key: string) => readonly Json[]
  /** The answer itself if its status is one of these; throws what it says otherwise. */
  readonly expect: (...statuses: readonly number[]) => Answer
  /** `pointer code` of each issue. */
  readonly issues: readonly string[]
}

export type SendRequest = (address: string, init: RequestInit) => Promise<Response> | Response

export const createApi = (send: SendRequest, cookie?: string): Api => {
  const call: Api['call'] = async (method, address, options = {}) => {
    const { text } = options
    const response = await send(addressOf(address, options.query), {
      method,
      headers: headersOf(options, cookie),
      ...(text === undefined ? {} : { body: text }),
    })
    return answerOf(`${method} ${address}`, response)
  }
  const json = (body: Json | undefined) => (body === undefined ? {} : { text: JSON.stringify(body) })
  return {
    call,
    get: (address, options) => call('GET', address, options),
    post: (address, body, options) => call('POST', address, { ...json(body), ...options }),
    put: (address, body, options) => call('PUT', address, { ...json(body), ...options }),
    patch: (address, body, options) => call('PATCH', address, { version: '*', ...json(body), ...options }),
    delete: (address, { body, ...options } = {}) => call('DELETE', address, { ...json(body), ...options }),
    signIn: async (email, password) => {
      const answer = await call('POST', '/api/auth/sign-in/email', json({ email, password }))
      answer.expect(200)
      return createApi(send, sessionCookie(answer.headers))
    },
  }
}

const addressOf = (address: string, query: CallOptions['query'] = {}): string => {
  const parameters = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === 'string' ? value : JSON.stringify(value)]],
    ),
  ).toString()
  const full = address.startsWith('/api') || address === '/healthz' ? address : `/api/w/main${address}`
  return parameters === '' ? full : `${full}${full.includes('?') ? '&' : '?'}${parameters}`
}

const headersOf = ({ text, version, headers }: RawOptions, cookie: string | undefined): Record<string, string> => ({
  'x-telar': '1',
  origin: 'http://127.0.0.1:4400',
  ...(text === undefined ? {} : { 'content-type': 'application/json' }),
  ...(version === undefined ? {} : { 'if-match': typeof version === 'number' ? `"${version}"` : version }),
  ...(cookie === undefined ? {} : { cookie }),
  ...headers,
})

const sessionCookie = (headers: Headers): string =>
  headers
    .getSetCookie()
    .find((cookie) => cookie.includes('session_token'))
    ?.split(';')[0] ?? ''

const answerOf = async (call: string, response: Response): Promise<Answer> => {
  const text = await response.text()
  const value = parsed(text)
  const body = isObject(value) ? value : {}
  const at: Answer['at'] = (...keys) => keys.reduce<Json>(stepInto, value)
  const string: Answer['string'] = (...keys) => textOf(at(...keys))
  const list: Answer['list'] = (...keys) => {
    const found = at(...keys)
    return isList(found) ? found : []
  }
  const each: Answer['each'] = (name, key) => list(name).map((_, index) => at(name, index, key))
  const answer: Answer = {
    status: response.status,
    headers: response.headers,
    body,
    text,
    at,
    string,
    list,
    each,
    issues: list('issues').map(
      (_, index) => `${string('issues', index, 'pointer')} ${string('issues', index, 'code')}`,
    ),
    expect: (...statuses) => {
      if (statuses.includes(response.status)) return answer
      throw new Error(`${call} answered ${response.status}: ${text.slice(0, 2000)}`)
    },
  }
  return answer
}

const stepInto = (value: Json, key: string | number): Json => {
  if (isList(value)) return value[Number(key)] ?? null
  return isObject(value) ? (value[key] ?? null) : null
}

const textOf = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value))

const parsed = (text: string): Json => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
