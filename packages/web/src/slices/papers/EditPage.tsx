/** Changes what is written down of a paper: the way, the office, steps and proof. What became of it is not edited. */
import { stepCodes } from '@kerege/contract/people/papers/rules'
import { changePaper } from '@kerege/contract/people/papers/routes'
import type { Paper } from '@kerege/contract/people/papers/schema'
import { Button } from '@mantine/core'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { ChoiceField } from '../../ui/form/ChoiceField.tsx'
import { ColleagueField } from '../../ui/form/ColleagueField.tsx'
import { DayField } from '../../ui/form/DayField.tsx'
import { FieldGroup, Form } from '../../ui/form/Form.tsx'
import { RepeatField } from '../../ui/form/RepeatField.tsx'
import { TextField } from '../../ui/form/TextField.tsx'
import { useForm } from '../../ui/form/useForm.ts'
import { newId } from '../../ui/newId.ts'
import { NotHere } from '../../ui/NotHere.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { usePaper, usePaperName } from './api.ts'
import { BlocksField } from './BlocksField.tsx'
import { OfficeFields, PaperChoice, PathwayChoice, withoutEmptyOffice } from './fields.tsx'
import { contentOf } from './words.ts'

export function EditPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={usePaper(id)}>
      {({ body, etag }) =>
        body.mayChange ? <EditPaper key={body.id} paper={body} etag={etag ?? ''} /> : <NotHere />
      }
    </Answered>
  )
}

interface Asked {
  steps?: { code?: string; text?: string }[]
  office?: Record<string, unknown>
}

/** Own words push out the usual ones. */
function shaped(values: Asked) {
  const steps = (values.steps ?? []).map(({ code, ...step }) =>
    step.text || !code ? step : { code, ...step },
  )
  return { ...withoutEmptyOffice(values), steps }
}

function EditPaper({ paper, etag }: { paper: Paper; etag: string }) {
  const t = useT()
  const navigate = useNavigate()
  const name = usePaperName()(paper)
  const back = `/papers/${paper.id}`
  const [initial] = useState(() => contentOf(paper))
  const form = useForm({
    // A draft belongs to the version that it began from.
    name: `papers.edit.${paper.id}.${paper.version}`,
    schema: bodyOf(changePaper),
    initial,
    shape: values => shaped(values as Asked),
    send: (body, options) =>
      send(changePaper, { params: { id: paper.id }, body }, { ...options, ifMatch: etag }),
    onDone: async () => {
      await queryClient.invalidateQueries()
      await navigate({ to: back })
    },
  })
  return (
    <>
      <PageHead
        title={t('papers.change')}
        shown={name}
        eyebrow={<Link to={back}>{t('papers.paper')}</Link>}
      />
      <div className="k-narrow">
        <Card>
          <Form
            form={form}
            submit={t('papers.save')}
            beside={
              <Button variant="subtle" size="md" component={Link} to={back}>
                {t('ui.cancel')}
              </Button>
            }
          >
            <PaperChoice />
            <PathwayChoice at="/pathway" />
            <OfficeFields />
            <BlocksField at="/blocks" />
            <TextField
              at="/obstacle"
              label={t('papers.field.obstacle')}
              hint={t('papers.field.obstacleHint')}
              optional
              maxLength={300}
            />
            <DayField at="/nextOn" label={t('papers.field.nextOn')} optional />
            <ColleagueField at="/responsibleId" label={t('papers.field.responsible')} />
            <StepFields />
            <ProofFields />
          </Form>
        </Card>
      </div>
    </>
  )
}

function StepFields() {
  const t = useT()
  return (
    <FieldGroup legend={t('papers.steps')}>
      <RepeatField
        at="/steps"
        legend={n => t('papers.field.step', { n })}
        add={t('papers.field.addStep')}
        blank={() => ({ id: newId() })}
        max={20}
      >
        {at => (
          <>
            <ChoiceField
              compact
              at={`${at}/code`}
              label={t('papers.field.stepCode')}
              options={stepCodes.map(value => ({ value, label: t(`papers.step.${value}`) }))}
            />
            <TextField at={`${at}/text`} label={t('papers.field.stepOwn')} optional maxLength={200} />
            <DayField at={`${at}/due`} label={t('papers.field.stepDue')} optional />
          </>
        )}
      </RepeatField>
    </FieldGroup>
  )
}

function ProofFields() {
  const t = useT()
  return (
    <FieldGroup legend={t('papers.proof')}>
      <RepeatField
        at="/evidence"
        legend={n => t('papers.proof.no', { n })}
        add={t('papers.proof.add')}
        blank={() => ({ id: newId(), standing: 'wanted' })}
        max={20}
      >
        {at => (
          <>
            <TextField at={`${at}/text`} label={t('papers.proof.text')} maxLength={200} />
            <ChoiceField
              at={`${at}/standing`}
              label={t('papers.proof.standing')}
              options={(['held', 'wanted'] as const).map(value => ({
                value,
                label: t(`papers.proof.${value}`),
              }))}
            />
          </>
        )}
      </RepeatField>
    </FieldGroup>
  )
}
