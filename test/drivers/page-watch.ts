import type { Page } from 'playwright-core'

/** Listens to what a page complains about. */
export interface Watch {
  readonly page: Page
  readonly problems: () => readonly string[]
  /** Answers with this status are part of the test. */
  readonly allow: (...statuses: readonly number[]) => void
}

export const watchPage = (page: Page): Watch => {
  const problems: string[] = []
  const refused: { readonly status: number; readonly text: string }[] = []
  const allowed = new Set<number>()
  page.on('pageerror', (error) => problems.push(`thrown: ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    // Refusals are heard where they happen, with their status; a broken content policy is an error message.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      problems.push(`logged: ${message.text()}`)
  })
  page.on('response', (response) => {
    const status = response.status()
    if (status >= 400) refused.push({ status, text: `${status} ${response.request().method()} ${response.url()}` })
  })
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? ''
    // A page that is left lets go of what it was still loading.
    if (reason !== 'net::ERR_ABORTED') problems.push(`not loaded: ${request.url()} ${reason}`)
  })
  return {
    page,
    problems: () => [...problems, ...refused.filter(({ status }) => !allowed.has(status)).map(({ text }) => text)],
    allow: (...statuses) => statuses.forEach((status) => allowed.add(status)),
  }
}
