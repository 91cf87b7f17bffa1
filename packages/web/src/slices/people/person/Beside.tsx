/** Who works with this person, and for how long. Whoever may assign brings somebody or lets the work end. */
import { Button } from '@mantine/core'
import { endPersonGrant, listPersonGrants, type PersonGrant } from '@kerege/contract/people/routes'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { z } from 'zod'
import { useGet, useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'
import { GiveDrawer } from './GiveDrawer.tsx'
import css from './person.module.css'

type Grant = z.infer<typeof PersonGrant>

export function Beside({ id }: { id: string }) {
  const t = useT()
  const may = useMay()
  const query = useGet(listPersonGrants, { params: { id } })
  const [giving, give] = useState(false)
  const [ending, setEnding] = useState<Grant>()
  const assigns = may('people.assign')
  return (
    <Card title={t('people.beside')}>
      <Answered query={query} rows={2}>
        {({ body }) =>
          body.rows.length === 0 ? (
            <p className="k-dim">{t('people.beside.nobody')}</p>
          ) : (
            <ul>
              {body.rows.map(grant => (
                <li key={grant.id} className={css.beside}>
                  <span className={css.face} aria-hidden="true">
                    {initials(grant.name)}
                  </span>
                  <span className={css.besideWords}>
                    <bdi className={css.strong}>{grant.name}</bdi>
                    <br />
                    <Until grant={grant} />
                  </span>
                  {assigns && (
                    <Button
                      variant="subtle"
                      size="compact-sm"
                      aria-label={t('people.beside.endOf', { name: grant.name })}
                      onClick={() => setEnding(grant)}
                    >
                      {t('people.beside.end')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      {assigns && (
        <Button
          variant="default"
          mt={12}
          leftSection={<IconPlus size={18} stroke={1.7} />}
          onClick={() => give(true)}
        >
          {t('people.beside.add')}
        </Button>
      )}
      {assigns && <GiveDrawer id={id} opened={giving} onClose={() => give(false)} />}
      {ending && <EndDialog id={id} grant={ending} onClose={() => setEnding(undefined)} />}
    </Card>
  )
}

function Until({ grant }: { grant: Grant }) {
  const t = useT()
  const format = useFormat()
  return (
    <span className="k-dim k-small">
      {[
        grant.role && t(`access.role.${grant.role}`),
        t(`people.grant.${grant.kind}`),
        // The last day counts whole and ends by UTC: in our zones the moment itself lies on the next.
        grant.until && t('people.until', { date: format.date(grant.until.slice(0, 10)) }),
      ]
        .filter(Boolean)
        .join(' · ')}
    </span>
  )
}

/** The node keeps who ended it and when; it takes no reason for this. */
function EndDialog({ id, grant, onClose }: { id: string; grant: Grant; onClose: () => void }) {
  const t = useT()
  const end = useSend(endPersonGrant)
  return (
    <Dialog opened onClose={onClose} title={t('people.beside.endTitle')}>
      <div className={css.dialog}>
        <p>{t('people.beside.endText', { name: grant.name })}</p>
        {end.isError && (
          <Notice kind="stop" live>
            {problemText(end.error, 'people')}
          </Notice>
        )}
        <div className={css.acts}>
          <Button variant="default" data-autofocus onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button
            color="red"
            variant="outline"
            loading={end.isPending}
            onClick={() =>
              end.mutate({ input: { params: { id, grantId: grant.id } } }, { onSuccess: onClose })
            }
          >
            {t('people.beside.endAct')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

const initials = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map(word => word.charAt(0))
    .join('')
