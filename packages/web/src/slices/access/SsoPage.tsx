/**
 * Where the identity provider sends a browser back to. What it brought goes out of the address bar and to the node at once; then on to
 * the page that was wanted, or, in a window over another page, back to that.
 */
import { prove } from '@kerege/contract/access/proofRoutes'
import type { SsoErrand } from '@kerege/contract/access/sso'
import { signInBySso } from '@kerege/contract/access/ssoRoutes'
import { DomainError } from '@kerege/contract/errors'
import { IconBuilding } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { send } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { enterAnew } from '../../shell/sessionEnd.ts'
import { linkTo } from '../../ui/address.ts'
import { Card } from '../../ui/Card.tsx'
import { LoadingShape } from '../../ui/LoadingShape.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { problemText } from '../../ui/problems.ts'
import css from './access.module.css'
import { type Next, SignInSteps } from './SignInSteps.tsx'
import { arrivedWith, beginHere, goAway, ssoPage, tellOpener, useSsoName } from './sso.ts'
import { Touch } from './Touch.tsx'

type Stand =
  | { is: 'on-its-way' }
  | { is: 'refused'; error: unknown }
  | { is: 'half'; next: Exclude<Next, 'signed-in'>; to: string }
  | { is: 'done' }

export function SsoPage() {
  const t = useT()
  const navigate = useNavigate()
  const [arrived] = useState(() => arrivedWith(location))
  const [stand, setStand] = useState<Stand>({ is: 'on-its-way' })
  const begun = useRef(false)
  const errand = arrived?.errand ?? 'sign-in'

  const finish = (to: string) => {
    if (errand !== 'sign-in') {
      tellOpener(errand, 'done')
      setStand({ is: 'done' })
      // A browser closes only what a page has opened; for the others the words stand there.
      window.close()
      return
    }
    enterAnew()
    void navigate({ ...linkTo(to), replace: true })
  }

  useEffect(() => {
    // What comes once is tried once.
    if (begun.current) return
    begun.current = true
    const act = async () => {
      if (!arrived) throw new DomainError('unauthenticated', 'sso-state')
      if (!arrived.answer) return beginHere(errand === 'again' ? 'again' : 'over')
      history.replaceState(history.state, '', ssoPage)
      if (errand === 'again') {
        await send(prove, { body: { kind: 'sso', answer: arrived.answer } })
        return finish('')
      }
      const { next, return: to } = (await send(signInBySso, { body: arrived.answer })).body
      if (next === 'signed-in') finish(to)
      else setStand({ is: 'half', next, to })
    }
    act().catch((error: unknown) => {
      if (errand !== 'sign-in') tellOpener(errand, 'refused')
      setStand({ is: 'refused', error })
    })
  })

  return (
    <div className={css.narrow}>
      <PageHead title={t('access.signIn.title')} />
      <Card>
        {stand.is === 'on-its-way' && <LoadingShape rows={3} />}
        {stand.is === 'done' && <Notice kind="ok">{t('access.doors.sso.done')}</Notice>}
        {stand.is === 'half' && <SignInSteps begun={stand.next} onDone={() => finish(stand.to)} />}
        {stand.is === 'refused' && <NotIn error={stand.error} errand={errand} />}
      </Card>
    </div>
  )
}

function NotIn({ error, errand }: { error: unknown; errand: SsoErrand }) {
  const t = useT()
  const name = useSsoName()
  const stale = error instanceof DomainError && error.code === 'sso-not-anew'
  return (
    <div className={css.prove}>
      <Notice kind="stop" live>
        {problemText(error, 'access')}
      </Notice>
      {stale && name !== undefined && (
        <Touch
          label={t('access.doors.sso.again', { name })}
          icon={IconBuilding}
          act={() => (errand === 'sign-in' ? goAway({ anew: true }) : beginHere(errand, true))}
        />
      )}
      {errand === 'sign-in' && <Link to="/sign-in">{t('access.backToSignIn')}</Link>}
    </div>
  )
}
