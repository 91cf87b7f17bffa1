/** The page on which a text is written: the original as one flow, a translation paragraph by paragraph beside it. */
import type { Language } from '@kerege/contract/common'
import { alignedTo } from '@kerege/contract/council/documents/align'
import { getDocument, getText, readFile } from '@kerege/contract/council/documents/routes'
import type { CouncilDocument, ImportFormat, TextVersion } from '@kerege/contract/council/documents/schema'
import type { DocumentText } from '@kerege/contract/council/documents/text'
import { Button, Checkbox, FileButton, TextInput } from '@mantine/core'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { send, useGet } from '../../../../api.ts'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { Answered } from '../../../../ui/Answered.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { PageHead } from '../../../../ui/PageHead.tsx'
import { problemText } from '../../../../ui/problems.ts'
import css from '../documents.module.css'
import { MetCard } from './MetCard.tsx'
import { newBlockId, TextEditor } from './TextEditor.tsx'
import { TranslationRows } from './TranslationRows.tsx'
import { useWriting, type Writing } from './useWriting.ts'

export function WriteTextPage() {
  const { id = '', language = 'en' } = useParams({ strict: false }) as { id?: string; language?: Language }
  return (
    <Answered query={useGet(getDocument, { params: { id } })}>
      {({ body }) => <Load key={`${id}.${language}`} document={body} language={language} />}
    </Answered>
  )
}

interface Props {
  document: CouncilDocument
  language: Language
}

function Load({ document, language }: Props) {
  const { id, sourceLanguage } = document
  const there = document.languages[language] !== 'missing'
  const source = useGet(getText, { params: { id, language: sourceLanguage }, query: {} })
  const own = useGet(getText, { params: { id, language }, query: {} }, { enabled: there })
  return (
    <Answered query={source}>
      {({ body: original }) =>
        there ? (
          <Answered query={own}>
            {({ body }) => <Write document={document} language={language} original={original} read={body} />}
          </Answered>
        ) : (
          <Write document={document} language={language} original={original} read={undefined} />
        )
      }
    </Answered>
  )
}

interface WriteProps extends Props {
  original: TextVersion
  read: TextVersion | undefined
}

function Write({ document, language, original, read }: WriteProps) {
  const t = useT()
  const format = useFormat()
  const navigate = useNavigate()
  const translates = language !== document.sourceLanguage
  const stand = document.stands.find(one => one.language === language)
  const owes = translates && read !== undefined && (stand?.stale.length ?? 0) > 0
  const [follows, setFollows] = useState(!owes)
  const writing = useWriting(document.id, language, {
    text: read?.text ?? { title: '', blocks: [] },
    version: read?.version ?? 0,
  })
  const save = async () => {
    const madeFrom = follows ? original.version : (read?.madeFrom ?? original.version)
    if (!(await writing.save(translates ? madeFrom : undefined))) return
    await navigate({ to: `/documents/${document.id}`, search: { language } as never })
  }
  return (
    <>
      <PageHead
        title={format.text(document.title).text}
        eyebrow={
          <Link to={`/documents/${document.id}`}>{document.symbol ?? t('council.doc.documents')}</Link>
        }
        facts={[format.language(language), ...(writing.dirty ? [t('council.doc.kept')] : [])]}
        acts={
          <Button loading={writing.saving} disabled={!writing.text.title.trim()} onClick={() => void save()}>
            {t('council.doc.save')}
          </Button>
        }
      />
      <div className="k-stack">
        {writing.problem !== undefined && (
          <Notice kind="stop" live>
            {problemText(writing.problem, 'council')}
          </Notice>
        )}
        {writing.met && <MetCard met={writing.met} language={language} onChoose={writing.choose} />}
        <Card>
          <div className={css.stack}>
            <Import writing={writing} original={translates ? original.text : undefined} />
            <TextInput
              label={t('council.title')}
              {...(translates ? { description: original.text.title } : {})}
              value={writing.text.title}
              maxLength={500}
              lang={language}
              onChange={event => writing.change({ ...writing.text, title: event.currentTarget.value })}
            />
            {translates ? (
              <TranslationRows
                key={writing.round}
                original={original}
                language={language}
                writing={writing}
                stale={stand?.stale ?? []}
              />
            ) : (
              <TextEditor
                key={writing.round}
                label={format.language(language)}
                language={language}
                blocks={writing.text.blocks}
                onChange={blocks => writing.change({ ...writing.text, blocks })}
              />
            )}
            {owes && (
              <Checkbox
                label={t('council.doc.follows')}
                checked={follows}
                onChange={event => setFollows(event.currentTarget.checked)}
              />
            )}
          </div>
        </Card>
      </div>
    </>
  )
}

const formatOf = (name: string): ImportFormat => {
  if (/\.docx$/i.test(name)) return 'docx'
  if (/\.pdf$/i.test(name)) return 'pdf'
  return /\.html?$/i.test(name) ? 'html' : 'akn'
}

/** A Word, PDF, HTML or Akoma Ntoso file becomes paragraphs here and is saved with the rest, or not. */
function Import({ writing, original }: { writing: Writing; original: DocumentText | undefined }) {
  const t = useT()
  const [problem, setProblem] = useState<unknown>()
  const [guessed, setGuessed] = useState(false)
  const take = async (file: File | null) => {
    if (!file) return
    setProblem(undefined)
    setGuessed(false)
    const format = formatOf(file.name)
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const { text } = (await send(readFile, { query: { format }, body: bytes })).body
      const fits = original ? alignedTo(original, text, newBlockId) : text
      writing.change(fits, true)
      setGuessed(format === 'pdf')
    } catch (error) {
      setProblem(error)
    }
  }
  return (
    <>
      <div className={css.tools}>
        <FileButton onChange={file => void take(file)} accept=".docx,.pdf,.html,.htm,.xml,.akn">
          {props => (
            <Button variant="default" {...props}>
              {t('council.doc.import')} (DOCX, PDF, HTML, AKN)
            </Button>
          )}
        </FileButton>
      </div>
      {guessed && (
        <Notice kind="info" live>
          {t('council.doc.fromPdf')}
        </Notice>
      )}
      {problem !== undefined && (
        <Notice kind="stop" live>
          {problemText(problem, 'council')}
        </Notice>
      )}
    </>
  )
}
