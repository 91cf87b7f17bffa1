/**
 * What a browser is shown while the web app is still being built: that it comes, in seven languages, the reader's first. It asks
 * again by itself, without a script, and goes to where one wanted to go.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { languages } from '@kerege/contract/common'
import type { Context as Hono } from 'hono'
import { html } from 'hono/html'
import { openMessages } from '../../platform/messages.ts'
import { languageOf } from '../public/language.ts'

const here = import.meta.dirname
const styleAddress = '/waiting.css'
const seconds = 2

export function openWaitingPage(): (c: Hono) => Response {
  const words = openMessages(join(here, 'messages'))
  const style = readFileSync(join(here, 'style.css'))
  return c => {
    if (c.req.path === styleAddress) {
      return new Response(style, { headers: { 'content-type': 'text/css; charset=utf-8' } })
    }
    const first = languageOf(undefined, c.req.header('accept-language'))
    const others = languages.filter(language => language !== first)
    const page = html`<!doctype html>
<html lang="${first}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="${seconds}">
<title>${words(first, 'waiting.title')} · Kerege</title>
<link rel="stylesheet" href="${styleAddress}">
</head>
<body>
<main>
<h1>${words(first, 'waiting.title')}</h1>
<p>${words(first, 'waiting.text')}</p>
<ul>
${others.map(one => html`<li lang="${one}"><strong>${words(one, 'waiting.title')}.</strong> ${words(one, 'waiting.text')}</li>`)}
</ul>
</main>
</body>
</html>
`
    return new Response(String(page), {
      status: 503,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-language': first,
        'cache-control': 'no-store',
        'retry-after': String(seconds),
      },
    })
  }
}
