import { IconCircleDot } from '@tabler/icons-react'
import { icons } from './icons.ts'

interface TelarIconProps {
  readonly name: string
  readonly size?: number
}

/** An icon by the name a document gives; an unknown name is drawn as a dot, never as nothing. */
export function TelarIcon({ name, size = 16 }: TelarIconProps) {
  const Icon = icons[name] ?? IconCircleDot
  return <Icon size={size} stroke={1.6} aria-hidden />
}
