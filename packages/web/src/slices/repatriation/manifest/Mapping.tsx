/** What each column means: a proposal with how sure it is, and the first cells below, in the direction in which they are written. */
import type { ManifestImport } from '@kerege/contract/repatriation/manifest/imports'
import { mapImport } from '@kerege/contract/repatriation/manifest/routes'
import type {
  ManifestColumn,
  ManifestField,
  ManifestMap,
} from '@kerege/contract/repatriation/manifest/schema'
import { fields } from '@kerege/contract/repatriation/manifest/words'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useSend } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'
import { StatePill } from '../../../ui/StatePill.tsx'
import css from './manifest.module.css'

type Meant = Record<string, ManifestField | 'skip'>

export function Mapping({
  list,
  etag,
  onMapped,
}: {
  list: ManifestImport
  etag: string
  onMapped: () => void
}) {
  const t = useT()
  const send = useSend(mapImport)
  const [columns, setColumns] = useState<Meant>(list.map.columns)
  const [dates, setDates] = useState(list.map.dates)
  const [asOf, setAsOf] = useState(list.map.asOf)
  const [saveAs, setSaveAs] = useState(list.template ?? '')
  const go = (map: ManifestMap, then?: () => void) =>
    send.mutate(
      {
        input: {
          params: { id: list.id },
          body: { map, ...(saveAs.trim() && then ? { saveAs: saveAs.trim() } : {}) },
        },
        options: { ifMatch: etag },
      },
      {
        onSuccess: ({ body }) => {
          setColumns(body.map.columns)
          then?.()
        },
      },
    )
  // A field that another column had before belongs to one alone.
  const choose = (column: string, field: ManifestField | 'skip') =>
    setColumns(old =>
      Object.fromEntries(
        Object.entries({ ...old, [column]: field }).map(([at, own]) => [
          at,
          at !== column && own === field ? 'skip' : own,
        ]),
      ),
    )
  return (
    <Card title={t('manifest.step.map')} note={t('manifest.map.note')}>
      <div className="k-stack">
        {list.sheets.length > 1 && (
          <NativeSelect
            label={t('manifest.map.sheet')}
            data={list.sheets}
            value={list.map.sheet}
            onChange={event => go({ sheet: event.currentTarget.value })}
          />
        )}
        <ul className={css.columns}>
          {list.columns.map(column => (
            <Column
              key={column.column}
              column={column}
              meant={columns[column.column] ?? 'skip'}
              onChoose={choose}
            />
          ))}
        </ul>
        <div className={css.beside}>
          <NativeSelect
            label={t('manifest.map.dates')}
            description={t('manifest.map.datesHint')}
            value={dates}
            data={(['day-first', 'month-first'] as const).map(value => ({
              value,
              label: t(`manifest.map.${value}`),
            }))}
            onChange={event => setDates(event.currentTarget.value as typeof dates)}
          />
          <TextInput
            type="date"
            label={t('manifest.map.asOf')}
            description={t('manifest.map.asOfHint')}
            value={asOf}
            onChange={event => setAsOf(event.currentTarget.value)}
          />
          <TextInput
            label={t('manifest.map.saveAs')}
            description={t('manifest.map.saveAsHint')}
            value={saveAs}
            maxLength={120}
            onChange={event => setSaveAs(event.currentTarget.value)}
          />
        </div>
        {send.error && (
          <Notice kind="stop" live>
            {problemText(send.error, 'manifest')}
          </Notice>
        )}
        <div>
          <Button
            loading={send.isPending}
            onClick={() =>
              go(
                { sheet: list.map.sheet, head: list.map.head, columns, dates, ...(asOf ? { asOf } : {}) },
                onMapped,
              )
            }
          >
            {t('manifest.map.go')}
          </Button>
        </div>
      </div>
    </Card>
  )
}

interface ColumnProps {
  column: ManifestColumn
  meant: ManifestField | 'skip'
  onChoose: (column: string, field: ManifestField | 'skip') => void
}

function Column({ column: { column, heading, field, confidence, samples }, meant, onChoose }: ColumnProps) {
  const t = useT()
  const sure = confidence >= 0.9 ? 'sure' : confidence >= 0.6 ? 'likely' : 'unsure'
  return (
    <li className={css.column}>
      <div className={css.columnHead}>
        <strong>{column}</strong> <bdi>{heading || t('manifest.map.noHeading')}</bdi>
        {field && field === meant && (
          <StatePill kind={sure === 'sure' ? 'ok' : sure === 'likely' ? 'info' : 'wait'}>
            {t(`manifest.map.${sure}`)}
          </StatePill>
        )}
      </div>
      <NativeSelect
        aria-label={t('manifest.map.column', { column })}
        value={meant}
        data={[
          { value: 'skip', label: t('manifest.field.skip') },
          ...fields.map(value => ({ value, label: t(`manifest.field.${value}`) })),
        ]}
        onChange={event => onChoose(column, event.currentTarget.value as ManifestField | 'skip')}
      />
      <ul className={css.samples}>
        {samples.map((sample, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: cells have no other identity than their place
          <li key={at} dir="auto">
            {sample || '—'}
          </li>
        ))}
      </ul>
    </li>
  )
}
