/** Pillars as a setting: each with its source. None is taken away; a retired one takes no new rows. */
import { addPillar, changePillar, listPillars } from '@kerege/contract/council/initiatives/routes'
import type { Pillar } from '@kerege/contract/council/initiatives/schema'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { TickField } from '../../../ui/form/ChoiceField.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import css from '../council.module.css'
import { Said } from '../parts/Said.tsx'
import { onlySaid, TextsField } from '../parts/TextsField.tsx'

export function PillarsPage() {
  const t = useT()
  const may = useMay()('council.prepare')
  const [over, setOver] = useState<Pillar | 'new'>()
  const close = () => setOver(undefined)
  return (
    <>
      <PageHead
        title={t('initiatives.pillars')}
        eyebrow={<Link to="/initiatives/matrix">{t('initiatives.matrix')}</Link>}
        facts={[t('initiatives.pillarsLede')]}
        acts={
          may && (
            <Button leftSection={<IconPlus size={18} stroke={1.7} />} onClick={() => setOver('new')}>
              {t('initiatives.newPillar')}
            </Button>
          )
        }
      />
      <Answered query={useGet(listPillars, {})}>
        {({ body }) => (
          <Card flush>
            <ul className={css.rows}>
              {body.rows.map(pillar => (
                <li key={pillar.id}>
                  <div className={css.words}>
                    <strong>
                      {pillar.code}. <Said text={pillar.name} />
                    </strong>
                    {pillar.source && (
                      <div className="k-dim k-small">
                        {pillar.sourceUrl ? (
                          <a href={pillar.sourceUrl} rel="noreferrer" target="_blank">
                            {pillar.source}
                          </a>
                        ) : (
                          pillar.source
                        )}
                      </div>
                    )}
                  </div>
                  {pillar.retired && <StatePill kind="mute">{t('initiatives.retired')}</StatePill>}
                  {may && (
                    <Button variant="default" onClick={() => setOver(pillar)}>
                      {t('initiatives.change')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
            <Drawer
              opened={over !== undefined}
              onClose={close}
              title={t(over === 'new' ? 'initiatives.newPillar' : 'initiatives.column.pillar')}
            >
              {over === 'new' && <NewPillar ordinal={body.rows.length + 1} onDone={close} />}
              {over !== undefined && over !== 'new' && <EditPillar pillar={over} onDone={close} />}
            </Drawer>
          </Card>
        )}
      </Answered>
    </>
  )
}

const shape = (values: unknown) => {
  const given = values as Record<string, unknown>
  return { ...given, ordinal: Number(given.ordinal), name: onlySaid(given.name, 'draft') }
}
const done = (onDone: () => void) => () => {
  void queryClient.invalidateQueries()
  onDone()
}

function NewPillar({ ordinal, onDone }: { ordinal: number; onDone: () => void }) {
  const t = useT()
  const [initial] = useState(() => ({ id: newId(), ordinal: String(ordinal), retired: false }))
  const form = useForm({
    name: 'initiatives.pillar.new',
    schema: bodyOf(addPillar),
    initial,
    shape,
    send: (body, options) => send(addPillar, { body }, options),
    onDone: done(onDone),
  })
  return (
    <Form form={form} submit={t('initiatives.save')}>
      <Fields />
    </Form>
  )
}

function EditPillar({ pillar, onDone }: { pillar: Pillar; onDone: () => void }) {
  const t = useT()
  const { id, version, ordinal, ...content } = pillar
  const form = useForm({
    name: `initiatives.pillar.${id}`,
    schema: bodyOf(changePillar),
    initial: { ...content, ordinal: String(ordinal) },
    shape,
    send: (body, options) =>
      send(changePillar, { params: { id }, body }, { ...options, ifMatch: `"${version}"` }),
    onDone: done(onDone),
  })
  return (
    <Form form={form} submit={t('initiatives.save')}>
      <Fields />
      <TickField at="/retired" label={t('initiatives.retired')} hint={t('initiatives.retiredHint')} />
    </Form>
  )
}

function Fields() {
  const t = useT()
  return (
    <>
      <TextField at="/code" label={t('initiatives.code')} maxLength={12} />
      <TextField at="/ordinal" label={t('initiatives.ordinal')} maxLength={2} />
      <TextsField at="/name" legend={t('initiatives.column.title')} maxLength={300} required={[]} />
      <TextField at="/source" label={t('initiatives.source')} optional maxLength={300} />
      <TextField at="/sourceUrl" label={t('initiatives.sourceUrl')} optional maxLength={1000} dir="ltr" />
    </>
  )
}
