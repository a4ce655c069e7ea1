import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildWeb } from '../../tools/build-web.mjs'
import { unpackBrowser } from './browser.ts'
import { makeSampleCompany } from './sample-company.ts'
import { type SignedIn, startTelar, type TelarServer } from './telar-server.ts'
import { runStatement, siblingOf, templateDatabase } from './template-database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The one server of the browser tests, with a small company in it. */
    readonly telar: {
      readonly address: string
      /** Folder of the sales template without its sample data. */
      readonly template: string
      readonly people: Readonly<Record<'ada' | 'nora', Pick<SignedIn, 'person' | 'cookies'>>>
    }
  }
}

const root = path.resolve(import.meta.dirname, '../..')

/** Once a run: the browser unpacked, the application built, a server with two people and a few records. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [, databaseUrl] = await Promise.all([prepareBrowser(), makeDatabase()])
  const template = emptyTemplate()
  const server = await startTelar({ databaseUrl, template })
  const stop = async (): Promise<void> => {
    await server.stop()
    fs.rmSync(template, { recursive: true, force: true })
  }
  try {
    const people = await welcome(server)
    project.provide('telar', { address: server.address, template, people })
    return stop
  } catch (error) {
    await stop()
    throw new Error(`the sample company could not be made; the server said:\n${server.output()}`, { cause: error })
  }
}

const welcome = async (server: TelarServer) => {
  const [ada, nora] = await Promise.all(
    ['Ada Campos', 'Nora Ibáñez'].map((name) =>
      server.person({ name, email: `${name.slice(0, 3).toLowerCase()}@telar.example`, password: 'correct-horse-9' }),
    ),
  )
  if (ada === undefined || nora === undefined) throw new Error('two people were asked for')
  await makeSampleCompany(ada.api)
  return {
    ada: { person: ada.person, cookies: ada.cookies },
    nora: { person: nora.person, cookies: nora.cookies },
  }
}

const prepareBrowser = async (): Promise<void> => {
  await unpackBrowser()
  await buildWeb()
}

const makeDatabase = async (): Promise<string> => {
  const admin = process.env['TEST_DATABASE_URL'] ?? ''
  const name = `browser_${randomBytes(6).toString('hex')}`
  await runStatement(admin, `create database ${name} template ${templateDatabase}`)
  return siblingOf(admin, name)
}

/** A year of records would take a minute to play. */
const emptyTemplate = (): string => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'telar-template-'))
  fs.cpSync(path.join(root, 'templates/sales'), folder, {
    recursive: true,
    filter: (source) => path.basename(source) !== 'seed',
  })
  return folder
}
