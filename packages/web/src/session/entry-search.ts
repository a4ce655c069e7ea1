type Search = Readonly<Record<string, unknown>>

/** Where to go after the sign-in, and why it did not succeed elsewhere. */
export const signInSearch = ({ to, problem }: Search): { to?: string; problem?: string } => ({
  ...(typeof to === 'string' ? { to } : {}),
  ...(typeof problem === 'string' ? { problem } : {}),
})

/** The secret of a link; one that consists of digits was read as a number. */
export const linkSearch = ({ token }: Search): { token?: string } =>
  typeof token === 'string' || typeof token === 'number' ? { token: String(token) } : {}
