import {
  ActionIcon,
  Badge,
  Button,
  Checkbox,
  createTheme,
  defaultVariantColorsResolver,
  Menu,
  Modal,
  MultiSelect,
  NumberInput,
  parseThemeColor,
  PasswordInput,
  Popover,
  Select,
  Table,
  Tabs,
  Textarea,
  TextInput,
  Tooltip,
  type VariantColorsResolver,
} from '@mantine/core'

/** Mantine's own light variant misses AA contrast for yellow and teal: tint less, write darker. So does white on its red. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input)
  const parsed = parseThemeColor({ color: input.color ?? input.theme.primaryColor, theme: input.theme })
  const shade = (n: number) => `var(--mantine-color-${parsed.color}-${String(n)})`
  if (input.variant === 'filled' && parsed.color === 'red') return { ...colors, background: shade(8), hover: shade(9) }
  if (input.variant !== 'light' || !parsed.isThemeColor) return colors
  const tint = (light: number, dark: number) =>
    `light-dark(color-mix(in srgb, ${shade(6)} ${String(light)}%, white), color-mix(in srgb, ${shade(5)} ${String(dark)}%, transparent))`
  return {
    ...colors,
    background: tint(14, 20),
    hover: tint(22, 28),
    color: `light-dark(color-mix(in srgb, ${shade(9)} 70%, black), ${shade(2)})`,
  }
}

const small = { defaultProps: { size: 'xs' } } as const

/** One accent, one neutral ramp; every other colour means a state. */
export const theme = createTheme({
  variantColorResolver,
  primaryColor: 'indigo',
  primaryShade: 6,
  autoContrast: true,
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: '"Inter Variable", Inter, system-ui, sans-serif',
  fontFamilyMonospace: '"JetBrains Mono Variable", ui-monospace, monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45' },
  spacing: { xs: '6px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '3px', sm: '5px', md: '7px', lg: '10px', xl: '14px' },
  defaultRadius: 'sm',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '16px', lineHeight: '24px' },
      h2: { fontSize: '14px', lineHeight: '20px' },
      h3: { fontSize: '13px', lineHeight: '20px' },
    },
  },
  colors: {
    indigo: [
      '#eef0ff',
      '#dcdffb',
      '#b9bff4',
      '#949dec',
      '#7680e6',
      '#636fe2',
      '#5761d7',
      '#4851bd',
      '#3f48aa',
      '#343d96',
    ],
    dark: [
      '#d6d7da',
      '#a9acb3',
      '#8b8f98',
      '#62666f',
      '#3a3d45',
      '#2c2f36',
      '#22242a',
      '#191b20',
      '#131418',
      '#0d0e11',
    ],
  },
  components: {
    Button: Button.extend({ defaultProps: { size: 'xs', fw: 500 } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 'md' } }),
    TextInput: TextInput.extend(small),
    PasswordInput: PasswordInput.extend(small),
    // A list that opens as one passes through with the Tab key would lie over the next fields.
    Select: Select.extend({ defaultProps: { size: 'xs', openOnFocus: false, comboboxProps: { shadow: 'md' } } }),
    MultiSelect: MultiSelect.extend({
      defaultProps: { size: 'xs', openOnFocus: false, comboboxProps: { shadow: 'md' } },
    }),
    NumberInput: NumberInput.extend({ defaultProps: { size: 'xs', hideControls: true } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'xs', autosize: true, minRows: 2, maxRows: 14 } }),
    Checkbox: Checkbox.extend(small),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, fz: 'xs' } }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md' } }),
    Modal: Modal.extend({
      defaultProps: { radius: 'lg', shadow: 'xl', padding: 20, overlayProps: { backgroundOpacity: 0.35 } },
    }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md' } }),
    Badge: Badge.extend({ defaultProps: { variant: 'light', tt: 'none', fw: 500, size: 'md', fz: 12, radius: 'sm' } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 6, fz: 'sm' } }),
    Tabs: Tabs.extend({ defaultProps: { keepMounted: false } }),
  },
})
