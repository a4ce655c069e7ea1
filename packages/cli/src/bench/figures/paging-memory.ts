import { isObject, type JsonObject, listAt, stringAt } from '@telar/metadata'
import { median } from '../median.ts'
import type { Bench } from '../open-bench.ts'
import { memoryOf } from '../process-usage.ts'
import type { Figure } from './figure.ts'

/** The server must hold a page, never the list. */
export const pagingMemory: Figure = {
  name: 'pagingMemory',
  title: {
    en: 'Memory gained while all records are paged',
    es: 'Memoria que crece al recorrer todos los registros',
  },
  unit: 'MB',
  target: 20,
  measure: async (bench) => {
    // The first times through, what reading needs at all comes in, and the heap takes the size that suits it.
    for (let time = 0; time < warmUps; time += 1) await memoryWhilePaging(bench)
    const memory = await memoryWhilePaging(bench)
    const part = Math.ceil(memory.length / 4)
    return memory.length === 0 ? undefined : median(memory.slice(-part)) - median(memory.slice(0, part))
  },
}

const warmUps = 2

const memoryWhilePaging = async (bench: Bench): Promise<readonly number[]> => {
  const memory: number[] = []
  for await (const _page of pages(bench)) {
    const now = memoryOf(bench.ours.pid)
    if (now !== undefined) memory.push(now)
  }
  return memory
}

/** Every record once, as a caller reads them who wants them all. */
export const pages = async function* ({ ours }: Pick<Bench, 'ours'>): AsyncGenerator<readonly JsonObject[]> {
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const page: JsonObject = await ours.call('GET', `/records/deal?limit=500&cursor=${encodeURIComponent(cursor)}`)
    yield (listAt(page, 'records') ?? []).filter(isObject)
    cursor = stringAt(page, 'next')
  }
}
