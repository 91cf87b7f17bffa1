/** An amendment to one paragraph: other words, a paragraph after it, or none; with the reason. */
import { proposeAmendment } from '@kerege/contract/council/documents/routes'
import { amendmentActions } from '@kerege/contract/council/documents/amending'
import { runsText } from '@kerege/contract/council/documents/rules'
import type { CouncilDocument } from '@kerege/contract/council/documents/schema'
import type { Block } from '@kerege/contract/council/documents/text'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { ChoiceField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { BlockView } from './Blocks.tsx'

interface Props {
  document: CouncilDocument
  number: number
  block: Block | undefined
  onClose: () => void
}

export function AmendDrawer({ document, number, block, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={block !== undefined} onClose={onClose} title={t('council.doc.amend')}>
      {block && (
        <>
          <div className="k-read" lang={document.sourceLanguage}>
            <BlockView block={block} />
          </div>
          <hr />
          <AmendForm document={document} number={number} block={block} onDone={onClose} />
        </>
      )}
    </Drawer>
  )
}

/** The block as it was, with other words; of a table only its removal can be proposed. */
export function withWords(block: Block, words: string): Block {
  if (block.kind === 'table') return block
  return { ...block, runs: words === '' ? [] : [{ text: words }] }
}

function AmendForm({
  document,
  number,
  block,
  onDone,
}: Omit<Props, 'block' | 'onClose'> & { block: Block; onDone: () => void }) {
  const t = useT()
  const [initial] = useState(() => ({
    id: newId(),
    blockId: block.id,
    sourceNumber: number,
    action: block.kind === 'table' ? 'remove' : 'replace',
    words: block.kind === 'table' ? '' : runsText(block.runs),
  }))
  const shape = (values: unknown) => {
    const { words, ...rest } = values as typeof initial
    if (rest.action === 'remove') return rest
    const after: Block =
      rest.action === 'replace'
        ? withWords(block, words ?? '')
        : { id: block.id, kind: 'paragraph', runs: words ? [{ text: words }] : [] }
    return { ...rest, after }
  }
  const form = useForm({
    name: `council.amend.${document.id}.${block.id}`,
    schema: bodyOf(proposeAmendment),
    initial,
    shape,
    send: (body, options) => send(proposeAmendment, { params: { id: document.id }, body }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      onDone()
    },
  })
  const actions = amendmentActions.filter(one => one !== 'replace' || block.kind !== 'table')
  return (
    <Form form={form} submit={t('council.doc.propose')}>
      <ChoiceField
        at="/action"
        label={t('council.doc.action')}
        options={actions.map(value => ({ value, label: t(`council.doc.action.${value}`) }))}
      />
      {form.get('/action') !== 'remove' && (
        <TextField
          at="/words"
          label={t('council.doc.amendWords')}
          rows={6}
          maxLength={10_000}
          lang={document.sourceLanguage}
        />
      )}
      <TextField at="/reason" label={t('council.doc.why')} rows={3} maxLength={2000} />
    </Form>
  )
}
