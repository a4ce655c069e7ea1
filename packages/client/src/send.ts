import type { Json } from '@telar/metadata'
import { errorOf, networkError } from './problem.ts'

export interface SendOptions {
  readonly baseUrl: string
  readonly fetch: typeof globalThis.fetch
  readonly language: () => string | undefined
  readonly apiKey: string | undefined
}

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: string
  readonly query?: Readonly<Record<string, string | undefined>>
  readonly body?: Json
  readonly form?: FormData
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal | undefined
}

/** Sends one call and gives the answer's JSON (null when it has none); throws `TelarError`. */
export type Send = (call: Call) => Promise<unknown>

export const createSend =
  (options: SendOptions): Send =>
  async (call) => {
    const response = await reach(options, call)
    if (!response.ok) throw await errorOf(response)
    const text = await response.text()
    return text === '' ? null : (JSON.parse(text) as unknown)
  }

/** The raw answer, for streams. */
export const reach = async (options: SendOptions, call: Call): Promise<Response> => {
  try {
    return await options.fetch(urlOf(options.baseUrl, call), {
      method: call.method ?? 'GET',
      headers: headersOf(options, call),
      credentials: 'same-origin',
      ...bodyOf(call),
      ...(call.signal === undefined ? {} : { signal: call.signal }),
    })
  } catch (error) {
    if (call.signal?.aborted === true) throw error
    throw networkError(error)
  }
}

const bodyOf = ({ body, form }: Call): { readonly body?: string | FormData } => {
  if (form !== undefined) return { body: form }
  return body === undefined ? {} : { body: JSON.stringify(body) }
}

const urlOf = (baseUrl: string, call: Call): string => {
  const wanted = Object.entries(call.query ?? {}).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))
  const query = new URLSearchParams(wanted).toString()
  return `${baseUrl}${call.path}${query === '' ? '' : `?${query}`}`
}

/** The server takes `x-telar` as the sign that a page of its own origin asks: a foreign form cannot send it. */
const headersOf = (options: SendOptions, call: Call): Record<string, string> => {
  const language = options.language()
  const isWrite = (call.method ?? 'GET') !== 'GET'
  return {
    accept: 'application/json',
    ...(language === undefined ? {} : { 'accept-language': language }),
    ...(options.apiKey === undefined ? {} : { authorization: `Bearer ${options.apiKey}` }),
    ...(isWrite ? { 'x-telar': '1' } : {}),
    ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...call.headers,
  }
}
