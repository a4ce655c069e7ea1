import { isObject, type JsonObject, listAt, stringAt } from '@telar/metadata'
import type { Command, CommandCall, Outcome } from '../command.ts'
import type { Door } from '../connection/door.ts'
import { atDoor } from '../connection/open-door.ts'
import { say } from '../texts.ts'
import { WrongCall } from '../wrong-call.ts'

/** People who can sign in. */
export const user: Command = {
  name: 'user',
  summary: {
    en: 'add, invite, list or block people who sign in, give a new password or a link for one, switch a second factor off',
    es: 'añadir, invitar, listar o bloquear personas que inician sesión, cambiar una contraseña o dar un enlace para ello, desactivar un segundo factor',
  },
  usage: {
    en: 'add <e-mail> [--name <name>] [--password <password>] [--administrator] | invite <e-mail> [--name <name>] | list | password <e-mail> | reset-link <e-mail> | two-factor-off <e-mail> | block <e-mail> | unblock <e-mail> | reset-setup',
    es: 'add <correo> [--name <nombre>] [--password <contraseña>] [--administrator] | invite <correo> [--name <nombre>] | list | password <correo> | reset-link <correo> | two-factor-off <correo> | block <correo> | unblock <correo> | reset-setup',
  },
  words: { min: 1, max: 2 },
  options: {
    name: {
      value: 'name',
      text: {
        en: 'the person’s name (otherwise the e-mail’s first part)',
        es: 'el nombre de la persona (si falta, lo que precede a la @)',
      },
    },
    password: {
      value: 'password',
      text: {
        en: 'otherwise it is asked for, or read from standard input',
        es: 'si falta, se pregunta o se lee de la entrada estándar',
      },
    },
    administrator: { text: { en: 'may administer the whole server', es: 'puede administrar el servidor entero' } },
  },
  run: async (call) => {
    const [name = '', email] = call.words
    const act = Object.hasOwn(acts, name) ? acts[name] : undefined
    if (act === undefined)
      throw new WrongCall(say(call.language, 'userUnknownAct', { acts: Object.keys(acts), act: name }))
    if (act.needsEmail && email === undefined) throw new WrongCall(say(call.language, 'wordsMissing'))
    if (!act.needsEmail && email !== undefined) throw new WrongCall(say(call.language, 'wordsTooMany', { word: email }))
    return act.run(call, email ?? '')
  },
}

interface Act {
  readonly needsEmail: boolean
  readonly run: (call: CommandCall, email: string) => Promise<Outcome>
}

const acts: Readonly<Record<string, Act>> = {
  add: {
    needsEmail: true,
    run: async (call, email) => {
      const password = await passwordFor(call)
      const name = nameFor(call, email)
      const made = await atDoor(call, (door) =>
        door.call('POST', '/api/local/users', { email, name, password, administrator: call.has('administrator') }),
      )
      return { exitCode: 0, lines: [say(call.language, 'userAdded', { email })], json: made }
    },
  },
  list: { needsEmail: false, run: (call) => atDoor(call, (door) => list(door, call)) },
  password: {
    needsEmail: true,
    run: async (call, email) => {
      const password = await passwordFor(call)
      await atDoor(call, (door) => door.call('POST', '/api/local/users/password', { email, password }))
      return { exitCode: 0, lines: [say(call.language, 'userPassword', { email })], json: { email } }
    },
  },
  invite: { needsEmail: true, run: (call, email) => atDoor(call, (door) => invite(door, call, email)) },
  'reset-link': { needsEmail: true, run: (call, email) => atDoor(call, (door) => resetLink(door, call, email)) },
  'two-factor-off': {
    needsEmail: true,
    run: (call, email) => change(call, { path: 'two-factor-off', line: 'userTwoFactorOff', body: { email } }),
  },
  block: {
    needsEmail: true,
    run: (call, email) => change(call, { path: 'blocked', line: 'userBlocked', body: { email, blocked: true } }),
  },
  unblock: {
    needsEmail: true,
    run: (call, email) => change(call, { path: 'blocked', line: 'userUnblocked', body: { email, blocked: false } }),
  },
  'reset-setup': { needsEmail: false, run: (call) => atDoor(call, (door) => resetSetup(door, call)) },
}

interface Change {
  readonly path: string
  readonly line: 'userTwoFactorOff' | 'userBlocked' | 'userUnblocked'
  readonly body: JsonObject & { readonly email: string }
}

const change = async (call: CommandCall, { path, line, body }: Change): Promise<Outcome> => {
  await atDoor(call, (door) => door.call('POST', `/api/local/users/${path}`, body))
  return { exitCode: 0, lines: [say(call.language, line, { email: body.email })], json: body }
}

const invite = async (door: Door, call: CommandCall, email: string): Promise<Outcome> => {
  const { language } = call
  const made = await door.call('POST', '/api/local/users/invitation', { email, name: nameFor(call, email), language })
  const link = stringAt(made, 'link')
  const line =
    link === undefined ? say(language, 'userInvited', { email }) : say(language, 'userInvitedLink', { email, link })
  return { exitCode: 0, lines: [line], json: made }
}

const resetLink = async (door: Door, { language }: CommandCall, email: string): Promise<Outcome> => {
  const made = await door.call('POST', '/api/local/users/reset-link', { email })
  const link = stringAt(made, 'link') ?? ''
  return { exitCode: 0, lines: [say(language, 'userResetLink', { email, link })], json: made }
}

const nameFor = (call: CommandCall, email: string): string => call.value('name') ?? email.split('@')[0] ?? ''

const list = async (door: Door, { language }: CommandCall): Promise<Outcome> => {
  const answer = await door.call('GET', '/api/local/users')
  const users = (listAt(answer, 'users') ?? []).filter(isObject)
  const lines = users.map((one) =>
    [stringAt(one, 'email'), stringAt(one, 'name'), ...marks(one).map((mark) => say(language, mark))].join('  '),
  )
  return { exitCode: 0, lines: lines.length === 0 ? [say(language, 'userNone')] : lines, json: answer }
}

const marks = (one: JsonObject): readonly ('administrator' | 'blocked')[] => [
  ...(one['isAdministrator'] === true ? (['administrator'] as const) : []),
  ...(one['isBlocked'] === true ? (['blocked'] as const) : []),
]

const resetSetup = async (door: Door, { language }: CommandCall): Promise<Outcome> => {
  const token = stringAt(await door.call('POST', '/api/local/setup-token'), 'token')
  if (token === undefined)
    return {
      exitCode: 1,
      lines: [say(language, 'setupDone')],
      json: { error: { code: 'SETUP_DONE', message: say(language, 'setupDone') } },
    }
  const { address } = await door.call('GET', '/api/local')
  const setup = `${typeof address === 'string' ? address : door.address}/setup?token=${token}`
  return { exitCode: 0, lines: [say(language, 'setupToken', { address: setup })], json: { address: setup, token } }
}

const passwordFor = async (call: CommandCall): Promise<string> => {
  const password = call.value('password') ?? (await call.ask(say(call.language, 'askPassword')))
  if (password === undefined || password === '') throw new WrongCall(say(call.language, 'noPassword'))
  return password
}
