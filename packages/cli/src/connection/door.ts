import { isObject, type Json, type JsonObject, type Language, listAt, stringAt } from '@telar/metadata'
import { Refusal, type RefusedPart } from './refusal.ts'

/** The way to a server's operations, whether it runs already or was opened for this command. */
export interface Door {
  /** Where people open it. */
  readonly address: string
  readonly workspace: string
  /** Sends a call and gives the JSON of its answer; paths that do not begin with `/api` are the workspace's. Throws `Refusal`. */
  readonly call: (method: string, path: string, body?: Json) => Promise<JsonObject>
  readonly close: () => Promise<void>
}

export interface DoorOptions {
  readonly address: string
  readonly workspace: string
  readonly token: string
  readonly language: Language
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>
  readonly close: () => Promise<void>
}

export const createDoor = ({ address, workspace, token, language, fetch, close }: DoorOptions): Door => ({
  address,
  workspace,
  close,
  call: async (method, path, body) => {
    const full = path.startsWith('/api') ? path : `/api/w/${workspace}${path}`
    const response = await fetch(`${address}${full}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'accept-language': language,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const answer = answerIn(await response.text())
    if (!response.ok) throw refusalOf(response.status, answer)
    return answer
  },
})

const answerIn = (text: string): JsonObject => {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : {}
  } catch {
    return {}
  }
}

const refusalOf = (status: number, problem: JsonObject): Refusal =>
  new Refusal(status, stringAt(problem, 'code') ?? `HTTP_${status}`, {
    message: stringAt(problem, 'detail') ?? `HTTP ${status}`,
    issues: refusedParts(problem, 'issues'),
  })

/** Issues as the server tells them, at a key of its answer. */
export const refusedParts = (answer: JsonObject, key: string): readonly RefusedPart[] =>
  (listAt(answer, key) ?? []).filter(isObject).map((issue) => {
    const file = stringAt(issue, 'file')
    return {
      pointer: stringAt(issue, 'pointer') ?? '',
      code: stringAt(issue, 'code') ?? '',
      severity: stringAt(issue, 'severity') ?? 'error',
      message: stringAt(issue, 'message') ?? '',
      ...(file === undefined ? {} : { file }),
    }
  })
