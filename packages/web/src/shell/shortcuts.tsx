import { useNavigate, useParams } from '@tanstack/react-router'
import { useWorkspace } from '@telar/ui'
import { useEffect, useRef } from 'react'
import { palette } from '../palette/palette-store.ts'
import { useRecordDialogs } from '../record/record-dialogs-context.ts'
import { openCheatSheet } from './cheat-sheet.tsx'
import { goKeys } from './go-keys.ts'
import { isFreeKey } from './is-free-key.ts'
import { modulesInOrder } from './navigation.ts'

const pause = 1200

/** Keys that work everywhere in a workspace. */
export function Shortcuts() {
  const navigate = useNavigate()
  const { model } = useWorkspace()
  const { module } = useParams({ strict: false })
  const { create } = useRecordDialogs()
  const wentAt = useRef(0)

  useEffect(() => {
    const go = goKeys(modulesInOrder(model).map((name) => ({ name, title: model.modules[name]?.plural ?? name })))
    const act = (event: KeyboardEvent): (() => void) | undefined => {
      if (event.timeStamp - wentAt.current < pause) {
        wentAt.current = 0
        const target = go.get(event.key.toLowerCase())
        if (target !== undefined) return () => void navigate({ to: '/$module', params: { module: target } })
      }
      const actions: Readonly<Record<string, () => void>> = {
        g: () => {
          wentAt.current = event.timeStamp
        },
        '/': palette.open,
        '?': openCheatSheet,
        c: () => {
          if (module !== undefined) create({ module })
        },
      }
      return actions[event.key]
    }
    const onKey = (event: KeyboardEvent) => {
      if (!isFreeKey(event)) return
      const action = act(event)
      if (action === undefined) return
      event.preventDefault()
      action()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [model, module, navigate, create])
  return null
}
