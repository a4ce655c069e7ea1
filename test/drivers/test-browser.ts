import fs from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest'
import type { Api } from './api.ts'
import type {} from './browser-setup.ts'
import { launchBrowser } from './browser.ts'
import { watchPage, type Watch } from './page-watch.ts'
import { apiAt } from './telar-server.ts'
import { createUser, type User } from './user.ts'

/** Who sits in front of which screen. */
export interface Seat {
  readonly who?: 'ada' | 'nora' | 'nobody'
  readonly language?: 'en' | 'es'
  readonly theme?: 'light' | 'dark'
  readonly device?: 'desktop' | 'phone'
  /** Another server than the one of the run. */
  readonly address?: string
  /** Shares nothing with other tests: what is chosen here would stay. */
  readonly isFresh?: boolean
}

/** The browser of one test file. */
export interface TestBrowser {
  /** A new page for somebody who is already signed in; it is closed after the test. */
  readonly user: (seat?: Seat) => Promise<User>
  /** The same person by way of the API: what "somebody else" does meanwhile. */
  readonly api: (who: 'ada' | 'nora') => Api
  /** The sales template without its sample data. */
  readonly template: string
}

const screens = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
} as const

const locales = { en: 'en-GB', es: 'es-ES' } as const

/** Where a picture of each page goes when its test fails. */
const pictures = path.resolve(import.meta.dirname, '../../node_modules/.cache/telar-browser')

/**
 * Once at the top of a test file. A test fails when one of its pages throws, logs an error, breaks the content policy or
 * gets a refusal that the test did not expect.
 */
export const openTestBrowser = (): TestBrowser => {
  const telar = inject('telar')
  const contexts = new Map<string, BrowserContext>()
  const watches: Watch[] = []
  let browser: Browser | undefined

  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
  })
  afterEach(async ({ task }) => {
    const open = watches.splice(0)
    if (task.result?.state === 'fail')
      await keepPictures(
        task.name,
        open.map(({ page }) => page),
      )
    const problems = open.flatMap((watch) => watch.problems())
    await Promise.all(open.map(({ page }) => page.close()))
    expect(problems, 'what the pages complained about').toEqual([])
  })

  const contextFor = async (seat: Seat): Promise<BrowserContext> => {
    const { who = 'ada', language = 'en', theme = 'light', device = 'desktop', address = telar.address } = seat
    const key = JSON.stringify({ who, language, theme, device, address })
    const known = seat.isFresh === true ? undefined : contexts.get(key)
    if (known !== undefined) return known
    if (browser === undefined) throw new Error('there is no browser before the first test')
    const context = await browser.newContext({
      ...screens[device],
      locale: locales[language],
      colorScheme: theme,
      timezoneId: 'Europe/Madrid',
      reducedMotion: 'reduce',
      baseURL: address,
    })
    context.setDefaultTimeout(30_000)
    const cookies = who === 'nobody' ? [] : telar.people[who].cookies
    await context.addCookies(cookies.map(([name, value]) => ({ name, value, url: address })))
    if (seat.isFresh !== true) contexts.set(key, context)
    return context
  }

  return {
    template: telar.template,
    api: (who) => apiAt(telar.address, telar.people[who].cookies),
    user: async (seat = {}) => {
      const context = await contextFor(seat)
      const page = await context.newPage()
      const watch = watchPage(page)
      watches.push(watch)
      return createUser(page, { language: seat.language ?? 'en', mayBeRefused: watch.allow })
    },
  }
}

const keepPictures = async (test: string, pages: readonly Page[]): Promise<void> => {
  fs.mkdirSync(pictures, { recursive: true })
  const name = test.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)
  await Promise.all(
    pages.map((page, index) =>
      page.screenshot({ path: path.join(pictures, `${name}-${String(index + 1)}.png`) }).catch(() => undefined),
    ),
  )
}
