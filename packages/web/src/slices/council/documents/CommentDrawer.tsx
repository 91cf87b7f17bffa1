/** A comment on one paragraph. */
import type { Language } from '@kerege/contract/common'
import { addComment } from '@kerege/contract/council/documents/routes'
import type { CouncilDocument } from '@kerege/contract/council/documents/schema'
import type { Block } from '@kerege/contract/council/documents/text'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { BlockView } from './Blocks.tsx'

interface Props {
  document: CouncilDocument
  language: Language
  block: Block | undefined
  onClose: () => void
}

export function CommentDrawer({ document, language, block, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={block !== undefined} onClose={onClose} title={t('council.doc.comment')}>
      {block && (
        <>
          <div className="k-read" lang={language}>
            <BlockView block={block} />
          </div>
          <hr />
          <CommentForm id={document.id} language={language} about={{ blockId: block.id }} onDone={onClose} />
        </>
      )}
    </Drawer>
  )
}

interface FormProps {
  id: string
  language: Language
  about: { blockId?: string; replyTo?: string }
  onDone: () => void
}

export function CommentForm({ id, language, about, onDone }: FormProps) {
  const t = useT()
  const [initial] = useState(() => ({ id: newId(), language, ...about }))
  const form = useForm({
    name: `council.comment.${id}.${about.blockId ?? about.replyTo ?? ''}`,
    schema: bodyOf(addComment),
    initial,
    send: (body, options) => send(addComment, { params: { id }, body }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      onDone()
    },
  })
  return (
    <Form form={form} submit={t('council.doc.send')}>
      <TextField at="/words" label={t('council.doc.comment')} rows={4} maxLength={4000} />
    </Form>
  )
}
