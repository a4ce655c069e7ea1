import { isObject, type Json, type JsonObject } from '@telar/metadata'

/** Reads untrusted JSON at the door; a missing or odd part becomes its empty form. */
export const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {})

export const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value : [])

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

export const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)

export const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0)
