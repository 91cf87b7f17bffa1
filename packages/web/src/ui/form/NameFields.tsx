/** One way in which a name is written: family first, as registers of the region write it. */
import { scriptOf } from '@kerege/contract/names/script'
import { nameSources, nameUses } from '@kerege/contract/people/schema'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { ChoiceField } from './ChoiceField.tsx'
import { useFormState } from './Form.tsx'
import css from './form.module.css'
import { TextField } from './TextField.tsx'

/** A name to start from; `Zyyy` until a letter says which script it is. */
export const blankName = (use: (typeof nameUses)[number] = 'usual') => ({
  script: 'Zyyy',
  use,
  source: 'self',
})

/** Before the schema reads them: each name carries the script of its letters. */
export const withScripts = <N extends { family?: string; given?: string; patronymic?: string }>(names: N[]) =>
  names.map(name => ({
    ...name,
    script: scriptOf([name.family, name.given, name.patronymic].filter(Boolean).join(' ')),
  }))

export function NameFields({ at, brief = false }: { at: string; brief?: boolean }) {
  const t = useT()
  const format = useFormat()
  const form = useFormState()
  const part = (name: string) => String(form.get(`${at}/${name}`) ?? '')
  const script = scriptOf(part('family') + part('given') + part('patronymic'))
  return (
    <>
      <div className={css.beside}>
        <TextField at={`${at}/family`} label={t('ui.name.family')} optional maxLength={120} />
        <TextField at={`${at}/given`} label={t('ui.name.given')} optional maxLength={120} />
        <TextField at={`${at}/patronymic`} label={t('ui.name.patronymic')} optional maxLength={120} />
      </div>
      {script !== 'Zyyy' && (
        <p className="k-dim k-small">{t('ui.name.script', { script: format.script(script) })}</p>
      )}
      {!brief && (
        <div className={css.beside}>
          <ChoiceField
            compact
            at={`${at}/use`}
            label={t('ui.name.use')}
            options={nameUses.map(value => ({ value, label: t(`ui.name.use.${value}`) }))}
          />
          <ChoiceField
            compact
            at={`${at}/source`}
            label={t('ui.name.source')}
            options={nameSources.map(value => ({ value, label: t(`ui.name.source.${value}`) }))}
          />
        </div>
      )}
    </>
  )
}
