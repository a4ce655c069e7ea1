import { cookieOf } from './credentials.ts'
import type { Engine, LazyEngine } from './engine.ts'
import { refusalCode } from './refusal-code.ts'

/** A session as better-auth knows it, with its person. */
export type CurrentSession = NonNullable<Awaited<ReturnType<Engine['api']['getSession']>>>

interface SessionSource {
  readonly engine: LazyEngine
  readonly cookieName: string
  readonly ping: () => Promise<void>
}

/** The session that a cookie proves; undefined for a false or old one, thrown when it cannot be known. */
export const sessionOfCookie = async (source: SessionSource, cookie: string): Promise<CurrentSession | undefined> => {
  const { api } = await source.engine()
  try {
    // Only this cookie is handed on, so that what is remembered depends on nothing else of the request.
    const session = await api.getSession({
      headers: new Headers({ cookie: `${source.cookieName}=${cookie}` }),
      // The longer life of a used session is given by GET /api/auth/get-session, which can send the cookie.
      query: { disableRefresh: true },
    })
    return session ?? undefined
  } catch (error) {
    if (refusalCode(error) !== undefined) await source.ping()
    throw error
  }
}

export const currentSession = async (source: SessionSource, headers: Headers): Promise<CurrentSession | undefined> => {
  const cookie = cookieOf(headers, source.cookieName)
  return cookie === undefined ? undefined : sessionOfCookie(source, cookie)
}
