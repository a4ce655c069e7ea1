import { unpackBrowser } from './browser.ts'

/** Unpacked once, before the first test that needs it. */
export async function setup(): Promise<void> {
  await unpackBrowser()
}
