/** The editor of documents as a field of a form: a statement is written with it and filed with the rest. */
import type { Block } from '@kerege/contract/council/documents/text'
import { Input } from '@mantine/core'
import { useState } from 'react'
import { type FieldProps, useField } from '../../../ui/form/useField.ts'
import { TextEditor } from '../documents/edit/TextEditor.tsx'

export function BlocksField(props: FieldProps & { language: string }) {
  const field = useField<Block[]>(props)
  // The editor knows its text better than the form does; it begins with what the form had kept.
  const [start] = useState(() => field.value ?? [])
  return (
    <Input.Wrapper label={props.label} labelElement="div" error={field.fault}>
      {/* A fault leads here: the editor is the next thing that takes the focus. */}
      <div id={field.id} tabIndex={-1}>
        <TextEditor label={props.label} language={props.language} blocks={start} onChange={field.set} />
      </div>
    </Input.Wrapper>
  )
}
