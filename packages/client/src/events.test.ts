import { describe, expect, test } from 'vitest'
import { messageOf, subscribe, type RecordEvent } from './events.ts'

describe('a block of an event stream', () => {
  test('has an event, an id and data', () => {
    expect(messageOf('event: change\nid: 7\ndata: {"a":\ndata: 1}')).toEqual({
      event: 'change',
      id: '7',
      data: '{"a":\n1}',
    })
  })

  test('may be a comment', () => {
    expect(messageOf(': still here')).toEqual({ event: 'message', id: '', data: '' })
  })
})

/** A stream that says these pieces and then ends. */
const streamOf = (...pieces: readonly string[]): Response =>
  new Response(new Blob([...pieces]).stream(), { headers: { 'content-type': 'text/event-stream' } })

test('changes are told as they come, and the next connection says what was heard last', async () => {
  const heard: RecordEvent[] = []
  const lastIds: (string | null)[] = []
  const twice = Promise.withResolvers<void>()
  const answers = [
    streamOf(
      'event: ready\nid: 1\ndata: {}\n\nevent: change\nid: 2\ndata: {"module":"account","record":"a1",',
      '"version":4,"op":"update"}\n\n: beat\n\n',
    ),
    new Response(JSON.stringify({ code: 'SIGN_IN_NEEDED' }), { status: 401 }),
  ]
  const options = {
    baseUrl: 'https://crm.example',
    language: () => undefined,
    apiKey: undefined,
    fetch: (_input: unknown, init?: RequestInit) => {
      lastIds.push(new Headers(init?.headers).get('last-event-id'))
      const answer = answers[lastIds.length - 1]
      if (lastIds.length === 2) twice.resolve()
      return answer === undefined ? Promise.reject(new Error('asked again after a refusal')) : Promise.resolve(answer)
    },
  }
  const subscription = subscribe(options, '/events', { onChange: (event) => heard.push(event) })
  await twice.promise
  subscription.close()
  expect(heard).toEqual([{ module: 'account', id: 'a1', version: 4, op: 'update', actor: null }])
  expect(lastIds).toEqual([null, '2'])
})
