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
    en: 'add or list people who sign in, give a new password, print a new setup address',
    es: 'añadir o listar personas que inician sesión, cambiar una contraseña, mostrar otra dirección de instalación',
  },
  usage: {
    en: 'add <e-mail> [--name <name>] [--password <password>] [--administrator] | list | password <e-mail> | reset-setup',
    es: 'add <correo> [--name <nombre>] [--password <contraseña>] [--administrator] | list | password <correo> | reset-setup',
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
      const name = call.value('name') ?? email.split('@')[0] ?? ''
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
  'reset-setup': { needsEmail: false, run: (call) => atDoor(call, (door) => resetSetup(door, call)) },
}

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
