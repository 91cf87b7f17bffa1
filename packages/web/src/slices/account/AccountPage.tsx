/** Password, second factor and language of one's own account. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../i18n/useT.tsx'
import { LanguageMenu } from '../../shell/LanguageMenu.tsx'
import { useSession } from '../../shell/session.ts'
import { tellLanguage } from '../../shell/tellLanguage.ts'
import { Card } from '../../ui/Card.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import css from './account.module.css'
import { PasswordChange } from './PasswordChange.tsx'
import { SecondFactorAdding } from './SecondFactorAdding.tsx'
import { PasskeysCard } from './security/PasskeysCard.tsx'

export function AccountPage() {
  const t = useT()
  const { account, secondFactor } = useSession()
  const [adding, add] = useState(false)
  return (
    <>
      <PageHead
        title={t('account.title')}
        facts={[<bdi key="name">{account.name}</bdi>, <bdi key="email">{account.email}</bdi>]}
      />
      <div className={css.narrow}>
        <Card title={t('account.password')}>
          <PasswordChange />
        </Card>
        <Card
          title={t('account.secondFactor')}
          side={
            secondFactor ? (
              <StatePill kind="ok">{t('account.secondFactor.on')}</StatePill>
            ) : (
              <StatePill kind="wait">{t('account.secondFactor.off')}</StatePill>
            )
          }
        >
          {adding ? (
            <SecondFactorAdding onDone={() => add(false)} />
          ) : (
            <div className={css.said}>
              <p>{t('account.secondFactor.text')}</p>
              {!secondFactor && (
                <Button variant="default" onClick={() => add(true)}>
                  {t('account.secondFactor.add')}
                </Button>
              )}
            </div>
          )}
        </Card>
        <PasskeysCard />
        <Card title={t('account.language')}>
          <div className={css.said}>
            <p>{t('account.language.text')}</p>
            <LanguageMenu onChosen={tellLanguage} />
          </div>
        </Card>
      </div>
    </>
  )
}
