/** What came from a file, beside a person or a case: whose file, what its sender told, and the way back as long as nobody worked with it. */
import type { FhirImport } from '@kerege/contract/fhir/importing'
import { personFhirImports, undoFhir } from '@kerege/contract/fhir/routes'
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, useGet, useSend } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { toast } from '../../ui/toasts.ts'
import { toldText } from './toldText.ts'

export function CameFrom({ personId }: { personId: string }) {
  const rows = useGet(personFhirImports, { params: { id: personId } }).data?.body.rows ?? []
  return rows.map(row => <OneImport key={row.id} row={row} />)
}

function OneImport({ row }: { row: FhirImport }) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const [undoing, undo] = useState(false)
  const take = useSend(undoFhir)
  return (
    <Card
      title={t('fhir.from')}
      foot={
        row.mayUndo && (
          <Button variant="outline" color="red" onClick={() => undo(true)}>
            {t('fhir.undo')}
          </Button>
        )
      }
    >
      {row.sender && (
        <p>
          {t('fhir.bring.sender')}: {row.sender}
        </p>
      )}
      <p className="k-dim">{t('fhir.from.by', { name: row.by.name, day: format.date(row.at, 'text') })}</p>
      {row.told.length > 0 && (
        <>
          <h3>{t('fhir.bring.kept')}</h3>
          <p className="k-dim k-small">{t('fhir.bring.keptText')}</p>
          <ul>
            {row.told.map(one => (
              <li key={one.id}>
                <span className="k-dim">{t(`fhir.kind.${one.kind}`)}</span>
                <div dir="auto">{toldText(one, t, format)}</div>
              </li>
            ))}
          </ul>
        </>
      )}
      <ReasonDialog
        opened={undoing}
        onClose={() => undo(false)}
        title={t('fhir.undo.title')}
        consequence={t('fhir.undo.text')}
        keep={t('fhir.undo.keep')}
        act={t('fhir.undo')}
        slice="fhir"
        onAct={async reason => {
          await take.mutateAsync({ input: { params: { id: row.id }, body: { reason } } })
          await queryClient.invalidateQueries()
          toast(t('fhir.undo.done'))
          if (row.madePerson) void navigate({ to: '/cases' })
        }}
      />
    </Card>
  )
}
