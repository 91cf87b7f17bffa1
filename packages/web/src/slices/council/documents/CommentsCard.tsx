/** What was said of the document and its paragraphs, each with its replies; dealt with is folded under the open ones. */
import type { Language } from '@kerege/contract/common'
import { getText, listComments, resolveComment } from '@kerege/contract/council/documents/routes'
import type { Comment, CouncilDocument } from '@kerege/contract/council/documents/schema'
import { useState } from 'react'
import { useGet, useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import council from '../council.module.css'
import { PartyLabel } from '../parts/Said.tsx'
import { startOf } from './Blocks.tsx'
import { CommentForm } from './CommentDrawer.tsx'
import css from './documents.module.css'
import { commentPlace, paragraphPlace, useArrival } from './places.ts'

export function CommentsCard({ document, language }: { document: CouncilDocument; language: Language }) {
  const t = useT()
  const found = useGet(listComments, { params: { id: document.id } }).data
  const rows = found?.body.rows ?? []
  useArrival(found !== undefined)
  const text = useGet(getText, { params: { id: document.id, language }, query: {} }).data?.body.text
  const first = rows.filter(one => one.replyTo === undefined)
  const order = [...first.filter(one => !one.resolvedAt), ...first.filter(one => one.resolvedAt)]
  return (
    <Card flush title={t('council.doc.comments')}>
      {order.length === 0 && <p className={council.empty}>{t('council.doc.noComments')}</p>}
      <ul className={css.lines}>
        {order.map(one => {
          const block = text?.blocks.find(candidate => candidate.id === one.blockId)
          return (
            <li key={one.id} id={commentPlace(one.id)} tabIndex={-1} className={css.place}>
              {block && (
                <a className="k-small" href={`#${paragraphPlace(block.id)}`}>
                  «{startOf(block)}»
                </a>
              )}
              <OneComment comment={one} document={document} />
              {rows
                .filter(reply => reply.replyTo === one.id)
                .map(reply => (
                  <div key={reply.id} className={css.reply}>
                    <Words comment={reply} />
                  </div>
                ))}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

function OneComment({ comment, document }: { comment: Comment; document: CouncilDocument }) {
  const t = useT()
  const [replying, setReplying] = useState(false)
  const resolve = useSend(resolveComment)
  return (
    <>
      <Words comment={comment} />
      <div className={css.chosen}>
        {comment.resolvedAt && <span className="k-dim">{t('council.doc.resolve')}</span>}
        {!comment.resolvedAt && document.mine.mayComment && (
          <button type="button" className="k-link" onClick={() => setReplying(true)}>
            {t('council.doc.reply')}
          </button>
        )}
        {comment.mayResolve && (
          <button
            type="button"
            className="k-link"
            onClick={() => resolve.mutate({ input: { params: { id: document.id, commentId: comment.id } } })}
          >
            {t('council.doc.resolve')}
          </button>
        )}
      </div>
      {replying && (
        <CommentForm
          id={document.id}
          language={comment.language}
          about={{ replyTo: comment.id }}
          onDone={() => setReplying(false)}
        />
      )}
    </>
  )
}

function Words({ comment }: { comment: Comment }) {
  const format = useFormat()
  return (
    <div>
      <p dir="auto">{comment.words}</p>
      <div className="k-dim k-small">
        {comment.by}
        {comment.party && (
          <>
            {' · '}
            <PartyLabel party={comment.party} />
          </>
        )}
        {' · '}
        {comment.replyTo ? (
          format.relative(comment.at)
        ) : (
          <a href={`#${commentPlace(comment.id)}`}>{format.relative(comment.at)}</a>
        )}
      </div>
    </div>
  )
}
