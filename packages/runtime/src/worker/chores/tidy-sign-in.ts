import type { Chore } from '../chore.ts'

/** Forgets sessions, links and codes that have ended, and from where people signed in a year ago. */
export const tidySignIn: Chore = {
  name: 'tidy-sign-in',
  every: 24 * 60,
  run: ({ auth }) => auth.tidy(),
}
