/** Handing in: what is still missing, and what the check found, each to be changed or said to be meant. */
import { neededFields } from '@kerege/contract/practices/content'
import { sameThing, textOf } from '@kerege/contract/practices/record/looking'
import { submitPractice } from '@kerege/contract/practices/record/routes'
import type { Practice, Thing } from '@kerege/contract/practices/record/schema'
import { Button, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'
import { FindingWords } from '../check/FindingWords.tsx'
import css from '../practices.module.css'
import { wordOf } from './words.ts'

interface Props {
  practice: Practice
  opened: boolean
  onClose: () => void
}

export function SubmitDrawer({ practice, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('practices.handIn')}>
      {opened && <Body practice={practice} onClose={onClose} />}
    </Drawer>
  )
}

const keyOf = (thing: Thing) => [thing.field, thing.index, thing.language, thing.code, thing.words].join('|')

function Body({ practice, onClose }: Omit<Props, 'opened'>) {
  const t = useT()
  const format = useFormat()
  const content = practice.working
  const things = practice.things ?? []
  const [whys, setWhys] = useState<Record<string, string>>(() =>
    Object.fromEntries(
      things.map(thing => [keyOf(thing), practice.kept?.find(one => sameThing(one, thing))?.why ?? '']),
    ),
  )
  const submit = useSend(submitPractice)
  if (!content) return null
  const missing = neededFields.filter(field => content.texts[field] === undefined)
  const open = things.filter(thing => (whys[keyOf(thing)] ?? '').trim().length < 2)
  const go = () =>
    submit.mutate(
      {
        input: {
          params: { id: practice.id },
          body: {
            kept: things.map(({ field, language, code, words, ...rest }) => ({
              ...{ field, language, code, words },
              why: (whys[keyOf({ field, language, code, words, ...rest })] ?? '').trim(),
            })),
          },
        },
      },
      { onSuccess: onClose },
    )
  return (
    <div className={css.stack}>
      <p>{t('practices.handInText')}</p>
      {missing.length > 0 && (
        <Notice kind="wait" title={t('practices.stillMissing')}>
          {format.list(missing.map(field => t(`practices.text.${field}`)))}
        </Notice>
      )}
      {things.length > 0 && <h3>{t('practices.things', { n: things.length })}</h3>}
      {things.map(thing => (
        <div key={keyOf(thing)}>
          <p className="k-dim k-small">
            {thing.field === 'organisation'
              ? t('practices.organisation')
              : wordOf(thing.field === 'figures' ? 'fact' : 'text', thing.field, t)}{' '}
            · {format.language(thing.language)}
          </p>
          <FindingWords
            text={textOf({ content, organisation: practice.organisation }, thing)}
            language={thing.language}
            finding={thing}
          >
            <TextInput
              label={t('practices.meant')}
              description={t('practices.meantHint')}
              value={whys[keyOf(thing)] ?? ''}
              maxLength={200}
              onChange={event => {
                const { value } = event.currentTarget
                setWhys(old => ({ ...old, [keyOf(thing)]: value }))
              }}
            />
          </FindingWords>
        </div>
      ))}
      {submit.error && (
        <Notice kind="stop" live>
          {problemText(submit.error, 'practices')}
        </Notice>
      )}
      <div className={css.acts}>
        {missing.length === 0 && open.length === 0 ? (
          <Button loading={submit.isPending} onClick={go}>
            {t('practices.handIn')}
          </Button>
        ) : (
          <p className="k-dim" role="status">
            {missing.length > 0
              ? t('practices.firstMissing')
              : t('practices.firstThings', { n: open.length })}
          </p>
        )}
        <Button variant="default" component={Link} to={`/practices/${practice.id}/edit`}>
          {t('practices.edit')}
        </Button>
      </div>
    </div>
  )
}
