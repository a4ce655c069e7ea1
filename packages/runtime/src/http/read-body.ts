import { isObject, type Json, type JsonObject } from '@telar/metadata'
import type { Context } from 'hono'
import { TelarError } from '../errors.ts'

/** Bytes of a JSON body (contract.md). */
export const bodyLimit = 10 * 1024 * 1024

/** Nested levels of a JSON body (contract.md). */
const depthLimit = 64

/** Values and names of a JSON body together; each costs some microseconds until it is stored. */
const valueLimit = 200_000

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
  const { isTooDeep: isDeep, values } = shapeOf(text, depthLimit)
  if (isDeep) throw new TelarError('TOO_DEEP', { params: { limit: depthLimit } })
  if (values > valueLimit) throw new TelarError('TOO_MANY_VALUES', { params: { limit: valueLimit } })
  return text
}

const readJson = async (context: Context): Promise<Json> => {
  const text = await readText(context)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new TelarError('BAD_JSON', {
      params: { reason: cause instanceof Error ? cause.message.slice(0, 200) : '' },
      cause,
    })
  }
}

/** Whether a text nests deeper than this; such a one would cost the parser and everything behind it. */
export const isTooDeep = (text: string, limit: number = depthLimit): boolean => shapeOf(text, limit).isTooDeep

/** Measured before parsing, from what stands outside strings: how deep it nests, and about how many values and names it has. */
const shapeOf = (text: string, limit: number): { readonly isTooDeep: boolean; readonly values: number } => {
  let depth = 0
  let values = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === quote) index = endOfString(text, index)
    else if (code === openBrace || code === openBracket) {
      depth += 1
      if (depth > limit) return { isTooDeep: true, values }
    } else if (code === closeBrace || code === closeBracket) depth -= 1
    else if (code === comma || code === colon) values += 1
  }
  return { isTooDeep: false, values }
}

/** The place of the quotation mark that ends the string which begins here. */
const endOfString = (text: string, start: number): number => {
  for (let index = start + 1; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code === backslash) index += 1
    else if (code === quote) return index
  }
  return text.length
}

const comma = 44
const colon = 58
const quote = 34
const backslash = 92
const openBracket = 91
const closeBracket = 93
const openBrace = 123
const closeBrace = 125
