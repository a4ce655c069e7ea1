import type { CSSProperties } from 'react'
import { hueOf, initialsOf } from './hue.ts'

interface AvatarProps {
  readonly name: string
  /** Round for people, square for records. */
  readonly round?: boolean
  readonly size?: number
}

/** The face of a person or record: initials on a colour of their own; its name always stands beside it. */
export function Avatar({ name, round = false, size = 18 }: AvatarProps) {
  const style: CSSProperties & Record<`--${string}`, string> = {
    '--avatar': `var(--mantine-color-${hueOf(name)}-6)`,
    '--avatar-size': `${String(size)}px`,
  }
  return (
    // As an attribute: the letters are a picture, no text to be read or matched.
    <span
      className="avatar"
      aria-hidden
      data-initials={initialsOf(name)}
      data-round={round || undefined}
      style={style}
    />
  )
}
