/**
 * Names and notes as somebody wrote them, in whatever language. Those of the project's own files are English, and say
 * so to whoever reads them aloud; of other letters nothing is claimed.
 */
import { html } from 'hono/html'
import type { Html } from './publicPage.ts'

export const written = (text: string): Html =>
  /[\p{Script=Cyrillic}\p{Script=Arabic}]/u.test(text)
    ? html`<bdi>${text}</bdi>`
    : html`<bdi lang="en">${text}</bdi>`
