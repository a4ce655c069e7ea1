import type { Locator, Page } from 'playwright-core'
import { en, type Texts } from '../../packages/ui/src/i18n/en/index.ts'
import { es } from '../../packages/ui/src/i18n/es/index.ts'
import { fillIn, type FormValues } from './fill-in.ts'

/** Somebody in front of the application, and what they do there. */
export interface User {
  readonly page: Page
  /** The application's own words in this person's language. */
  readonly t: Texts
  /** Goes to an address of the application. */
  readonly visits: (address: string) => Promise<void>
  /** Chooses a module in the navigation, by what it is called there. */
  readonly opens: (module: string) => Promise<void>
  /** The row of the list in which a cell says this. */
  readonly row: (text: string) => Locator
  /** The cell of a row below a heading. */
  readonly cell: (row: string, column: string) => Promise<Locator>
  /** Opens a record of the list in the panel beside it. */
  readonly opensRecord: (name: string) => Promise<Locator>
  /** The panel beside the list. */
  readonly panel: Locator
  /** The dialog in front, or the one with this title. */
  readonly dialog: (title?: string | RegExp) => Locator
  /** Writes into the fields with these labels. */
  readonly fillsIn: (where: Locator, values: FormValues) => Promise<void>
  /** Presses New, fills the form in and creates the record. */
  readonly creates: (values: FormValues) => Promise<void>
  /** Changes one value where it stands, in a panel or on a page. */
  readonly changes: (where: Locator, field: string, value: string) => Promise<void>
  /** Where a record says what a field holds. */
  readonly value: (where: Locator, field: string) => Locator
  /** A short word about what just happened. */
  readonly toast: (text: string | RegExp) => Locator
  /** Opens the palette and writes into it. */
  readonly asksFor: (text: string) => Promise<Locator>
  /** Waits until the browser's address fits. */
  readonly isAt: (address: RegExp) => Promise<void>
  /** Refusals of the server with this status are expected in this test. */
  readonly mayBeRefused: (...statuses: readonly number[]) => void
}

interface UserOptions {
  readonly language: 'en' | 'es'
  readonly mayBeRefused: User['mayBeRefused']
}

export const createUser = (page: Page, { language, mayBeRefused }: UserOptions): User => {
  const t: Texts = language === 'es' ? es : en
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const row: User['row'] = (text) =>
    page.getByRole('row').filter({ has: page.getByRole('gridcell', { name: text, exact: true }) })
  const panel = page.getByRole('complementary')
  const dialog: User['dialog'] = (title) =>
    title === undefined ? page.getByRole('dialog').last() : page.getByRole('dialog', { name: title })
  const toast: User['toast'] = (text) => page.getByRole('status').or(page.getByRole('alert')).filter({ hasText: text })
  const value: User['value'] = (where, field) =>
    where.locator('[data-field]').filter({ has: page.getByText(field, { exact: true }) })
  return {
    page,
    t,
    mayBeRefused,
    panel,
    dialog,
    row,
    value,
    visits: async (address) => {
      await page.goto(address)
    },
    opens: async (module) => {
      const menu = button(t.shell.openMenu)
      const link = page
        .getByRole('navigation', { name: t.shell.navigation })
        .getByRole('link', { name: module, exact: true })
      await menu.or(link).first().waitFor()
      if (await menu.isVisible()) await menu.click()
      await link.click()
      await page.getByRole('heading', { level: 1, name: module, exact: true }).waitFor()
    },
    cell: async (text, column) => {
      const heading = page.getByRole('columnheader', { name: column, exact: true })
      const index = await heading.getAttribute('aria-colindex')
      return row(text).locator(`[role="gridcell"][aria-colindex="${index ?? ''}"]`)
    },
    opensRecord: async (name) => {
      await page.getByRole('main').getByRole('link', { name, exact: true }).or(button(name)).first().click()
      await panel.getByRole('heading', { level: 2, name }).waitFor()
      return panel
    },
    fillsIn: (where, values) => fillIn(page, where, values),
    creates: async (values) => {
      await button(t.list.new).click()
      await fillIn(page, dialog(), values)
      await dialog().getByRole('button', { name: t.action.create, exact: true }).click()
      const told = new RegExp(`^${t.record.created.replace('{{label}}', '')}`)
      await Promise.all([toast(told).waitFor(), dialog().waitFor({ state: 'hidden' })])
    },
    changes: async (where, field, text) => {
      const edit = t.field.edit.replace('{{field}}', field)
      await where.getByRole('button', { name: edit, exact: true }).click()
      await fillIn(page, where, { [field]: text })
    },
    toast,
    asksFor: async (text) => {
      await page.keyboard.press('ControlOrMeta+k')
      const palette = page.getByRole('dialog').last()
      await palette.getByPlaceholder(t.shell.palette.placeholder).fill(text)
      return palette
    },
    isAt: (address) => page.waitForURL(address),
  }
}
