import { modals } from '@mantine/modals'
import i18next from 'i18next'
import { useTranslation } from 'react-i18next'
import { commandKey } from './command-key.ts'
import classes from './shell.module.css'

const rows = [
  { keys: [`${commandKey}K`], text: 'shell.keys.palette' },
  { keys: ['/'], text: 'shell.keys.search' },
  { keys: ['g', '…'], text: 'shell.keys.go' },
  { keys: ['c'], text: 'shell.keys.create' },
  { keys: ['f'], text: 'shell.keys.filter' },
  { keys: ['↑', '↓', '←', '→'], text: 'shell.keys.move' },
  { keys: ['enter'], text: 'shell.keys.edit' },
  { keys: ['space'], text: 'shell.keys.select' },
  { keys: [commandKey.trim(), 'enter'], text: 'shell.keys.openFull' },
  { keys: ['Esc'], text: 'shell.keys.close' },
  { keys: ['?'], text: 'shell.keys.help' },
] as const

/** Keys that are called otherwise on the keyboards of other languages. */
const names = { enter: 'shell.keyNames.enter', space: 'shell.keyNames.space' } as const

/** All keys on one page. */
export const openCheatSheet = (): void => {
  modals.open({ title: i18next.t('shell.shortcuts'), children: <CheatSheet /> })
}

function CheatSheet() {
  const { t } = useTranslation()
  return (
    <dl className={classes['keys']}>
      {rows.map(({ keys, text }) => (
        <div key={text}>
          <dt>{t(text)}</dt>
          <dd>
            {keys.map((key) => (
              <kbd key={key} className="key">
                {isNamed(key) ? t(names[key]) : key}
              </kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

const isNamed = (key: string): key is keyof typeof names => key in names
