/** Regions and districts of this node. Regions come with the program; districts are imported. */
import { listAreas } from '@kerege/contract/access/routes'
import type { Area } from '@kerege/contract/access/schema'
import { Button } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { z } from 'zod'
import { send } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { useAreas } from '../../ui/form/useAreas.ts'
import { DataList } from '../../ui/list/DataList.tsx'
import type { Column } from '../../ui/list/types.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import { AreasImport } from './AreasImport.tsx'

type Row = z.infer<typeof Area>

export function AreasPage() {
  const t = useT()
  const format = useFormat()
  const areas = useAreas()
  const [importing, open] = useState(false)
  const columns = useMemo<Column<Row>[]>(() => {
    const name = (row: Row) => {
      const { text, language } = format.text(row.name)
      return <span lang={language}>{text}</span>
    }
    return [
      { id: 'name', label: t('administration.area.name'), cell: name },
      {
        id: 'code',
        label: t('administration.area.code'),
        cell: row => <span className="k-num">{row.code}</span>,
      },
      {
        id: 'parent',
        label: t('administration.area.parent'),
        cell: row => (row.parent ? areas.name(row.parent) : t('administration.area.top')),
      },
      {
        id: 'invented',
        label: t('administration.area.origin'),
        cell: row =>
          row.invented ? (
            <StatePill kind="mute">{t('administration.area.invented')}</StatePill>
          ) : (
            t('administration.area.standard')
          ),
      },
    ]
  }, [t, format, areas])
  return (
    <>
      <PageHead
        title={t('administration.areas')}
        facts={[t('administration.areas.text')]}
        acts={
          <Button leftSection={<IconUpload size={18} stroke={1.7} />} onClick={() => open(true)}>
            {t('administration.import')}
          </Button>
        }
      />
      <DataList
        name="areas"
        label={t('administration.areas')}
        columns={columns}
        load={async (_, signal) => ({ rows: (await send(listAreas, {}, { signal })).body.areas })}
        rowId={row => row.code}
        rowName={row => format.text(row.name).text}
        phone={row => ({ line: row.parent ? areas.name(row.parent) : row.code })}
        empty={{ title: t('administration.noAreas'), text: t('administration.noAreasText') }}
      />
      <Drawer opened={importing} onClose={() => open(false)} title={t('administration.import')}>
        <AreasImport onDone={() => open(false)} />
      </Drawer>
    </>
  )
}
