import { constants } from 'node:os'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** Where a command speaks and listens; tests put themselves here. */
export interface Terminal {
  readonly out: (line: string) => void
  readonly error: (line: string) => void
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly ask: (question: string) => Promise<string | undefined>
  /** A signal that is aborted when the person wants it to end; who never asks for it is ended at once. */
  readonly stopped: () => AbortSignal
}

/** The terminal of this process. */
export const processTerminal = (env: Terminal['env']): Terminal => ({
  out: (line) => void process.stdout.write(`${line}\n`),
  error: (line) => void process.stderr.write(`${line}\n`),
  env,
  cwd: env['INIT_CWD'] ?? process.cwd(),
  ask: (question) => (process.stdin.isTTY ? askHidden(question) : firstLine()),
  stopped: stopSignal(),
})

/** A second signal does not wait. By `exit` rather than by the signal, so that a database of our own is told. */
const stopSignal = (): (() => AbortSignal) => {
  const stopping = new AbortController()
  let isHeeded = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (!isHeeded || stopping.signal.aborted) process.exit(128 + constants.signals[signal])
      stopping.abort()
    })
  }
  return () => {
    isHeeded = true
    return stopping.signal
  }
}

/** What is typed is not shown: it is a password. */
const askHidden = async (question: string): Promise<string | undefined> => {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    process.stderr.write(question)
    return await lines.question('')
  } finally {
    lines.close()
    process.stderr.write('\n')
  }
}

const firstLine = async (): Promise<string | undefined> => {
  const lines = createInterface({ input: process.stdin })
  for await (const line of lines) {
    lines.close()
    return line
  }
  return undefined
}
