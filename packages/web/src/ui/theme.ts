/** Colours, type and measures of the design, for Mantine and for our own CSS. The single source of tokens. */
import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from '@mantine/core'

const lake: MantineColorsTuple = [
  '#EDF6F7',
  '#DCEDEF',
  '#B9DADF',
  '#8EC3CA',
  '#63BAC5',
  '#318A97',
  '#1B6F7C',
  '#125A66',
  '#0D4752',
  '#06262B',
]
const felt: MantineColorsTuple = [
  '#FAF9F6',
  '#F5F3EE',
  '#EFEDE7',
  '#E5E1D9',
  '#D3CEC3',
  '#A9A49A',
  '#8B867B',
  '#5B5A55',
  '#3B3B38',
  '#1F2326',
]
const night: MantineColorsTuple = [
  '#ECEAE5',
  '#CFCCC5',
  '#A9A69E',
  '#767570',
  '#3A4146',
  '#2C3135',
  '#23282B',
  '#1B1F22',
  '#141719',
  '#0E1012',
]
const red: MantineColorsTuple = [
  '#FDEBE8',
  '#F9D3CD',
  '#F3AFA5',
  '#EE8B7E',
  '#DE6254',
  '#C53B2E',
  '#A3241D',
  '#861B15',
  '#6B1511',
  '#4A0E0B',
]
const face = "'Inter Variable', 'Noto Sans Arabic Variable', 'Noto Sans', system-ui, sans-serif"

export const theme = createTheme({
  primaryColor: 'lake',
  primaryShade: { light: 6, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.36,
  white: '#FFFFFF',
  black: '#1F2326',
  colors: { lake, gray: felt, dark: night, red },
  fontFamily: face,
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  headings: {
    fontFamily: face,
    fontWeight: '620',
    textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.2' },
      h2: { fontSize: '1.1875rem', lineHeight: '1.3' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  defaultRadius: 'md',
  shadows: {
    sm: '0 1px 2px rgba(31,35,38,.06)',
    md: '0 6px 20px rgba(31,35,38,.10)',
    lg: '0 12px 32px rgba(31,35,38,.14)',
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  variantColorResolver: input => {
    // Mantine's own answer leaves white text on the light lake of the dark scheme (2.2:1).
    const colors = defaultVariantColorsResolver(input)
    if (input.variant !== 'filled') return colors
    const color = input.color === 'red' ? 'var(--k-on-red)' : 'var(--mantine-primary-color-contrast)'
    return { ...colors, color }
  },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Input: {
      vars: (_: unknown, props: { error?: unknown }) => ({
        wrapper: props.error ? {} : { '--input-bd': 'var(--mantine-color-default-border)' },
      }),
    },
    TextInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    // The list itself scrolls, and not a box inside of it: so it is one thing to a screen reader and to the keyboard.
    Select: { defaultProps: { size: 'md', withScrollArea: false } },
    MultiSelect: { defaultProps: { size: 'md', withScrollArea: false } },
    Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
  },
})

const vars = (prefix: string, list: string): Record<string, string> =>
  Object.fromEntries(
    list
      .trim()
      .split(/\s+/)
      .map(pair => {
        const [name = '', colour = ''] = pair.split('=')
        return [`--${prefix}${name}`, colour]
      }),
  )

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...vars(
      'mantine-color-',
      'body=#FFFFFF text=#1F2326 dimmed=#5B5A55 default-border=#8B867B anchor=#125A66 placeholder=#6B6962 error=#A3241D',
    ),
    ...vars(
      'k-',
      'page=#FAF9F6 surface=#FFFFFF sunk=#F5F3EE line=#E5E1D9 ctrl=#8B867B text=#1F2326 dim=#5B5A55 primary=#1B6F7C primary-soft=#E6F2F3 primary-text=#125A66 lath=#B5652B on-red=#FFFFFF',
    ),
    ...vars(
      '',
      'ok-f=#1F6B3A ok-b=#E7F4EA wait-f=#7A4D00 wait-b=#FFF2D1 stop-f=#A3241D stop-b=#FDEBE8 info-f=#1D5493 info-b=#E8F0FA seal-f=#5B3F8C seal-b=#F0EBF8 mute-f=#4C4A45 mute-b=#EFEDE7 focus=#0B57D0',
    ),
    ...vars(
      '',
      'l1=#CFE0DC l2=#E9CF86 l3=#D48A45 l4=#8F3B22 c1=#1B6F7C c2=#D37E14 c3=#472C74 c4=#D7A2AC c5=#80B8F0 s0=#EEF4F4 s1=#CFE3E5 s2=#9CC7CC s3=#5B9FA9 s4=#1B6F7C',
    ),
  },
  dark: {
    ...vars(
      'mantine-color-',
      'body=#1B1F22 text=#ECEAE5 dimmed=#A9A69E default-border=#767570 anchor=#86CDD6 placeholder=#A09D95 error=#FFA79C red-outline=#FFA79C lake-outline=#8FD3DB',
    ),
    ...vars(
      'k-',
      'page=#141719 surface=#1B1F22 sunk=#23282B line=#2F3539 ctrl=#767570 text=#ECEAE5 dim=#A9A69E primary=#63BAC5 primary-soft=#16333A primary-text=#8FD3DB lath=#D98D52 on-red=#1B0604',
    ),
    ...vars(
      '',
      'ok-f=#86D39E ok-b=#16301F wait-f=#F2C566 wait-b=#362A10 stop-f=#FFA79C stop-b=#3D1B18 info-f=#9CC5F5 info-b=#15283E seal-f=#C9B5F2 seal-b=#2A2140 mute-f=#CFCCC5 mute-b=#2C3135 focus=#8AB8FF',
    ),
    ...vars(
      '',
      'l1=#35504D l2=#8A6F2A l3=#D48A45 l4=#FFB59B c1=#4FB3BF c2=#DCAE73 c3=#7D67D8 c4=#D5617B c5=#CDEAF8 s0=#1E2B2E s1=#22434A s2=#2D626C s3=#428D99 s4=#7CCBD5',
    ),
  },
})
