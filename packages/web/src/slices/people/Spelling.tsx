/** A name as somebody wrote it: in its own direction, and in its language where that is known. */
import { scriptOf } from '@kerege/contract/names/script'

export function Spelling({ text, language }: { text: string; language?: string | undefined }) {
  // Arabic letters come from lists abroad; without a language a reader would say them in the screen's.
  const lang = language ?? (scriptOf(text) === 'Arab' ? 'ar' : undefined)
  return (
    <bdi {...(lang ? { lang } : {})} dir="auto">
      {text}
    </bdi>
  )
}
