/**
 * Where the page begins: styles, language, theme, router. Where the patterns live: `ui/list` (the list),
 * `ui/form` (the form), `ui/PageHead`, `ui/Tabs`, `ui/Facts` (the page of a record), `shell/slice.ts` (what a
 * slice gives), `i18n` (how texts are said), `api.ts` (how the node is asked).
 */
import './ui/mantine.ts'
import 'virtual:theme.css'
import './ui/fonts.css'
import './ui/global.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import { queryClient } from './api.ts'
import { activate, firstChoice } from './i18n/language.ts'
import { makeRouter } from './router.ts'
import { theme } from './ui/theme.ts'
import { Toasts } from './ui/Toasts.tsx'

// Compiling checks while running needs `eval`, which the content policy forbids.
z.config({ jitless: true })

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no place for the app')

// The words, the page and who is signed in come at the same time, not one after the other.
const router = makeRouter()
await Promise.all([activate(firstChoice(), false), router.load()])

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      {/* Variables and classes stand in files: an injected <style> is forbidden by the content policy. */}
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        withCssVariables={false}
        withGlobalClasses={false}
      >
        <RouterProvider router={router} />
        <Toasts />
      </MantineProvider>
    </QueryClientProvider>
  </StrictMode>,
)
