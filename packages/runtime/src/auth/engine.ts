import { betterAuth } from 'better-auth'
import { authOptions, type OptionsSources } from './auth-options.ts'

/** better-auth with our options: its handler for HTTP and its functions for calls of our own. */
export const createEngine = (sources: OptionsSources) => betterAuth(authOptions(sources))

export type Engine = ReturnType<typeof createEngine>

/** Loading better-auth takes a third of a second: only who signs somebody in waits for it. */
export type LazyEngine = () => Promise<Engine>
