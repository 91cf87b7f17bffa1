/** The text as it is read: one language, or two side by side by paragraph; each paragraph can be commented and amended. */
import type { Language } from '@kerege/contract/common'
import { getText, listComments } from '@kerege/contract/council/documents/routes'
import type { CouncilDocument, TextVersion } from '@kerege/contract/council/documents/schema'
import type { Block } from '@kerege/contract/council/documents/text'
import { Switch } from '@mantine/core'
import { useState } from 'react'
import { useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { AmendDrawer } from './AmendDrawer.tsx'
import { BlockView, startOf } from './Blocks.tsx'
import { CommentDrawer } from './CommentDrawer.tsx'
import css from './documents.module.css'
import { commentPlace, paragraphPlace, useArrival } from './places.ts'
import { LanguageStatePill } from './state.tsx'

interface Props {
  document: CouncilDocument
  language: Language
}

export function TextCard({ document, language }: Props) {
  const t = useT()
  const format = useFormat()
  const [beside, setBeside] = useState(false)
  const source = useGet(
    getText,
    { params: { id: document.id, language: document.sourceLanguage }, query: {} },
    { enabled: beside },
  )
  const text = useGet(getText, { params: { id: document.id, language }, query: {} })
  return (
    <Card
      title={format.language(language)}
      note={<LanguageStatePill state={document.languages[language]} />}
      side={
        language !== document.sourceLanguage && (
          <Switch
            label={t('council.doc.beside')}
            checked={beside}
            onChange={event => setBeside(event.currentTarget.checked)}
          />
        )
      }
    >
      <Answered query={text}>
        {({ body }) => (
          <Text document={document} text={body} original={beside ? source.data?.body : undefined} />
        )}
      </Answered>
    </Card>
  )
}

interface TextProps {
  document: CouncilDocument
  text: TextVersion
  original: TextVersion | undefined
}

function Text({ document, text, original }: TextProps) {
  const t = useT()
  const [over, setOver] = useState<{ kind: 'comment' | 'amend'; block: Block }>()
  const close = () => setOver(undefined)
  const stale = document.stands.find(one => one.language === text.language)?.stale ?? []
  const sources = new Map(original?.text.blocks.map(block => [block.id, block]))
  const comments = useGet(listComments, { params: { id: document.id } }).data?.body.rows ?? []
  useArrival(true)
  const isRecord = document.bound?.as === 'record'
  const isSource = text.language === document.sourceLanguage
  if (text.text.blocks.length === 0) return <p className="k-dim">{t('council.doc.noText')}</p>
  return (
    <div className={css.text}>
      {text.text.blocks.map(block => {
        const twin = sources.get(block.id)
        const behind = stale.includes(block.id)
        const said = comments.filter(one => one.blockId === block.id && !one.resolvedAt)
        return (
          <div
            key={block.id}
            id={paragraphPlace(block.id)}
            tabIndex={-1}
            className={[css.block, css.place, original && css.pair, behind && css.owes]
              .filter(Boolean)
              .join(' ')}
          >
            {original && <div lang={original.language}>{twin && <BlockView block={twin} />}</div>}
            <div lang={text.language}>
              <BlockView block={block} />
              {behind && <p className="k-dim k-small">{t('council.doc.owes.stale')}</p>}
            </div>
            {(document.mine.mayComment || document.mine.mayAmend || said[0]) && (
              <div className={`${css.acts} k-screen`}>
                {document.mine.mayComment && (
                  <button
                    type="button"
                    className="k-link"
                    aria-label={t('council.doc.commentOn', { start: startOf(block) })}
                    onClick={() => setOver({ kind: 'comment', block })}
                  >
                    {t('council.doc.comment')}
                  </button>
                )}
                {said[0] && (
                  <a href={`#${commentPlace(said[0].id)}`}>
                    {t('council.doc.comments')}: {said.length}
                  </a>
                )}
                {document.mine.mayAmend && isSource && (
                  <button
                    type="button"
                    className="k-link"
                    aria-label={t(isRecord ? 'council.rec.correctOn' : 'council.doc.amendOn', {
                      start: startOf(block),
                    })}
                    onClick={() => setOver({ kind: 'amend', block })}
                  >
                    {t(isRecord ? 'council.rec.correct' : 'council.doc.amend')}
                  </button>
                )}
              </div>
            )}
          </div>
        )
      })}
      <CommentDrawer
        document={document}
        language={text.language}
        block={over?.kind === 'comment' ? over.block : undefined}
        onClose={close}
      />
      <AmendDrawer
        document={document}
        number={text.version}
        block={over?.kind === 'amend' ? over.block : undefined}
        onClose={close}
      />
    </div>
  )
}
