import type { Issue } from '@telar/metadata'
import { TelarError } from '../errors.ts'
import { emailTaken } from './particulars.ts'

export const refuseIf = (issues: readonly Issue[]): void => {
  if (issues.length > 0) throw new TelarError('INVALID', { issues })
}

/** Somebody else may have made the same person at the same moment. */
export const takenOr = async <Made>(making: Promise<Made>): Promise<Made> => {
  try {
    return await making
  } catch (error) {
    throw isUniqueViolation(error) ? new TelarError('INVALID', { issues: [emailTaken], cause: error }) : error
  }
}

const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '23505'
