import { expect, test } from 'vitest'
import { createSignIns, signInTtl, type Credential, type SignIn } from './principal.ts'

const person = (userId: string): SignIn => ({
  userId,
  name: userId,
  email: `${userId}@example.com`,
  isAdministrator: false,
})

const cookies = (value: string): Headers => new Headers({ cookie: `other=1; sid=${value}; more=2` })
const bearer = (value: string): Headers => new Headers({ cookie: 'sid=ana', authorization: `Bearer ${value}` })

interface Setting {
  readonly people?: Record<string, SignIn | undefined>
  readonly maxEntries?: number
}

const setUp = ({ people = { ana: person('ana'), bea: person('bea') }, maxEntries = 100 }: Setting = {}) => {
  const asked: Credential[] = []
  const clock = { now: 0 }
  const signIns = createSignIns({
    cookieName: 'sid',
    now: () => clock.now,
    maxEntries,
    lookUp: async (credential) => {
      asked.push(credential)
      return people[credential.kind === 'key' ? credential.key : credential.cookie]
    },
  })
  return { signIns, asked, clock, people }
}

test('one question serves five seconds, also the answer that it is nobody', async () => {
  const { signIns, asked, clock } = setUp()
  for (let n = 0; n < 10; n++) {
    expect(await signIns.resolve(cookies('ana'))).toEqual(person('ana'))
    expect(await signIns.resolve(cookies('nobody'))).toBeUndefined()
  }
  expect(asked).toHaveLength(2)
  clock.now = signInTtl
  await signIns.resolve(cookies('ana'))
  expect(asked).toHaveLength(3)
})

test('a busy session is asked for again after five seconds, however often it is used', async () => {
  const { signIns, asked, clock } = setUp()
  for (clock.now = 0; clock.now < 3 * signInTtl; clock.now += 100) await signIns.resolve(cookies('ana'))
  expect(asked).toHaveLength(3)
})

test('requests that come at once share one question', async () => {
  const { signIns, asked } = setUp()
  await Promise.all(Array.from({ length: 50 }, () => signIns.resolve(cookies('ana'))))
  expect(asked).toHaveLength(1)
})

test('forgetting one user asks about that one again and about nobody else', async () => {
  const { signIns, asked, people } = setUp()
  await Promise.all([signIns.resolve(cookies('ana')), signIns.resolve(cookies('bea'))])
  people['ana'] = undefined
  signIns.forget('ana')
  expect(await signIns.resolve(cookies('ana'))).toBeUndefined()
  await signIns.resolve(cookies('bea'))
  expect(asked).toHaveLength(3)
  signIns.forget(undefined)
  await signIns.resolve(cookies('bea'))
  expect(asked).toHaveLength(4)
})

test('an answer that is under way when its user is forgotten is not kept', async () => {
  const { signIns, asked } = setUp()
  const early = signIns.resolve(cookies('ana'))
  signIns.forget('ana')
  await early
  await signIns.resolve(cookies('ana'))
  expect(asked).toHaveLength(2)
})

test('a key in Authorization is the only proof; the cookie beside it is not looked at', async () => {
  const { signIns, asked } = setUp({ people: { ana: person('ana'), k1: person('bea') } })
  expect(await signIns.resolve(bearer('k1'))).toEqual(person('bea'))
  expect(await signIns.resolve(bearer('wrong'))).toBeUndefined()
  expect(await signIns.resolve(bearer(''))).toBeUndefined()
  expect(asked.map(({ kind }) => kind)).toEqual(['key', 'key'])
})

test('a cookie cannot pass for a key of the same text', async () => {
  const { signIns, asked } = setUp()
  await signIns.resolve(cookies('ana'))
  await signIns.resolve(bearer('ana'))
  expect(asked.map(({ kind }) => kind)).toEqual(['session', 'key'])
})

test('a failed question is not remembered', async () => {
  let tries = 0
  const signIns = createSignIns({
    cookieName: 'sid',
    lookUp: async () => {
      tries++
      if (tries === 1) throw new Error('no connection')
      return person('ana')
    },
  })
  await expect(signIns.resolve(cookies('ana'))).rejects.toThrow('no connection')
  expect(await signIns.resolve(cookies('ana'))).toEqual(person('ana'))
})

test('memory is bounded, and what is in use is dropped last', async () => {
  const { signIns, asked } = setUp({ maxEntries: 3 })
  for (const name of ['ana', 'x1', 'x2', 'ana', 'x3', 'ana']) await signIns.resolve(cookies(name))
  expect(asked).toHaveLength(4)
  await signIns.resolve(cookies('x1'))
  expect(asked).toHaveLength(5)
})

test('no proof asks nothing', async () => {
  const { signIns, asked } = setUp()
  expect(await signIns.resolve(new Headers({ cookie: 'sidx=1; xsid=2' }))).toBeUndefined()
  expect(asked).toEqual([])
})
