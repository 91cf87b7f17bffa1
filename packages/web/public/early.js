// Before anything is painted: the colour scheme and the language, so that nobody is flashed at in the dark; and word
// to the browser of what the first page will need, so that all of it comes at once. The build writes the addresses.
const early = document.currentScript
try {
  const root = document.documentElement
  const chosen = localStorage.getItem('mantine-color-scheme-value') || 'auto'
  const dark = matchMedia('(prefers-color-scheme: dark)').matches
  root.setAttribute('data-mantine-color-scheme', chosen === 'auto' ? (dark ? 'dark' : 'light') : chosen)
  const language = localStorage.getItem('kerege.language')
  if (language) root.lang = language
  fetchEarly(language)
} catch {
  // A browser that keeps nothing gets the light scheme, and everything in its turn.
}

function fetchEarly(language) {
  const messages = JSON.parse(early.dataset.messages)
  const pages = JSON.parse(early.dataset.pages)
  const { files, words, answer } = pages[location.pathname] || pages['*']
  const spoken = [language, ...navigator.languages, 'en']
    .map(tag => (tag || '').toLowerCase().split('-')[0])
    .find(tag => messages[`${tag}-open`])
  for (const file of [...words.map(part => messages[`${spoken}-${part}`]), ...files]) {
    if (file.endsWith('.css')) link({ rel: 'preload', as: 'style', href: file })
    else link({ rel: 'modulepreload', href: file })
  }
  if (answer) link({ rel: 'preload', as: 'fetch', href: answer })
}

function link(attributes) {
  document.head.append(
    Object.assign(document.createElement('link'), { crossOrigin: 'anonymous' }, attributes),
  )
}
