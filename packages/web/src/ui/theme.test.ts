/** Holds what the theme corrects in the library's defaults, and the contrast that the design promises. */
import { readFileSync } from 'node:fs'
import { DEFAULT_THEME, mergeMantineTheme } from '@mantine/core'
import { describe, expect, test } from 'vitest'
import { cssVariablesResolver, theme } from './theme.ts'

const merged = mergeMantineTheme(DEFAULT_THEME, theme)
const { light, dark } = cssVariablesResolver(merged)

function luminance(hex: string): number {
  const part = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

/** @see WCAG 2.2, contrast ratio */
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

describe.each([
  ['light', light],
  ['dark', dark],
])('the %s scheme', (scheme, variables) => {
  const colour = (name: string) => new Map(Object.entries(variables)).get(name) ?? '#000000'

  test('is read with ease: text and side notes on every ground', () => {
    for (const ground of ['--k-page', '--k-surface', '--k-sunk']) {
      expect(contrast(colour('--k-text'), colour(ground))).toBeGreaterThan(12)
      expect(contrast(colour('--k-dim'), colour(ground))).toBeGreaterThan(4.5)
    }
    expect(contrast(colour('--mantine-color-anchor'), colour('--k-surface'))).toBeGreaterThan(4.5)
    expect(contrast(colour('--mantine-color-error'), colour('--k-surface'))).toBeGreaterThan(4.5)
    expect(contrast(colour('--mantine-color-placeholder'), colour('--k-surface'))).toBeGreaterThan(4.5)
  })

  test.each(['ok', 'wait', 'stop', 'info', 'seal', 'mute'])('the state %s is read on its ground', state => {
    expect(contrast(colour(`--${state}-f`), colour(`--${state}-b`))).toBeGreaterThan(4.5)
  })

  test('edges of controls and the ring of focus are seen', () => {
    expect(contrast(colour('--k-ctrl'), colour('--k-surface'))).toBeGreaterThan(3)
    expect(colour('--mantine-color-default-border')).toBe(colour('--k-ctrl'))
    expect(contrast(colour('--focus'), colour('--k-surface'))).toBeGreaterThan(3)
    expect(contrast(colour('--focus'), colour('--k-page'))).toBeGreaterThan(3)
  })

  test('what stands on a filled button is read', () => {
    const text = scheme === 'light' ? '#FFFFFF' : '#1F2326'
    expect(contrast(text, colour('--k-primary'))).toBeGreaterThan(4.5)
  })
})

test('a filled button never has white text on the light lake', () => {
  const colours = merged.variantColorResolver({ variant: 'filled', color: 'lake', theme: merged })
  expect(colours.color).toBe('var(--mantine-primary-color-contrast)')
})

test('buttons take a second line instead of cutting a word', () => {
  const css = readFileSync(new URL('./global.css', import.meta.url), 'utf8')
  expect(css).toMatch(/\.mantine-Button-root \{[^}]*height: auto/)
  expect(css).toMatch(/\.mantine-Button-label \{[^}]*white-space: normal/)
})
