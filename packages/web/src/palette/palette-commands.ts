import type { MantineColorScheme } from '@mantine/core'
import type { WorkspaceModel } from '@telar/client'
import { languages } from '@telar/metadata'
import { changeLanguage } from '@telar/ui'
import type { TFunction } from 'i18next'
import { adminPagesFor, type AdminPage } from '../admin/admin-pages.ts'
import { goKeys } from '../shell/go-keys.ts'
import { languageNames } from '../shell/language-names.ts'
import { modulesInOrder } from '../shell/navigation.ts'

export interface Command {
  readonly id: string
  readonly label: string
  readonly icon: string
  readonly keys?: string
  readonly run: () => void
}

export interface CommandGroup {
  readonly label: string
  readonly commands: readonly Command[]
}

interface CommandContext {
  readonly t: TFunction
  readonly language: string
  readonly model: WorkspaceModel
  readonly go: (module: string) => void
  readonly openAdmin: (page: AdminPage['to']) => void
  readonly create: (module: string) => void
  readonly openProfile: () => void
  readonly setTheme: (scheme: MantineColorScheme) => void
}

/** Everything one can do from anywhere. */
export const paletteCommands = (context: CommandContext): readonly CommandGroup[] => {
  const { t } = context
  return [
    { label: t('shell.palette.go'), commands: goCommands(context) },
    { label: t('shell.palette.create'), commands: createCommands(context) },
    { label: t('admin.title'), commands: adminCommands(context) },
    { label: t('shell.palette.settings'), commands: settingCommands(context) },
  ]
}

const goCommands = ({ model, go }: CommandContext): readonly Command[] => {
  const names = modulesInOrder(model)
  const titleOf = (name: string) => model.modules[name]?.plural ?? name
  const keys = new Map(
    [...goKeys(names.map((name) => ({ name, title: titleOf(name) })))].map(([key, name]) => [name, key]),
  )
  return names.map((name) => {
    const key = keys.get(name)
    return {
      id: `go.${name}`,
      label: titleOf(name),
      icon: model.modules[name]?.icon ?? '',
      ...(key === undefined ? {} : { keys: `g ${key}` }),
      run: () => go(name),
    }
  })
}

const createCommands = ({ t, model, create }: CommandContext): readonly Command[] =>
  modulesInOrder(model)
    .flatMap((name) => model.modules[name] ?? [])
    .filter((module) => module.rights.create)
    .map((module) => ({
      id: `create.${module.name}`,
      label: t('shell.palette.createOne', { module: module.title }),
      icon: 'plus',
      run: () => create(module.name),
    }))

const adminCommands = ({ t, model, openAdmin }: CommandContext): readonly Command[] =>
  adminPagesFor(model.me.capabilities).map(({ to, title, icon }) => ({
    id: `admin.${to}`,
    label: t(title),
    icon,
    run: () => openAdmin(to),
  }))

const settingCommands = ({ t, language, openProfile, setTheme }: CommandContext): readonly Command[] => [
  { id: 'profile', label: t('profile.title'), icon: 'user-circle', run: openProfile },
  { id: 'theme.dark', label: t('shell.palette.themeDark'), icon: 'star', run: () => setTheme('dark') },
  { id: 'theme.light', label: t('shell.palette.themeLight'), icon: 'sun', run: () => setTheme('light') },
  { id: 'theme.auto', label: t('shell.palette.themeAuto'), icon: 'settings', run: () => setTheme('auto') },
  ...languages
    .filter((each) => each !== language)
    .map((each) => ({
      id: `language.${each}`,
      label: t('shell.palette.languageIn', { language: languageNames[each] }),
      icon: 'language',
      run: () => void changeLanguage(each),
    })),
]
