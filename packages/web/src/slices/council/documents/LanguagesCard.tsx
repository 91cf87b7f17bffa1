/** Seven languages with their state: read one, translate, mark as checked, take it out as a file, see its versions. */
import type { Language } from '@kerege/contract/common'
import { urlOf } from '@kerege/contract/client'
import { checkText, getFile } from '@kerege/contract/council/documents/routes'
import { type CouncilDocument, exportFormats } from '@kerege/contract/council/documents/schema'
import { isOpen, mayBeTranslated } from '@kerege/contract/council/documents/states'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'
import css from './documents.module.css'
import { LanguageStatePill } from './state.tsx'
import { VersionsDrawer } from './VersionsDrawer.tsx'

const formatNames = { docx: 'DOCX', pdf: 'PDF', html: 'HTML', akn: 'Akoma Ntoso' } as const

export function LanguagesCard({ document, reading }: { document: CouncilDocument; reading: Language }) {
  const t = useT()
  const format = useFormat()
  const may = useMay()('council.prepare')
  const check = useSend(checkText)
  const [versions, setVersions] = useState(false)
  const stand = document.stands.find(one => one.language === reading)
  const source = document.sourceLanguage
  const open = (language: Language) =>
    language === source ? isOpen(document.state) : mayBeTranslated(document.state)
  return (
    <Card flush title={t('council.doc.languages')}>
      <ul className={css.lines}>
        {document.stands.map(({ language, state, number }) => (
          <li key={language} aria-current={language === reading ? 'true' : undefined}>
            <div className={css.chosen}>
              {state === 'missing' ? (
                <span>{format.language(language)}</span>
              ) : (
                <Link to={`/documents/${document.id}`} search={{ language } as never} hrefLang={language}>
                  {format.language(language)}
                </Link>
              )}
              <LanguageStatePill state={state} />
            </div>
            {may && open(language) && (
              <div className={css.chosen}>
                <Link to={`/documents/${document.id}/write/${language}`}>
                  {t(language === source ? 'council.doc.write' : 'council.doc.translate')}
                  <span className="k-hidden">: {format.language(language)}</span>
                </Link>
                {state === 'draft' && (
                  <Button
                    variant="default"
                    size="compact-sm"
                    loading={check.isPending}
                    onClick={() =>
                      check.mutate({ input: { params: { id: document.id, language }, body: { number } } })
                    }
                  >
                    {t('council.doc.markChecked')}
                    <span className="k-hidden">: {format.language(language)}</span>
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
        {check.error && (
          <li>
            <Notice kind="stop" live>
              {problemText(check.error, 'council')}
            </Notice>
          </li>
        )}
        <li>
          <strong>
            {t('council.doc.download')}: {format.language(reading)}
          </strong>
          <div className={css.chosen}>
            {exportFormats.map(one => (
              <a
                key={one}
                download
                href={urlOf(getFile, {
                  params: { id: document.id, language: reading },
                  query: { format: one },
                })}
              >
                {formatNames[one]}
              </a>
            ))}
          </div>
          {stand && stand.number > 0 && (
            <button type="button" className="k-link" onClick={() => setVersions(true)}>
              {t('council.doc.versions')}: {stand.number}
            </button>
          )}
        </li>
      </ul>
      <VersionsDrawer
        id={document.id}
        language={reading}
        opened={versions}
        onClose={() => setVersions(false)}
      />
    </Card>
  )
}
