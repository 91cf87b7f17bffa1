/** Files beside a practice: materials, forms, slides. Looked through by the node before anybody gets them. */
import { documentLimit } from '@kerege/contract/documents/schema'
import { mediaTypeOf, mediaTypes } from '@kerege/contract/documents/rules'
import { type Language, languages } from '@kerege/contract/common'
import { DomainError } from '@kerege/contract/errors'
import {
  addAttachment,
  listAttachments,
  putAttachment,
  removeAttachment,
} from '@kerege/contract/practices/record/routes'
import type { FileWords, Practice } from '@kerege/contract/practices/record/schema'
import { Button, NativeSelect } from '@mantine/core'
import { IconPaperclip, IconUpload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { queryClient, send, useGet } from '../../../api.ts'
import { ownNameOf } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { type Translate, useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { newId } from '../../../ui/newId.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import { sizeText } from '../../documents/words.ts'
import css from '../practices.module.css'

export function AttachmentsCard({ practice }: { practice: Practice }) {
  const t = useT()
  const format = useFormat()
  const { id, mayChange } = practice
  const rows = useGet(listAttachments, { params: { id } }).data?.body.rows ?? []
  const [removing, remove] = useState<string>()
  if (rows.length === 0 && !mayChange) return null
  return (
    <Card title={t('practices.files')}>
      <div className={css.stack}>
        {rows.map(row => (
          <div key={row.id}>
            <IconPaperclip size={18} stroke={1.7} aria-hidden="true" />{' '}
            {row.state === 'stored' ? (
              <a href={`/api/practices/${id}/attachments/${row.id}/content`} download={row.name}>
                <bdi>{row.name}</bdi>
              </a>
            ) : (
              <bdi>{row.name}</bdi>
            )}{' '}
            <span className="k-dim k-small">
              {row.size === undefined ? t('practices.fileAwaited') : sizeText(row.size, t, format)}
              {practice.edition && !row.published ? ` · ${t('practices.fileNext')}` : ''}
              {mayChange && row.words && row.words.state !== 'unreadable'
                ? ` · ${searched(row.words, t)}`
                : ''}
            </span>
            {mayChange && (
              <Button variant="subtle" size="compact-sm" onClick={() => remove(row.id)}>
                {t('practices.fileRemove')}
              </Button>
            )}
            {mayChange && row.words?.why && (
              <p className="k-small">{t(`practices.fileWords.${row.words.why}`)}</p>
            )}
          </div>
        ))}
        {mayChange && <AddFile id={id} />}
      </div>
      <ReasonDialog
        opened={removing !== undefined}
        onClose={() => remove(undefined)}
        title={t('practices.fileRemove')}
        consequence={t('practices.fileRemoveText')}
        act={t('practices.fileRemove')}
        slice="practices"
        onAct={async reason => {
          await send(removeAttachment, { params: { id, fileId: removing ?? '' }, body: { reason } })
          await queryClient.invalidateQueries()
        }}
      />
    </Card>
  )
}

function searched({ state, language, cut }: FileWords, t: Translate): string {
  if (state === 'waiting' || language === undefined) return t('practices.fileWords.waiting')
  return t(cut ? 'practices.fileWords.cut' : 'practices.fileWords.read', { language: ownNameOf(language) })
}

function AddFile({ id }: { id: string }) {
  const t = useT()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [said, setSaid] = useState<Language | ''>('')
  const take = async (file: File | undefined) => {
    if (!file) return
    setBusy(true)
    setProblem(undefined)
    try {
      await upload(id, file, said || undefined)
      await queryClient.invalidateQueries()
    } catch (error) {
      setProblem(problemText(error, 'documents'))
    } finally {
      setBusy(false)
      if (input.current) input.current.value = ''
    }
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        className="k-hidden"
        aria-label={t('practices.fileAdd')}
        tabIndex={-1}
        accept={mediaTypes.join(',')}
        onChange={event => void take(event.currentTarget.files?.[0])}
      />
      <NativeSelect
        label={t('practices.fileLanguage')}
        value={said}
        onChange={event => setSaid(languages.find(one => one === event.currentTarget.value) ?? '')}
        data={[
          { value: '', label: t('practices.fileLanguageAny') },
          ...languages.map(one => ({ value: one, label: ownNameOf(one) })),
        ]}
      />
      <Button
        variant="default"
        loading={busy}
        leftSection={<IconUpload size={18} stroke={1.7} />}
        onClick={() => input.current?.click()}
      >
        {t('practices.fileAdd')}
      </Button>
      {problem && (
        <Notice kind="stop" live>
          {problem}
        </Notice>
      )}
    </>
  )
}

async function upload(id: string, file: File, language: Language | undefined) {
  const mediaType = mediaTypeOf(file.name)
  if (!mediaType) throw new DomainError('invalid', 'file-type-differs')
  if (file.size > documentLimit) throw new DomainError('too-large', 'too-large', { limit: documentLimit })
  const fileId = newId()
  await send(addAttachment, {
    params: { id },
    body: { id: fileId, name: file.name, mediaType, ...(language ? { language } : {}) },
  })
  try {
    await send(putAttachment, { params: { id, fileId }, body: new Uint8Array(await file.arrayBuffer()) })
  } catch (error) {
    // What was announced for a file that was refused goes again; else the node sweeps it.
    const reason = 'The file was refused'
    await send(removeAttachment, { params: { id, fileId }, body: { reason } }).catch(() => undefined)
    throw error
  }
}
