import { ActionIcon, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './admin.module.css'

interface SidePanelProps {
  readonly label: string
  readonly onClose: () => void
  readonly head: ReactNode
  readonly children: ReactNode
}

const layers = 'input, textarea, [role="dialog"], [role="menu"], [role="listbox"]'

/** What is chosen beside its list, which stays; on a phone it covers the screen. Escape closes it. */
export function SidePanel({ label, onClose, head, children }: SidePanelProps) {
  const { t } = useTranslation()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isElsewhere = event.target instanceof Element && event.target.closest(layers) !== null
      if (event.key === 'Escape' && !event.defaultPrevented && !isElsewhere) onClose()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [onClose])
  return (
    <aside className={classes['panel']} aria-label={label}>
      <header className={classes['panelHead']}>
        {head}
        <Tooltip label={t('action.close')}>
          <ActionIcon aria-label={t('action.close')} onClick={onClose}>
            <IconX size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </header>
      <div className={classes['panelBody']}>{children}</div>
    </aside>
  )
}

interface PanelSectionProps {
  readonly title: string
  readonly help?: string
  readonly children: ReactNode
}

export function PanelSection({ title, help, children }: PanelSectionProps) {
  return (
    <section className={classes['section']}>
      <h3>{title}</h3>
      {help === undefined ? null : <p className={classes['help']}>{help}</p>}
      {children}
    </section>
  )
}
