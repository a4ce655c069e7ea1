import type { Issue } from '@telar/metadata'
import { TelarError } from '../errors.ts'

/** Ends the operation if something is wrong; warnings alone end nothing. */
export const refuse = (issues: readonly Issue[]): void => {
  if (issues.some((issue) => issue.severity === 'error')) throw new TelarError('INVALID', { issues })
}
