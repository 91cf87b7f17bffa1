/** What a row needs to know of its document: its title in the reader's language, and a way to save its files. */
import type { Document, DocumentVersion } from '@kerege/contract/documents/schema'
import { useState } from 'react'
import { useLoaded } from '../../i18n/language.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { problemText } from '../../ui/problems.ts'
import { saveFile } from './transfer.ts'

export function useSaving(document: Document) {
  const [busy, setBusy] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const save = async (version: DocumentVersion) => {
    setBusy(version.id)
    setProblem(undefined)
    try {
      await saveFile(document.id, version)
    } catch (error) {
      setProblem(problemText(error, 'documents'))
    } finally {
      setBusy(undefined)
    }
  }
  return { busy, problem, save }
}

/** The title in the reader's language; another language and an unchecked translation are said, not hidden. */
export function useTitle({ title, versions }: Document): {
  text: string
  language?: string
  state?: string | undefined
} {
  const t = useT()
  const format = useFormat()
  const { language } = useLoaded()
  if (!title) return { text: versions[0]?.name ?? '' }
  const found = format.text(title)
  const state = title[found.language]?.state
  const foreign = found.language === language ? undefined : format.language(found.language)
  const unsure = state === 'machine' || state === 'stale' || state === 'draft'
  return {
    ...found,
    state: unsure ? t(`documents.title.${state}`) : foreign,
  }
}
