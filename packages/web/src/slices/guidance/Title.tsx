/** Words of the Council, marked with the language in which they stand. */
import type { MultiText } from '@kerege/contract/common'
import { useFormat } from '../../i18n/useFormat.tsx'

export function Title({ text }: { text: MultiText }) {
  const found = useFormat().text(text)
  return <bdi lang={found.language}>{found.text}</bdi>
}

/** A whole text, lines kept; names its language where it is not the reader's own. */
export function Words({ text, own }: { text: MultiText; own: string }) {
  const format = useFormat()
  const found = format.text(text)
  return (
    <div>
      {found.language !== own && <p className="k-dim k-small">{format.language(found.language)}</p>}
      <p className="k-read" lang={found.language} dir="auto" style={{ whiteSpace: 'pre-line' }}>
        {found.text}
      </p>
    </div>
  )
}
