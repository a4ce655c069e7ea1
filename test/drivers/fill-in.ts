import type { Locator, Page } from 'playwright-core'

/** What to write into which field, by its label. */
export type FormValues = Readonly<Record<string, FormValue>>

/** True and false for boxes to tick; a moment is a day of the month that the calendar opens with, and a time. */
type FormValue = string | boolean | { readonly day: number; readonly time: string }

const roles = ['textbox', 'combobox', 'checkbox', 'switch', 'spinbutton', 'button'] as const

/** Fills a form in as somebody does who reads the labels, whatever kind of editor a field has. */
export const fillIn = async (page: Page, where: Locator, values: FormValues): Promise<void> => {
  for (const [label, value] of Object.entries(values)) {
    const field = roles
      .map((role) => where.getByRole(role, { name: label, exact: true }))
      .reduce((found, other) => found.or(other))
    if (typeof value === 'boolean') await field.setChecked(value)
    else if (typeof value === 'object') await pick(page, field, value)
    else if ((await field.getAttribute('aria-haspopup')) === 'listbox') await choose(page, field, value)
    else await write(field, value)
  }
}

const write = async (field: Locator, text: string): Promise<void> => {
  await field.fill(text)
  await field.blur()
}

const choose = async (page: Page, field: Locator, text: string): Promise<void> => {
  // Not a click: an editor that was opened to choose shows its list already, and a click would close it.
  await field.press('ArrowDown')
  if (await field.isEditable()) await field.fill(text)
  await page.getByRole('option', { name: text, exact: true }).first().click()
}

const pick = async (page: Page, field: Locator, { day, time }: { readonly day: number; readonly time: string }) => {
  await field.click()
  const calendar = page
    .getByRole('dialog')
    .filter({ has: page.getByRole('spinbutton') })
    .last()
  await calendar
    .getByRole('button', { name: new RegExp(`^${String(day)} `) })
    .first()
    .click()
  await calendar.getByRole('spinbutton').first().click()
  await page.keyboard.type(time.replace(':', ''))
  await calendar.getByRole('button').last().click()
}
