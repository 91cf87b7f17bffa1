/** The frame of every public page: head, languages, menu, foot. Works without script, on paper and in the dark. */
import { type Language, languages } from '@kerege/contract/common'
import { html, raw } from 'hono/html'
import type { Messages } from '../../platform/messages.ts'
import type { Html, PublicBody, PublicPage } from '../../platform/publicPage.ts'
import { ownNames } from '../../platform/languageNames.ts'

interface Frame {
  language: Language
  words: Messages
  /** Path of the page, for its twins in other languages. */
  path: string
  baseUrl: string
  /** An invented region: every page says so, since it speaks of real states. */
  demo: boolean
  styleHref: string
  menu: readonly PublicPage[]
  href: (path: string) => string
}

export function framed(frame: Frame, page: PublicBody): Html {
  const { title, about, body, feeds = [], head = '' } = page
  const { language, words, path, baseUrl, styleHref, href } = frame
  const twin = (one: Language) => `${path}?${new URLSearchParams({ ...page.query, lang: one })}`
  const say = (key: string) => words(language, key)
  return html`<!doctype html>
<html lang="${language}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Kerege</title>
<meta name="description" content="${about}">
<link rel="stylesheet" href="${styleHref}">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${languages.map(one => html`<link rel="alternate" hreflang="${one}" href="${baseUrl}${twin(one)}">`)}
<link rel="alternate" hreflang="x-default" href="${baseUrl}${path}">
${feeds.map(feed => html`<link rel="alternate" type="${feed.type}" title="${feed.title}" href="${href(feed.path)}">`)}
${head}
</head>
<body>
<a class="skip" href="#content">${say('public.skip')}</a>
<header class="top">
<a class="home" href="${href('/public')}">${mark()}<span><strong>Kerege</strong> <small>${say('public.hub')}</small></span></a>
${menuOf(frame)}
<nav class="languages" aria-label="${say('public.languages')}">
<ul>${languages.map(
    one =>
      html`<li><a lang="${one}" hreflang="${one}" href="${twin(one)}"${
        one === language ? raw(' aria-current="true"') : ''
      }>${ownNames[one]}</a></li>`,
  )}</ul>
</nav>
</header>
<main id="content" tabindex="-1">
${body}
</main>
<footer class="foot">
<p>${say('public.foot')}</p>
${frame.demo ? html`<p class="demo">${say('public.demo')}</p>` : ''}
<p><a href="/">${say('public.signIn')}</a></p>
</footer>
</body>
</html>`
}

function menuOf({ menu, language, words, path, href }: Frame): Html {
  return html`<nav class="menu" aria-label="${words(language, 'public.menu')}">
<ul>${menu.map(
    page => html`<li><a href="${href(page.path)}"${here(page.path, path)}>${page.entry?.(language)}</a></li>`,
  )}</ul>
</nav>`
}

/** Below a page of the menu one is still there. */
const here = (entry: string, path: string) =>
  entry === path
    ? raw(' aria-current="page"')
    : path.startsWith(`${entry}/`)
      ? raw(' aria-current="true"')
      : ''

/** Four crossed laths hold up one hearth. */
const mark = () => html`<svg class="mark" width="32" height="32" viewBox="0 0 32 32" aria-hidden="true">
<path class="laths" d="M11.9 3.6 27.6 20.4M4.4 11.6 20.1 28.4M20.1 3.6 4.4 20.4M27.6 11.6 11.9 28.4"/>
<path class="hearth" d="M16 12.2 19.6 16 16 19.8 12.4 16Z"/></svg>`
