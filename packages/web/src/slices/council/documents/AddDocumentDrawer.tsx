/** Adds a document to a session or an item of its agenda: one that is there already, or a new one begun from here. */
import { listDocuments, placeDocument } from '@kerege/contract/council/documents/routes'
import type { DocumentRow } from '@kerege/contract/council/documents/schema'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { queryClient, send, useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { SearchChoiceField } from '../../../ui/form/SearchChoiceField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import css from '../council.module.css'

interface Place {
  sessionId: string
  itemId?: string | undefined
}
interface Props {
  place: Place | undefined
  onClose: () => void
}

export function AddDocumentDrawer({ place, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={place !== undefined} onClose={onClose} title={t('council.doc.add')}>
      {place && <Choices key={place.itemId ?? place.sessionId} place={place} onDone={onClose} />}
    </Drawer>
  )
}

const Choice = z.strictObject({ id: z.string() })

/** A paper with a symbol keeps its session; it can only stand on the agenda of another one. */
const fits = (row: DocumentRow, { sessionId, itemId }: Place): boolean => {
  if (row.state === 'withdrawn') return false
  if (itemId !== undefined) return row.item?.id !== itemId
  return row.session?.id !== sessionId && row.symbol === undefined
}

function Choices({ place, onDone }: { place: Place; onDone: () => void }) {
  const t = useT()
  const format = useFormat()
  const found = useGet(listDocuments, { query: { limit: 200 } }).data?.body.rows ?? []
  const rows = found.filter(row => fits(row, place))
  const [initial] = useState({})
  const form = useForm({
    name: `council.place.${place.itemId ?? place.sessionId}`,
    schema: Choice,
    initial,
    draft: false,
    send: ({ id }, options) => {
      const basedOn = found.find(row => row.id === id)?.version ?? 0
      const body = { sessionId: place.sessionId, basedOn, ...(place.itemId ? { itemId: place.itemId } : {}) }
      return send(placeDocument, { params: { id }, body }, options)
    },
    onDone: () => {
      void queryClient.invalidateQueries()
      onDone()
    },
  })
  return (
    <div className={css.inside}>
      <Button
        component={Link}
        to="/documents/new"
        search={{ session: place.sessionId, ...(place.itemId ? { item: place.itemId } : {}) } as never}
      >
        {t('council.doc.new')}
      </Button>
      {rows.length > 0 && (
        <Form form={form} submit={t('council.doc.existing.add')}>
          <SearchChoiceField
            at="/id"
            label={t('council.doc.existing')}
            {...(place.itemId ? { hint: t('council.doc.existing.hint') } : {})}
            options={rows.map(row => ({
              value: row.id,
              label: [row.symbol, format.text(row.title).text].filter(Boolean).join(' · '),
            }))}
          />
        </Form>
      )}
    </div>
  )
}
