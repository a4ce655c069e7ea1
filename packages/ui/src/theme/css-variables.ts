import type { CSSVariablesResolver } from '@mantine/core'

/** The only place with colour values of the shell; components and the grid read these names. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--app-sidebar-width': '224px', '--app-header-height': '44px' },
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1c1d21',
    '--mantine-color-dimmed': '#5f636d',
    '--mantine-color-placeholder': '#6a6e78',
    '--mantine-color-error': '#c92a2a',
    '--app-panel': '#fbfbfc',
    '--app-border': '#e8e8ec',
    '--app-hover': '#f3f3f6',
    '--app-active': '#ebebf0',
    '--app-accent-text': '#4851bd',
    '--app-notice': '#8a4b00',
  },
  dark: {
    '--mantine-color-body': '#131418',
    '--mantine-color-text': '#e4e5e8',
    '--mantine-color-dimmed': '#9a9ea8',
    '--mantine-color-placeholder': '#9296a0',
    '--mantine-color-error': '#ff8787',
    '--app-panel': '#0d0e11',
    '--app-border': '#26282e',
    '--app-hover': '#1d1f24',
    '--app-active': '#25272d',
    '--app-accent-text': '#949dec',
    '--app-notice': '#7a4200',
  },
})
