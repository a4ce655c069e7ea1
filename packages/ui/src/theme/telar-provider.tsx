import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './app.css'
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import 'dayjs/locale/es'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { cssVariables } from './css-variables.ts'
import { theme } from './theme.ts'

/** Where the reader's choice of light, dark or auto is kept; `theme.js` of the page reads it before the first paint. */
const colorSchemes = localStorageColorSchemeManager({ key: 'telar.theme' })

/** Theme, dialogs, toasts and the calendar's language around the whole application. */
export function TelarProvider({ children }: { readonly children: ReactNode }) {
  const { t, i18n } = useTranslation()
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorSchemes}
      defaultColorScheme="auto"
    >
      <DatesProvider settings={{ locale: i18n.language, firstDayOfWeek: 1 }}>
        <ModalsProvider labels={{ confirm: t('action.confirm'), cancel: t('action.cancel') }}>
          <Notifications position="bottom-left" limit={4} autoClose={7000} containerWidth={380} />
          {children}
        </ModalsProvider>
      </DatesProvider>
    </MantineProvider>
  )
}
