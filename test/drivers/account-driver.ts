import type { Api } from './api.ts'
import { patiently } from './patiently.ts'
import type { Person } from './telar-server.ts'
import { totpCode } from './totp.ts'
import type { User } from './user.ts'

/** What somebody does about an account of their own. */
export interface AccountDriver {
  /** Somebody who was invited and has not come yet: where the link leads. */
  readonly invites: (name: string) => Promise<string>
  /** Somebody who has come and sells. */
  readonly person: (name: string) => Promise<Person>
  /** Where an administrator's link for a new password leads. */
  readonly resetLink: (person: Person) => Promise<string>
}

export const password = 'siete-vacas-azules'

/** The accounts that an administrator makes by way of the API. */
export const accountDriver = (api: Api): AccountDriver => {
  let count = 0
  const addressOf = (link: string): string => new URL(link).pathname + new URL(link).search
  const emailOf = (name: string): string => {
    count += 1
    const first = name
      .normalize('NFD')
      .replaceAll(/[^a-z]/gi, '')
      .toLowerCase()
    return `${first}.${String(Date.now())}.${String(count)}@telar.example`
  }
  const invite = async (name: string, email: string): Promise<string> =>
    (await api.post('/invitations', { name, email, roles: ['sales-representative'] })).expect(201).string('link')
  return {
    invites: async (name) => addressOf(await invite(name, emailOf(name))),
    person: async (name) => {
      const email = emailOf(name)
      const token = new URL(await invite(name, email)).searchParams.get('token')
      ;(await patiently(() => api.post('/api/auth/accept-invitation', { token, name, password }))).expect(201)
      return { name, email, password }
    },
    resetLink: async ({ email }) => {
      const users = (await api.get('/users')).expect(200)
      const id = users.string('users', users.each('users', 'email').indexOf(email), 'id')
      return addressOf((await api.post(`/users/${id}/reset-link`, {})).expect(200).string('link'))
    },
  }
}

/** Writes email and password into the sign-in and sends them. */
export const signsIn = async (user: User, person: Person): Promise<void> => {
  const { t, page } = user
  const form = page.getByRole('main')
  await user.visits('/sign-in')
  await user.fillsIn(form, { [t.auth.email]: person.email, [t.auth.password]: person.password })
  await form.getByRole('button', { name: t.auth.signIn, exact: true }).click()
}

/** Waits until somebody is inside. */
export const isIn = (user: User, person: Person): Promise<void> =>
  user.page.getByRole('button', { name: person.name }).waitFor()

export const signsOut = async (user: User, person: Person): Promise<void> => {
  await user.page.getByRole('button', { name: person.name }).click()
  await user.page.getByRole('menuitem', { name: user.t.auth.signOut }).click()
  await user.isAt(/\/sign-in/)
}

/** Goes to the page about oneself. */
export const opensProfile = async (user: User): Promise<void> => {
  await user.visits('/profile')
  await user.page.getByRole('heading', { level: 2, name: user.t.profile.rights }).waitFor()
}

interface SecondFactor {
  readonly secret: string
  readonly recoveryCodes: readonly string[]
}

/** Switches the second factor on, as far as the recovery codes; `look` sees each step. */
export const turnsOnSecondFactor = async (
  user: User,
  person: Person,
  look: (step: string) => Promise<void> = () => Promise.resolve(),
): Promise<SecondFactor> => {
  const { t, page } = user
  const dialog = page.getByRole('dialog')
  const press = (name: string) => dialog.getByRole('button', { name, exact: true }).click()
  await page.getByRole('button', { name: t.profile.turnOn, exact: true }).click()
  await user.fillsIn(dialog, { [t.auth.password]: person.password })
  await look('password for the second factor')
  await press(t.profile.goOn)
  await dialog.getByRole('img', { name: t.profile.qr }).waitFor()
  await look('QR code')
  const secret = await dialog.locator('code').innerText()
  await user.fillsIn(dialog, { [t.auth.code]: totpCode(secret) })
  await press(t.profile.turnOn)
  const codes = dialog.getByRole('list', { name: t.profile.recovery })
  await codes.waitFor()
  await look('recovery codes')
  const recoveryCodes = await codes.getByRole('listitem').allInnerTexts()
  await press(t.profile.recoveryKept)
  await page.getByText(t.profile.twoFactorOn, { exact: true }).waitFor()
  return { secret, recoveryCodes }
}
