import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core'
import {
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconSearch,
  IconSettings,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { NavigationItem } from '@telar/metadata'
import { TelarIcon, useWorkspace } from '@telar/ui'
import { useTranslation } from 'react-i18next'
import { adminPagesFor } from '../admin/admin-pages.ts'
import { palette } from '../palette/palette-store.ts'
import { commandKey } from './command-key.ts'
import { navigationOf } from './navigation.ts'
import { UserMenu } from './user-menu.tsx'
import classes from './sidebar.module.css'

interface SidebarProps {
  readonly isCollapsed: boolean
  readonly onToggle?: () => void
  /** Fills a drawer of its own. */
  readonly isDrawer?: boolean
}

/** The way to every module. */
export function Sidebar({ isCollapsed, onToggle, isDrawer = false }: SidebarProps) {
  const { t } = useTranslation()
  const { model } = useWorkspace()
  const toggle = isCollapsed ? t('shell.expand') : t('shell.collapse')
  const Toggle = isCollapsed ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  return (
    <nav
      className={classes['root']}
      data-collapsed={isCollapsed || undefined}
      data-drawer={isDrawer || undefined}
      aria-label={t('shell.navigation')}
    >
      <div className={classes['head']}>
        {isCollapsed ? null : (
          <Link to="/" className={classes['brand']}>
            <img src="/icon.svg" alt="" width={20} height={20} />
            <span className="truncate">{model.title}</span>
          </Link>
        )}
        {onToggle === undefined ? null : (
          <Tooltip label={toggle} position="right">
            <ActionIcon aria-label={toggle} aria-expanded={!isCollapsed} onClick={onToggle}>
              <Toggle size={16} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      <Tooltip label={`${t('shell.search')} (${commandKey}K)`} position="right" disabled={!isCollapsed}>
        <UnstyledButton className={classes['search']} onClick={palette.open}>
          <IconSearch size={16} stroke={1.6} aria-hidden />
          <span className={classes['text']}>{t('shell.search')}</span>
          <kbd className={`key ${classes['text'] ?? ''}`}>{commandKey}K</kbd>
        </UnstyledButton>
      </Tooltip>
      <div className={classes['scroll']}>
        {navigationOf(model).map((item) => (
          <Item key={item.type === 'module' ? item.module : item.id} item={item} isCollapsed={isCollapsed} />
        ))}
      </div>
      <AdministrationLink isCollapsed={isCollapsed} />
      <UserMenu isCollapsed={isCollapsed} />
    </nav>
  )
}

/** Only for those who may open one of its pages. */
function AdministrationLink({ isCollapsed }: { readonly isCollapsed: boolean }) {
  const { t } = useTranslation()
  const { model } = useWorkspace()
  if (adminPagesFor(model.me.capabilities).length === 0) return null
  return (
    <Tooltip label={t('admin.title')} position="right" disabled={!isCollapsed}>
      <Link to="/admin" className={classes['item']} activeOptions={{ exact: false, includeSearch: false }}>
        <IconSettings size={16} stroke={1.6} aria-hidden />
        <span className={`truncate ${classes['text'] ?? ''}`}>{t('admin.title')}</span>
      </Link>
    </Tooltip>
  )
}

function Item({ item, isCollapsed }: { readonly item: NavigationItem; readonly isCollapsed: boolean }) {
  if (item.type === 'module') return <ModuleLink name={item.module} isCollapsed={isCollapsed} />
  return (
    <div role="group" aria-label={item.title} className={classes['group']}>
      <div className={classes['groupTitle']} aria-hidden>
        {item.title}
      </div>
      {item.items.map((child) => (
        <Item key={child.type === 'module' ? child.module : child.id} item={child} isCollapsed={isCollapsed} />
      ))}
    </div>
  )
}

function ModuleLink({ name, isCollapsed }: { readonly name: string; readonly isCollapsed: boolean }) {
  const { model } = useWorkspace()
  const module = model.modules[name]
  if (module === undefined) return null
  return (
    <Tooltip label={module.plural} position="right" disabled={!isCollapsed}>
      <Link
        to="/$module"
        params={{ module: name }}
        className={classes['item']}
        activeOptions={{ exact: false, includeSearch: false }}
      >
        <TelarIcon name={module.icon} />
        <span className={`truncate ${classes['text'] ?? ''}`}>{module.plural}</span>
      </Link>
    </Tooltip>
  )
}
