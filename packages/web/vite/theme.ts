/**
 * Writes the theme's CSS variables into a file at build time (`virtual:theme.css`). Mantine would inject them
 * as a <style> element while running, which the policy `style-src 'self'` forbids.
 */
import { DEFAULT_THEME, defaultCssVariablesResolver, mergeMantineTheme } from '@mantine/core'
import type { Plugin } from 'vite'
import { cssVariablesResolver, theme } from '../src/ui/theme.ts'

// Mantine's other palettes are never used: no colour outside the design can slip in.
const unused = /^--mantine-color-(pink|grape|violet|indigo|blue|cyan|green|lime|yellow|orange|teal)-/

function block(selector: string, variables: Record<string, string>): string {
  const lines = Object.entries(variables)
    .filter(([name]) => !unused.test(name))
    .map(([name, value]) => `${name}:${value};`)
  return `${selector}{${lines.join('')}}`
}

function themeVariables(): string {
  const merged = mergeMantineTheme(DEFAULT_THEME, theme)
  const base = defaultCssVariablesResolver(merged)
  const ours = cssVariablesResolver(merged)
  const scheme = (name: 'light' | 'dark') => ({
    '--mantine-color-scheme': name,
    ...base[name],
    ...ours[name],
  })
  return [
    block(':root', { ...base.variables, ...ours.variables }),
    block(':root[data-mantine-color-scheme="light"]', scheme('light')),
    block(':root[data-mantine-color-scheme="dark"]', scheme('dark')),
  ].join('\n')
}

export function themeCss(): Plugin {
  const id = 'virtual:theme.css'
  return {
    name: 'kerege-theme',
    resolveId: source => (source === id ? `\0${id}` : undefined),
    load: source => (source === `\0${id}` ? themeVariables() : undefined),
  }
}
