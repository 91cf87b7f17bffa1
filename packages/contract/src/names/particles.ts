/**
 * The small words inside Arabic names: drops the article and grows abd, abu, umm, -ud-din and -ullah
 * together with their names, which other scripts write as one word.
 */
import type { NameWord } from './parse.ts'
import { nameKey } from './variants.ts'

const articles = new Set(['al', 'el', 'ul'])
const sunArticles = new Set(['ar', 'as', 'ax', 'ad', 'an', 'at', 'az', 'er', 'es', 'ud', 'ed', 'ur', 'us'])
const faith = new Set(['din', 'udin', 'edin', 'adin', 'idin'])
const god = new Set(['ala', 'ula', 'ola', 'ilah', 'alah', 'ulo', 'ulah'])

/** Drops the article and grows abd, abu, umm, -ud-din and -ullah together with their names. */
export function joinParticles(words: NameWord[]): NameWord[] {
  const out: NameWord[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as NameWord
    const next = words[at + 1]
    const last = out[out.length - 1]
    if (next && isArticle(word, next)) {
      next.article = true
      continue
    }
    if (last && faith.has(word.sounds)) {
      out[out.length - 1] = grown(last, word, `${last.sounds}idin`)
    } else if (last && god.has(word.sounds) && last.sounds !== 'abd' && last.sounds.length > 2) {
      out[out.length - 1] = grown(last, word, `${last.sounds.replace(/b$/, 'b')}ula`)
    } else if (last && /^(?:abd|abdul|abdal|abdel|abdu|abdur|abdus)$/.test(last.sounds)) {
      const rest = god.has(word.sounds) ? 'la' : word.sounds
      out[out.length - 1] = grown(last, word, servantOf(rest))
    } else if (last && /^(?:abu|abi|abo|um|umu|umi)$/.test(last.sounds) && !word.initial) {
      const base = last.sounds.startsWith('a') ? 'abu' : 'um'
      out[out.length - 1] = grown(last, word, base + word.sounds)
    } else out.push(word)
  }
  return out
}

function grown(first: NameWord, second: NameWord, sounds: string): NameWord {
  return {
    ...first,
    text: `${first.text} ${second.text}`,
    sounds,
    stem: sounds,
    key: nameKey(sounds),
    initial: false,
    minor: false,
  }
}

/** Abd al-Rahman, Abdur-Rahman and Abdurrahman sound alike; so do Abdulaziz and Abd al-Aziz. */
const servantOf = (rest: string) => (/^[rstdnzxl]/.test(rest) ? `abdu${rest}` : `abdul${rest}`)

function isArticle(word: NameWord, next: NameWord): boolean {
  if (word.initial) return false
  if (articles.has(word.sounds)) return true
  return sunArticles.has(word.sounds) && word.sounds.charAt(1) === next.sounds.charAt(0)
}
