import { Menu } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { type Scope, scopeNames } from '@telar/metadata'
import { useTranslation } from 'react-i18next'
import { noCondition } from './role-document.ts'
import classes from './roles.module.css'

interface ScopeMenuProps {
  /** The cell it belongs to. */
  readonly element: HTMLElement
  readonly scope: Scope
  readonly allowsCondition: boolean
  readonly onChoose: (scope: Scope) => void
  readonly onClose: () => void
}

/** One menu for all cells: hundreds of them would make the page slow. */
export function ScopeMenu({ element, scope, allowsCondition, onChoose, onClose }: ScopeMenuProps) {
  const { t } = useTranslation()
  const { left, top, width, height } = element.getBoundingClientRect()
  const isChosen = (name: string) => (typeof scope === 'string' ? scope === name : name === 'where')
  const item = (name: 'where' | (typeof scopeNames)[number], chosen: Scope) => (
    <Menu.Item
      key={name}
      leftSection={<span className={classes['swatch']} data-scope={name} />}
      rightSection={isChosen(name) ? <IconCheck size={14} /> : undefined}
      onClick={() => onChoose(chosen)}
    >
      <span className={classes['scopeName']}>{t(`roles.scopes.${name}`)}</span>
      <span className="dimmed">{t(`roles.scopeHelp.${name}`)}</span>
    </Menu.Item>
  )
  return (
    <Menu
      opened
      onClose={onClose}
      position="bottom-start"
      width={300}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
    >
      <Menu.Target>
        <span aria-hidden style={{ position: 'fixed', left, top, width, height, pointerEvents: 'none' }} />
      </Menu.Target>
      <Menu.Dropdown>
        {scopeNames.map((name) => item(name, name))}
        {allowsCondition ? item('where', typeof scope === 'string' ? { where: noCondition } : scope) : null}
      </Menu.Dropdown>
    </Menu>
  )
}
