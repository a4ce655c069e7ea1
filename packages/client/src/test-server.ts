/** What was asked, as a test wants to see it. */
export interface Asked {
  readonly method: string
  readonly url: URL
  readonly headers: Headers
  readonly body: unknown
}

/** Answers calls in their order and keeps what was asked. */
export const serverThatAnswers = (...answers: (Response | Error)[]) => {
  const asked: Asked[] = []
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init)
    const text = await request.text()
    asked.push({
      method: request.method,
      url: new URL(request.url),
      headers: request.headers,
      body: text === '' ? undefined : (JSON.parse(text) as unknown),
    })
    const answer = answers[asked.length - 1] ?? new Response('null')
    if (answer instanceof Error) throw answer
    return answer
  }
  return { fetch, asked }
}
