import { Drawer } from '@mantine/core'
import { usePhone } from '@telar/ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './access.module.css'

interface SidePanelProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Slides over what was asked about, so that it stays in sight; on a phone it covers the screen. */
export function SidePanel({ title, onClose, children }: SidePanelProps) {
  const { t } = useTranslation()
  const isPhone = usePhone()
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={isPhone ? '100%' : 460}
      title={title}
      overlayProps={{ backgroundOpacity: 0.2 }}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      transitionProps={{ duration: 150 }}
      classNames={{ title: classes['panelTitle'] ?? '' }}
    >
      {children}
    </Drawer>
  )
}
