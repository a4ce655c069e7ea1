import net from 'node:net'

export interface ReceivedMail {
  readonly to: string
  readonly from: string
  readonly subject: string
  readonly text: string
}

/** A mail server that keeps what it gets; it speaks as much SMTP as a sender needs. */
export interface TestMailServer {
  readonly url: string
  readonly received: readonly ReceivedMail[]
  /** The next mail to this address that nobody has taken yet. */
  readonly next: (to: string) => Promise<ReceivedMail>
  readonly close: () => Promise<void>
}

export const startMailServer = async (): Promise<TestMailServer> => {
  const received: ReceivedMail[] = []
  const taken = new Set<ReceivedMail>()
  const waiting = new Set<() => void>()
  const server = net.createServer((socket) => {
    serve(socket, (mail) => {
      received.push(mail)
      for (const look of waiting) look()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    next: (to) =>
      new Promise((resolve) => {
        const look = (): void => {
          const mail = received.find((one) => one.to === to && !taken.has(one))
          if (mail === undefined) return
          taken.add(mail)
          waiting.delete(look)
          resolve(mail)
        }
        waiting.add(look)
        look()
      }),
    close: async () => {
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The link in a mail, and the token in it. */
export const linkIn = (text: string): { readonly link: string; readonly token: string } => {
  const [link = ''] = /https?:\S+/.exec(text) ?? []
  return { link, token: URL.parse(link)?.searchParams.get('token') ?? '' }
}

const serve = (socket: net.Socket, keep: (mail: ReceivedMail) => void): void => {
  let buffer = ''
  let to = ''
  let isData = false
  const say = (line: string): void => void socket.write(`${line}\r\n`)
  const answers: Readonly<Record<string, string>> = { DATA: '354 go on', QUIT: '221 bye', EHLO: '250 test' }
  const hear = (line: string): void => {
    const [, address] = /^RCPT TO:<([^>]*)>/i.exec(line) ?? []
    if (address !== undefined) to = address
    const word = line.slice(0, 4).toUpperCase()
    isData = word === 'DATA'
    say(answers[word] ?? '250 fine')
  }
  say('220 test')
  socket.on('error', () => undefined)
  socket.on('data', (chunk) => {
    buffer += chunk.toString('utf8')
    for (;;) {
      const mark = isData ? '\r\n.\r\n' : '\r\n'
      const end = buffer.indexOf(mark)
      if (end < 0) return
      const part = buffer.slice(0, end)
      buffer = buffer.slice(end + mark.length)
      if (!isData) {
        hear(part)
        continue
      }
      isData = false
      keep({ to, ...mailOf(part) })
      say('250 kept')
    }
  })
}

const mailOf = (raw: string): Omit<ReceivedMail, 'to'> => {
  const [head = '', ...rest] = raw.replaceAll('\r\n.', '\r\n').split('\r\n\r\n')
  const headers = head.replaceAll(/\r\n[ \t]+/g, ' ')
  const header = (name: string): string => new RegExp(`^${name}: (.*)$`, 'im').exec(headers)?.[1] ?? ''
  const body = rest.join('\r\n\r\n')
  const isBase64 = header('Content-Transfer-Encoding') === 'base64'
  return {
    from: header('From'),
    subject: header('Subject').replaceAll(/=\?utf-8\?([QB])\?(.*?)\?=\s?/gi, (_, kind: string, text: string) =>
      kind.toUpperCase() === 'B' ? fromBase64(text) : fromQuoted(text.replaceAll('_', ' ')),
    ),
    text: (isBase64 ? fromBase64(body) : fromQuoted(body)).replaceAll('\r\n', '\n'),
  }
}

const fromBase64 = (text: string): string => Buffer.from(text, 'base64').toString('utf8')

const fromQuoted = (text: string): string =>
  Buffer.from(
    text
      .replaceAll('=\r\n', '')
      .replaceAll(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16))),
    'latin1',
  ).toString('utf8')
