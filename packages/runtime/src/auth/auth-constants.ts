/** The schema of PostgreSQL that holds what belongs to no workspace. */
export const systemSchema = 'telar'

export const cookiePrefix = 'telar'

/** What every API key begins with, so that one is recognised wherever it turns up. */
export const apiKeyPrefix = 'telar_'

/** Carries the caller's address from our mount to better-auth; never taken from outside. */
export const clientHeader = 'x-telar-client'

export const passwordLength = { min: 10, max: 128 } as const

/** The name of the cookie that carries the session; browsers hold `__Secure-` to https. */
export const sessionCookieName = (baseUrl: string): string =>
  `${baseUrl.startsWith('https:') ? '__Secure-' : ''}${cookiePrefix}.session_token`

export const keyNameLength = 100

/** How long an API key may live; one without an end is allowed. */
export const keyDays = { min: 1, max: 1826 } as const

/** What accounts of the identity provider are called. */
export const oidcId = 'oidc'
