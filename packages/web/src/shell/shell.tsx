import { ActionIcon, Drawer } from '@mantine/core'
import { useDisclosure, useLocalStorage } from '@mantine/hooks'
import { IconMenu2, IconSearch } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import { usePhone, useWorkspace } from '@telar/ui'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { palette } from '../palette/palette-store.ts'
import { Palette } from '../palette/palette.tsx'
import { ImpersonationBar } from './impersonation-bar.tsx'
import { Shortcuts } from './shortcuts.tsx'
import { Sidebar } from './sidebar.tsx'
import classes from './shell.module.css'

/** The frame of every screen: sidebar, or on a phone a bar with a drawer, and the palette over all. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const isPhone = usePhone()
  const [isCollapsed, setCollapsed] = useLocalStorage({
    key: 'telar.sidebar',
    defaultValue: false,
    getInitialValueInEffect: false,
  })
  return (
    <div className={classes['frame']}>
      <a className={classes['skip']} href="#main">
        <SkipText />
      </a>
      <ImpersonationBar />
      <div className={classes['root']} data-phone={isPhone || undefined}>
        {isPhone ? <PhoneBar /> : <Sidebar isCollapsed={isCollapsed} onToggle={() => setCollapsed(!isCollapsed)} />}
        <main id="main" className={classes['main']} tabIndex={-1}>
          {children}
        </main>
      </div>
      <Palette />
      <Shortcuts />
    </div>
  )
}

function SkipText() {
  const { t } = useTranslation()
  return t('shell.skip')
}

function PhoneBar() {
  const { t } = useTranslation()
  const { model } = useWorkspace()
  const [isOpen, { open, close }] = useDisclosure(false)
  const { pathname } = useLocation()
  useEffect(close, [pathname, close])
  return (
    <header className={classes['phoneBar']}>
      <ActionIcon aria-label={t('shell.openMenu')} onClick={open}>
        <IconMenu2 size={20} />
      </ActionIcon>
      <span className={`truncate ${classes['brand'] ?? ''}`}>{model.title}</span>
      <ActionIcon aria-label={t('shell.search')} onClick={palette.open}>
        <IconSearch size={20} stroke={1.6} />
      </ActionIcon>
      <Drawer
        opened={isOpen}
        onClose={close}
        size={280}
        padding={0}
        withCloseButton={false}
        title={t('shell.menu')}
        classNames={{ header: 'visually-hidden', body: classes['drawer'] ?? '' }}
      >
        <Sidebar isCollapsed={false} isDrawer />
      </Drawer>
    </header>
  )
}
