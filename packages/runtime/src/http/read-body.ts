import { isObject, type Json, type JsonObject } from '@telar/metadata'
import type { Context } from 'hono'
import { TelarError } from '../errors.ts'

/** Bytes of a JSON body (contract.md). */
export const bodyLimit = 10 * 1024 * 1024

/** Nested levels of a JSON body (contract.md). */
const depthLimit = 64

/** The request's JSON object, refused before parsing when it is too large or too deep. */
export const readObject = async (context: Context): Promise<JsonObject> => {
  const value = await readJson(context)
  if (!isObject(value)) throw new TelarError('BAD_JSON', { params: { reason: 'an object is expected' } })
  return value
}

/** The text of a JSON body, not yet parsed. */
export const readText = async (context: Context): Promise<string> => {
  const type = context.req.header('content-type')
  if (type !== undefined && !/^application\/([a-z.+-]+\+)?json\b/i.test(type)) throw new TelarError('UNSUPPORTED_MEDIA')
  const text = await context.req.text()
  if (isTooDeep(text)) throw new TelarError('TOO_DEEP', { params: { limit: depthLimit } })
  return text
}

const readJson = async (context: Context): Promise<Json> => {
  const text = await readText(context)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new TelarError('BAD_JSON', { params: { reason: cause instanceof Error ? cause.message.slice(0, 200) : '' }, cause })
  }
}

/** Counts brackets outside strings; a text that nests deeper would cost the parser and everything behind it. */
export const isTooDeep = (text: string, limit: number = depthLimit): boolean => {
  let depth = 0
  let inString = false
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (inString) {
      if (code === backslash) index += 1
      else if (code === quote) inString = false
    } else if (code === quote) inString = true
    else if (code === openBrace || code === openBracket) {
      depth += 1
      if (depth > limit) return true
    } else if (code === closeBrace || code === closeBracket) depth -= 1
  }
  return false
}

const quote = 34
const backslash = 92
const openBracket = 91
const closeBracket = 93
const openBrace = 123
const closeBrace = 125
