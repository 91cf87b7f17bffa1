/** One document: what it is, its newest file, and what can be done with it. */
import { removeDocument } from '@kerege/contract/documents/routes'
import type { Document } from '@kerege/contract/documents/schema'
import { Button } from '@mantine/core'
import { IconDots, IconDownload, IconFileText, IconPhoto, IconTable } from '@tabler/icons-react'
import { useState } from 'react'
import { useSend } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Dropdown } from '../../ui/Dropdown.tsx'
import { DropdownItem } from '../../ui/DropdownItem.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import css from './documents.module.css'
import { Earlier, FileLine } from './Files.tsx'
import { TitleDrawer } from './TitleDrawer.tsx'
import { useSaving, useTitle } from './useDocument.ts'
import { VersionDrawer } from './VersionDrawer.tsx'
import { kindOf, missingOf, newestOf } from './words.ts'

const icons = { pdf: IconFileText, picture: IconPhoto, text: IconFileText, table: IconTable }
type Over = 'version' | 'title' | 'remove'

export function DocumentRow({ document }: { document: Document }) {
  const t = useT()
  const may = useMay()
  const [over, setOver] = useState<Over>()
  const remove = useSend(removeDocument)
  const saving = useSaving(document)
  const newest = newestOf(document)
  const shown = newest ?? document.versions[0]
  const missing = missingOf(document)
  const Icon = shown ? icons[kindOf(shown.mediaType)] : IconFileText
  const name = useTitle(document)
  const close = () => setOver(undefined)
  const earlier = document.versions.filter(version => version.state === 'stored' && version !== newest)
  return (
    <li className={css.row}>
      <Icon size={22} stroke={1.7} aria-hidden="true" />
      <div className={css.words}>
        <div className="k-row">
          <strong className={css.name} lang={name.language} dir="auto">
            {name.text}
          </strong>
          {name.state && <StatePill kind="mute">{name.state}</StatePill>}
          {missing && (
            <StatePill kind={missing === 'refused' ? 'stop' : 'wait'}>{t(`documents.${missing}`)}</StatePill>
          )}
        </div>
        {shown && <FileLine version={shown} named={name.text === shown.name} />}
        {missing && <div className="k-dim k-small">{t(`documents.${missing}Text`)}</div>}
        {earlier.length > 0 && <Earlier versions={earlier} save={saving.save} />}
        {saving.problem && (
          <Notice kind="stop" live>
            {saving.problem}
          </Notice>
        )}
      </div>
      <div className={`${css.acts} k-screen`}>
        {newest && (
          <Button
            variant="default"
            aria-label={t('documents.downloadOf', { name: name.text })}
            loading={saving.busy === newest.id}
            leftSection={<IconDownload size={18} stroke={1.7} />}
            onClick={() => void saving.save(newest)}
          >
            {t('documents.download')}
          </Button>
        )}
        {document.writable && may('documents.add') && (
          <MoreActs name={name.text} stored={newest !== undefined} onAct={setOver} />
        )}
      </div>
      <VersionDrawer document={document} opened={over === 'version'} onClose={close} />
      <TitleDrawer document={document} opened={over === 'title'} onClose={close} />
      <ReasonDialog
        opened={over === 'remove'}
        onClose={close}
        title={t('documents.remove.title')}
        consequence={t('documents.remove.consequence', { n: document.versions.length })}
        told={t('documents.remove.told')}
        keep={t('documents.remove.keep')}
        act={t('documents.remove.act')}
        onAct={async reason => {
          await remove.mutateAsync({ input: { params: { id: document.id }, body: { reason } } })
        }}
      />
    </li>
  )
}

function MoreActs({ name, stored, onAct }: { name: string; stored: boolean; onAct: (over: Over) => void }) {
  const t = useT()
  const acts = [
    ...(stored ? [['version', t('documents.newVersion')] as const] : []),
    ['title', t('documents.rename')] as const,
    ['remove', t('documents.remove')] as const,
  ]
  return (
    <Dropdown
      button={props => (
        <Button {...props} variant="subtle" aria-label={t('documents.moreOf', { name })}>
          <IconDots size={18} stroke={1.7} />
        </Button>
      )}
    >
      {close =>
        acts.map(([over, label]) => (
          <DropdownItem
            key={over}
            onClick={() => {
              close()
              onAct(over)
            }}
          >
            {label}
          </DropdownItem>
        ))
      }
    </Dropdown>
  )
}
