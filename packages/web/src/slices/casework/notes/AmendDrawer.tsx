/** Adds to a note that is locked, or that somebody else wrote. */
import type { Note } from '@kerege/contract/casework/notes'
import { amendNote } from '@kerege/contract/casework/routes'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { toast } from '../../../ui/toasts.ts'

interface Props {
  note: Note
  opened: boolean
  onClose: () => void
}

export function AmendDrawer({ note, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('casework.notes.amendTitle')}>
      {opened && <AmendForm note={note} onClose={onClose} />}
    </Drawer>
  )
}

function AmendForm({ note, onClose }: Omit<Props, 'opened'>) {
  const t = useT()
  const [initial] = useState(() => ({ id: newId() }))
  const form = useForm({
    name: `casework.amend.${note.id}`,
    schema: bodyOf(amendNote),
    initial,
    send: (body, options) => send(amendNote, { params: { id: note.id }, body }, options),
    onDone: async () => {
      await queryClient.invalidateQueries()
      toast(t('casework.notes.amended'))
      onClose()
    },
  })
  return (
    <Form
      form={form}
      submit={t('casework.notes.amend')}
      beside={
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      }
    >
      <p className="k-dim">{t('casework.notes.amendText')}</p>
      <TextField
        at="/words"
        label={t('casework.note.words')}
        hint={t('casework.note.wordsHint')}
        rows={5}
        maxLength={4000}
      />
    </Form>
  )
}
