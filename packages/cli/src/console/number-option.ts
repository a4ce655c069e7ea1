import type { CommandCall } from '../command.ts'
import { say } from '../texts.ts'
import { WrongCall } from '../wrong-call.ts'

/** A whole number given as an option. */
export const numberOption = (
  call: Pick<CommandCall, 'value' | 'language'>,
  option: string,
  { min, max }: { readonly min: number; readonly max: number },
): number | undefined => {
  const written = call.value(option)
  if (written === undefined) return undefined
  const number = /^\d{1,12}$/.test(written) ? Number(written) : Number.NaN
  if (number >= min && number <= max) return number
  throw new WrongCall(say(call.language, 'optionNumber', { option: `--${option}`, min, max }))
}
