import { setTimeout as sleep } from 'node:timers/promises'
import { objectAt } from '@telar/metadata'
import type { Bench } from '../open-bench.ts'
import { memoryOf } from '../process-usage.ts'
import { startOurs } from '../servers/our-server.ts'

export interface Occupied {
  readonly name: string
  readonly template: string
}

/** Memory of a server that has a definition, has been used a little, and has nothing to do. */
export const idleMemory = async ({ folder, database }: Bench, { name, template }: Occupied) => {
  const options = { dataDir: folder.at(name), template, databaseUrl: await database.another() }
  // The first start publishes the definition and makes its sample data; every other one is like the second.
  await (await startOurs(options)).stop()
  const server = await startOurs(options)
  try {
    const modules = Object.keys(objectAt(await server.call('GET', '/model'), 'modules') ?? {})
    if (modules.length === 0) throw new Error(`the server with ${name} has no modules`)
    for (const module of modules) await server.call('GET', `/records/${module}`)
    await sleep(2000)
    return memoryOf(server.pid)
  } finally {
    await server.stop()
  }
}
