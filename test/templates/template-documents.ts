import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export type JsonObject = { readonly [key: string]: Json }

export interface TemplateDocument {
  readonly path: string
  readonly text: string
  readonly json: JsonObject
}

export const templateFolder = (name: string): string =>
  fileURLToPath(new URL(`../../templates/${name}/`, import.meta.url))

/** Every definition document of a template, by its path; sample data is not part of the definition. */
export const readTemplate = (name: string): ReadonlyMap<string, TemplateDocument> => {
  const folder = templateFolder(name)
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.json') && !path.startsWith('seed/'))
  return new Map(paths.toSorted().map((path) => [path, readDocument(folder, path)]))
}

const readDocument = (folder: string, path: string): TemplateDocument => {
  const text = readFileSync(`${folder}${path}`, 'utf8')
  return { path, text, json: object(JSON.parse(text)) }
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const object = (value: unknown): JsonObject => (isObject(value) ? value : {})

export const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value : [])

export const objects = (value: unknown): readonly JsonObject[] => list(value).filter(isObject)

export const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Every object inside a JSON value, itself included, with its JSON Pointer. */
export const objectsWithin = (
  value: Json,
  pointer = '',
): readonly { readonly pointer: string; readonly value: JsonObject }[] => [
  ...(isObject(value) ? [{ pointer, value }] : []),
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, child]) => objectsWithin(child, `${pointer}/${key}`))
    : []),
]
