import { type Action, type Issue, problem } from '@telar/metadata'
import { TelarError } from '../errors.ts'
import type { Entered } from './caller.ts'
import { isKnownField } from './known-fields.ts'

/** Ends the operation if something is wrong; warnings alone end nothing. */
export const refuse = (issues: readonly Issue[]): void => {
  if (issues.some((issue) => issue.severity === 'error')) throw new TelarError('INVALID', { issues })
}

/** The same without naming what the caller may not know of: the whole record is checked, whoever writes it (decisions.md 14). */
export const refuseShown = ({ caller, served }: Entered<Exclude<Action, 'read'>>, issues: readonly Issue[]): void => {
  const shown = issues.filter(({ pointer }) => {
    const name = nameIn(pointer)
    return !served.module.fields.has(name) || isKnownField(caller.access, served.module, name)
  })
  const isHidden = shown.length < issues.length && !shown.some((issue) => issue.severity === 'error')
  refuse(isHidden ? [...shown, problem('HIDDEN_REQUIREMENT')] : shown)
}

const nameIn = (pointer: string): string => (pointer.split('/')[1] ?? '').replaceAll('~1', '/').replaceAll('~0', '~')
