import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { isObject, type JsonObject, numberAt, objectAt, stringAt } from '@telar/metadata'

/** One operation of sample data; days are relative to the installation. */
export interface SeedStep {
  readonly op: 'create' | 'update' | 'link'
  readonly module: string
  readonly ref: string
  readonly day: number
  readonly time: string
  readonly by: string
  readonly data: JsonObject
  readonly link: string
  readonly to: string
  readonly attributes: JsonObject
}

/** The steps of a seed folder, file by file in the order of their names. */
export const readSeedSteps = async (folder: string): Promise<readonly SeedStep[]> => {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.jsonl')).toSorted()
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')))
  return texts
    .flatMap((text) => text.split('\n'))
    .flatMap((line) => (line.trim() === '' ? [] : [stepFrom(JSON.parse(line))]))
}

const stepFrom = (value: unknown): SeedStep => {
  const step = isObject(value) ? value : {}
  const op = stringAt(step, 'op')
  const text = (key: string, otherwise = ''): string => stringAt(step, key) ?? otherwise
  const object = (key: string): JsonObject => objectAt(step, key) ?? {}
  return {
    op: op === 'update' || op === 'link' ? op : 'create',
    module: text('module'),
    ref: text('ref'),
    day: numberAt(step, 'day') ?? 0,
    time: text('time', '09:00'),
    by: text('by'),
    data: object('data'),
    link: text('link'),
    to: stringAt(object('to'), 'ref') ?? '',
    attributes: object('attributes'),
  }
}
