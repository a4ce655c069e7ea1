import type { MouseEvent } from 'react'
import { useWorkspace } from '../workspace/workspace-context.tsx'
import { Avatar } from './avatar.tsx'

interface RecordLinkProps {
  readonly module: string
  readonly id: string
  readonly label: string
}

/** A way to another record: a click opens it here, with a modifier in a tab of its own as any link. */
export function RecordLink({ module, id, label }: RecordLinkProps) {
  const { navigation, model } = useWorkspace()
  const name = label || (model.modules[module]?.title ?? id)
  const open = (event: MouseEvent) => {
    event.stopPropagation()
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    navigation.open(module, id)
  }
  return (
    <a className="record-link face" href={navigation.href(module, id)} onClick={open} title={name}>
      <Avatar name={name} />
      <span className="truncate">{name}</span>
    </a>
  )
}
