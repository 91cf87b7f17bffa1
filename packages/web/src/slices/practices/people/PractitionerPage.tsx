/** One practitioner: what one can ask, who confirms it, and a way to write that reveals no address. */
import {
  confirmPractitioner,
  endConfirmation,
  getPractitioner,
  writeLetter,
} from '@kerege/contract/practices/people/routes'
import type { PractitionerWhole } from '@kerege/contract/practices/people/schema'
import { Button } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { useDomainsText } from '../../../ui/domains/words.ts'
import { Drawer } from '../../../ui/Drawer.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { Form } from '../../../ui/form/Form.tsx'
import { TextField } from '../../../ui/form/TextField.tsx'
import { useForm } from '../../../ui/form/useForm.ts'
import { newId } from '../../../ui/newId.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { problemText } from '../../../ui/problems.ts'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import { SaidFully } from '../../council/parts/Said.tsx'
import { ReportButton } from '../questions/ReportButton.tsx'
import { ConfirmedPill } from './ConfirmedPill.tsx'

export function PractitionerPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useGet(getPractitioner, { params: { id } })}>
      {({ body }) => <One entry={body} />}
    </Answered>
  )
}

function One({ entry }: { entry: PractitionerWhole }) {
  const t = useT()
  const format = useFormat()
  const domainsText = useDomainsText()
  const [over, setOver] = useState<'write' | 'end'>()
  const close = () => setOver(undefined)
  return (
    <>
      <PageHead
        title={entry.name}
        shown={<bdi>{entry.name}</bdi>}
        eyebrow={<Link to="/practitioners">{t('practices.people.title')}</Link>}
        facts={[
          t(`practices.people.profession.${entry.profession}`),
          <bdi key="agency">{format.text(entry.agency).text}</bdi>,
          ...(entry.country ? [format.country(entry.country)] : []),
          ...(entry.confirmed ? [<ConfirmedPill key="confirmed" confirmed={entry.confirmed} />] : []),
        ]}
        acts={<Acts entry={entry} onOpen={setOver} />}
      />
      <div className="k-aside">
        <div className="k-stack">
          {entry.hidden && <Notice kind="stop">{t('practices.people.hidden')}</Notice>}
          {entry.title && (
            <Card title={t('practices.people.work')}>
              <SaidFully text={entry.title} />
            </Card>
          )}
          <Card title={t('practices.people.about')}>
            <SaidFully text={entry.about} />
          </Card>
        </div>
        <aside className="k-stack" aria-label={t('practices.people.facts')}>
          <Card title={t('practices.people.facts')}>
            <Facts
              facts={[
                [
                  t('practices.people.languages'),
                  format.list(entry.languages.map(one => format.language(one))),
                ],
                [t('domains.title'), domainsText(entry.domains)],
                [
                  t('practices.people.answers'),
                  t(entry.answers ? 'practices.people.yes' : 'practices.people.no'),
                ],
                ...(entry.reviews
                  ? [[t('practices.people.reviews'), t('practices.people.yes')] as const]
                  : []),
                ...(entry.confirmed
                  ? [[t('practices.people.until'), format.date(entry.confirmed.until, 'text')] as const]
                  : []),
              ]}
            />
          </Card>
          {!entry.mine && <ReportButton kind="entry" targetId={entry.id} />}
        </aside>
      </div>
      <Drawer
        opened={over === 'write'}
        onClose={close}
        title={t('practices.people.writeTo', { name: entry.name })}
      >
        {over === 'write' && <WriteForm entry={entry} />}
      </Drawer>
      <ReasonDialog
        opened={over === 'end'}
        onClose={close}
        title={t('practices.people.endConfirmation')}
        consequence={t('practices.people.endConfirmationText')}
        act={t('practices.people.endConfirmation')}
        slice="practices"
        onAct={async reason => {
          await send(
            endConfirmation,
            { params: { id: entry.id }, body: { reason } },
            { ifMatch: `"${entry.version}"` },
          )
          await queryClient.invalidateQueries()
        }}
      />
    </>
  )
}

function Acts({ entry, onOpen }: { entry: PractitionerWhole; onOpen: (what: 'write' | 'end') => void }) {
  const t = useT()
  const [problem, setProblem] = useState<string>()
  const confirm = async () => {
    try {
      await send(confirmPractitioner, { params: { id: entry.id }, body: { id: newId() } })
      await queryClient.invalidateQueries()
    } catch (error) {
      setProblem(problemText(error, 'practices'))
    }
  }
  return (
    <>
      {problem && (
        <Notice kind="stop" live>
          {problem}
        </Notice>
      )}
      {entry.mine && (
        <Button component={Link} to="/practitioners/mine" variant="default">
          {t('practices.people.change')}
        </Button>
      )}
      {entry.may.endConfirmation && (
        <Button variant="subtle" onClick={() => onOpen('end')}>
          {t('practices.people.endConfirmation')}
        </Button>
      )}
      {entry.may.confirm && (
        <Button variant={entry.may.write ? 'default' : 'filled'} onClick={() => void confirm()}>
          {t('practices.people.confirm')}
        </Button>
      )}
      {entry.may.write && (
        <Button leftSection={<IconMail size={18} stroke={1.7} />} onClick={() => onOpen('write')}>
          {t('practices.people.write')}
        </Button>
      )}
    </>
  )
}

function WriteForm({ entry }: { entry: PractitionerWhole }) {
  const t = useT()
  const navigate = useNavigate()
  const [initial] = useState(() => ({ id: newId() }))
  const form = useForm({
    name: `practices.letter.${entry.id}`,
    schema: bodyOf(writeLetter),
    initial,
    send: (body, options) => send(writeLetter, { params: { id: entry.id }, body }, options),
    onDone: ({ body }) => {
      void queryClient.invalidateQueries()
      void navigate({ to: `/letters/${body.id}` })
    },
  })
  return (
    <Form form={form} submit={t('practices.people.send')}>
      <p>{t('practices.people.writeText')}</p>
      <TextField
        at="/words"
        label={t('practices.people.words')}
        hint={t('domains.impersonal')}
        rows={8}
        maxLength={4000}
      />
    </Form>
  )
}
