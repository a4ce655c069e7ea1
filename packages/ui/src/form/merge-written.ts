import { isList, isObject, sameJson, type Json } from '@telar/metadata'
import { writtenValue } from './written-value.ts'

/** Takes over what a rule computed, and keeps what it left alone as it was read: labels of links included. */
export const mergeWritten = (read: Json, written: Json): Json => {
  if (sameJson(writtenValue(read), written)) return read
  if (isList(read) && isList(written)) return written.map((item, index) => mergeWritten(read[index] ?? null, item))
  if (isObject(read) && isObject(written)) {
    return Object.fromEntries(
      Object.entries(written).map(([key, part]) => [key, mergeWritten(read[key] ?? null, part)]),
    )
  }
  return written
}
