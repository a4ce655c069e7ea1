import { Menu, UnstyledButton, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import {
  IconCheck,
  IconDeviceDesktop,
  IconKeyboard,
  IconLogout,
  IconMoon,
  IconSelector,
  IconSun,
  IconUserCircle,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { languages } from '@telar/metadata'
import { Avatar, changeLanguage, useWorkspace } from '@telar/ui'
import { useTranslation } from 'react-i18next'
import { client } from '../app/client.ts'
import { enter } from '../session/enter.ts'
import { openCheatSheet } from './cheat-sheet.tsx'
import { languageNames } from './language-names.ts'
import classes from './sidebar.module.css'

const schemes = [
  { value: 'light', Icon: IconSun, text: 'shell.light' },
  { value: 'dark', Icon: IconMoon, text: 'shell.dark' },
  { value: 'auto', Icon: IconDeviceDesktop, text: 'shell.auto' },
] as const satisfies readonly { value: MantineColorScheme; Icon: typeof IconSun; text: string }[]

/** Who one is, and what one may choose for oneself. */
export function UserMenu({ isCollapsed }: { readonly isCollapsed: boolean }) {
  const { t, i18n } = useTranslation()
  const { model } = useWorkspace()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [isOpen, { toggle, close }] = useDisclosure(false)
  const { name, email } = model.me
  return (
    <Menu position="top-start" width={220} opened={isOpen} onClose={close} onOpen={toggle}>
      <Menu.Target>
        <UnstyledButton className={classes['user']} title={t('shell.account', { name: name || email })}>
          <Avatar name={name || email} round size={22} />
          <span className={isCollapsed ? 'visually-hidden' : 'truncate'}>{name || email}</span>
          {isCollapsed ? null : <IconSelector size={14} aria-hidden />}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{email}</Menu.Label>
        <Menu.Item component={Link} to="/profile" leftSection={<IconUserCircle size={16} stroke={1.6} />}>
          {t('profile.title')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('shell.theme')}</Menu.Label>
        {schemes.map(({ value, Icon, text }) => (
          <Menu.Item
            key={value}
            closeMenuOnClick={false}
            leftSection={<Icon size={16} stroke={1.6} />}
            rightSection={colorScheme === value ? <IconCheck size={14} /> : undefined}
            onClick={() => setColorScheme(value)}
          >
            {t(text)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('shell.language')}</Menu.Label>
        {languages.map((language) => (
          <Menu.Item
            key={language}
            lang={language}
            rightSection={i18n.language === language ? <IconCheck size={14} /> : undefined}
            onClick={() => void changeLanguage(language)}
          >
            {languageNames[language]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconKeyboard size={16} stroke={1.6} />}
          rightSection={<kbd className="key">?</kbd>}
          onClick={openCheatSheet}
        >
          {t('shell.shortcuts')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.6} />} onClick={() => void signOut()}>
          {t('auth.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

const signOut = async (): Promise<void> => {
  await client.auth.signOut()
  enter('/sign-in')
}
