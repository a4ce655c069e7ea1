import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { webApplication } from './web-application.ts'

const folders: string[] = []

const build = (files: Readonly<Record<string, string>>): string => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'telar-web-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    fs.writeFileSync(path.join(folder, name), text)
  }
  return folder
}

afterEach(() => {
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true, force: true })
})

test('a hashed file is kept for ever, the page never', async () => {
  const app = webApplication(build({ 'index.html': '<p>one</p>', 'assets/a1.js': 'go()' }))
  const file = await app.request('/assets/a1.js')
  expect([file.status, file.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable'])
  for (const address of ['/', '/account', '/account/1?view=all']) {
    const page = await app.request(address)
    expect([page.status, page.headers.get('cache-control'), await page.text()]).toEqual([200, 'no-cache', '<p>one</p>'])
  }
})

test('a file that is not in the build is not found', async () => {
  const app = webApplication(build({ 'index.html': '<p>one</p>', 'assets/a1.js': 'go()' }))
  for (const address of ['/assets/b2.js', '/assets/', '/assets/%2e%2e%2f%2e%2e%2fpackage.json', '/assets/%00'])
    expect((await app.request(address)).status, address).toBe(404)
  const missing = await app.request('/assets/b2.js')
  expect(missing.headers.get('content-type')).not.toContain('html')
  expect(missing.headers.get('cache-control')).toBe(null)
})

test('a new build is seen without a restart', async () => {
  const folder = build({ 'index.html': '<p>one</p>' })
  const app = webApplication(folder)
  expect(await (await app.request('/')).text()).toBe('<p>one</p>')
  const page = path.join(folder, 'index.html')
  fs.rmSync(page)
  expect(await (await app.request('/')).text()).toBe('<p>one</p>')
  fs.writeFileSync(page, '<p>two</p>')
  fs.utimesSync(page, new Date(), new Date(Date.now() + 5000))
  expect(await (await app.request('/')).text()).toBe('<p>two</p>')
})

test('without a build it says what to do', async () => {
  const answer = await webApplication(build({})).request('/')
  expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('npm start')])
})
