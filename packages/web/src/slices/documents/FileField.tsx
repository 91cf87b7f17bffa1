/** Chooses a file: from the device, dropped on it, or taken by the camera of a phone. */
import { mediaTypes } from '@kerege/contract/documents/rules'
import { IconCamera, IconFile, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useField } from '../../ui/form/useField.ts'
import css from './documents.module.css'
import type { Upload } from './useUpload.ts'
import { sizeText } from './words.ts'

export function FileField({ upload }: { upload: Upload }) {
  const t = useT()
  const format = useFormat()
  const label = t('documents.file')
  const field = useField<unknown>({ at: '/file', label })
  const [over, setOver] = useState(false)
  const { file, progress } = upload
  const take = (files: FileList | null) => {
    const [first] = files ?? []
    if (!first) return
    upload.choose(first)
    // Touching the field takes its fault away.
    field.set(undefined)
  }
  const hint = `${field.id}-hint`
  return (
    <div>
      <div className={css.label}>{label}</div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the buttons inside are the first */}
      <div
        className={`${css.drop} ${over ? css.over : ''} ${field.fault ? css.wrong : ''}`}
        onDragOver={event => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={event => {
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer.files)
        }}
      >
        {file && (
          <div className={css.picked}>
            <IconFile size={20} stroke={1.7} aria-hidden="true" />
            <span>
              <bdi>{file.name}</bdi> <span className="k-dim">{sizeText(file.size, t, format)}</span>
            </span>
          </div>
        )}
        <div className={css.ways}>
          <label className={css.way}>
            <input
              id={field.id}
              type="file"
              className="k-hidden"
              accept={mediaTypes.join(',')}
              aria-describedby={hint}
              onChange={event => take(event.currentTarget.files)}
            />
            <IconUpload size={18} stroke={1.7} aria-hidden="true" />
            {t(file ? 'documents.chooseOther' : 'documents.choose')}
          </label>
          <label className={`${css.way} ${css.camera}`}>
            <input
              type="file"
              className="k-hidden"
              accept="image/*"
              capture="environment"
              onChange={event => take(event.currentTarget.files)}
            />
            <IconCamera size={18} stroke={1.7} aria-hidden="true" />
            {t('documents.photograph')}
          </label>
        </div>
        <p id={hint} className="k-dim k-small">
          {t('documents.hint')}
        </p>
        {progress !== undefined && (
          <div className={css.progress}>
            <progress aria-label={t('documents.sending')} value={progress} max={1} />
            <span className="k-num">{t('documents.percent', { n: Math.round(progress * 100) })}</span>
          </div>
        )}
      </div>
      {field.fault && <p className={css.fault}>{field.fault}</p>}
    </div>
  )
}
