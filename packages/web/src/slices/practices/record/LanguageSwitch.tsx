/** In which language one reads, and in which others it can be read. A translation that nobody checked says so. */
import { type Language, languages } from '@kerege/contract/common'
import type { PracticeContent } from '@kerege/contract/practices/content'
import { ownNameOf } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import css from '../practices.module.css'

interface Props {
  content: PracticeContent
  language: Language
  choose: (language: Language) => void
}

export function LanguageSwitch({ content, language, choose }: Props) {
  const t = useT()
  const format = useFormat()
  const others = languages.filter(one => one !== language && content.texts.title[one])
  const state = content.texts.title[language]?.state
  return (
    <span className={css.langs}>
      <span>{t('practices.readIn', { language: format.language(language) })}</span>
      {state && state !== 'checked' && <span className="k-dim">({t(`council.text.${state}`)})</span>}
      {others.length > 0 && <span>{t('practices.also')}</span>}
      {others.map(one => (
        <button key={one} type="button" className="k-link" lang={one} onClick={() => choose(one)}>
          {ownNameOf(one)}
        </button>
      ))}
    </span>
  )
}
