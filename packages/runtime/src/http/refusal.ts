import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { Logger } from 'pino'
import { statementSeconds } from '../database/pool.ts'
import { TelarError } from '../errors.ts'

/** Connection trouble and server shutdown: the database is away and will be back. */
const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08003',
  '08001',
  '53300',
  '25P03',
])

/** Others hold what the request needs. */
const heldCodes = new Set(['55P03', '40P01', '40001'])

/** Every error as a refusal; what is nobody's fault but ours is logged under a reference and says no more than that. */
export const refusalOf = (error: unknown, log: Logger): TelarError => {
  if (error instanceof TelarError) return error
  const code = codeOf(error)
  if ((code !== undefined && awayCodes.has(code)) || isLostConnection(error))
    return new TelarError('UNAVAILABLE', { cause: error })
  if (code === '57014') return new TelarError('TOO_SLOW', { params: { seconds: statementSeconds }, cause: error })
  if (code !== undefined && heldCodes.has(code)) return new TelarError('BUSY', { cause: error })
  if (code === '53100') return new TelarError('DISK_FULL', { cause: error })
  if (error instanceof pg.DatabaseError && isUnstorable(error.code ?? '')) {
    // What the checks should have refused before; the database is the last of them.
    log.warn({ err: error }, 'the database refused a value')
    return new TelarError('UNSTORABLE', { params: { reason: error.message.slice(0, 200) }, cause: error })
  }
  const reference = randomBytes(6).toString('hex')
  log.error({ err: error, reference }, 'a request failed')
  return new TelarError('INTERNAL', { params: { reference }, cause: error })
}

/** Data that PostgreSQL cannot take (class 22), and values too long for an index. */
const isUnstorable = (code: string): boolean => code.startsWith('22') || code === '54000'

const codeOf = (error: unknown): string | undefined => {
  if (error instanceof pg.DatabaseError) return error.code
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

const isLostConnection = (error: unknown): boolean =>
  error instanceof Error &&
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
    error.message,
  )
