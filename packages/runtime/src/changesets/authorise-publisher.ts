import type { Principal } from '@telar/metadata'
import { TelarError } from '../errors.ts'

/** Drafting and publishing definitions is for administrators until capabilities exist. */
export const authorisePublisher = (principal: Principal): void => {
  if (!principal.administrator)
    throw new TelarError('FORBIDDEN', { params: { action: 'publish', module: 'definition' } })
}
