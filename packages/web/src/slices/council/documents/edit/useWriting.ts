/**
 * What somebody writes: kept by the tab at each change, saved on top of the version that was read. Where somebody else
 * saved meanwhile, it holds both texts until a choice is made; nothing is overwritten behind anybody's back.
 */
import type { Language } from '@kerege/contract/common'
import { type Meeting, meetings, merged } from '@kerege/contract/council/documents/merging'
import { getText, saveText } from '@kerege/contract/council/documents/routes'
import type { DocumentText } from '@kerege/contract/council/documents/text'
import { DomainError } from '@kerege/contract/errors'
import { useEffect, useRef, useState } from 'react'
import { queryClient, send } from '../../../../api.ts'
import { dropDraft, findDraft, keepDraft } from '../../../../ui/form/drafts.ts'

interface Kept {
  text: DocumentText
  basedOn: number
}
export interface Met {
  version: number
  theirs: DocumentText
  meetings: Meeting[]
}

export function useWriting(id: string, language: Language, read: { text: DocumentText; version: number }) {
  const name = `council.text.${id}.${language}`
  const [found] = useState(() => findDraft(name)?.values as Kept | undefined)
  const [text, setText] = useState(found?.text ?? read.text)
  const [basedOn, setBasedOn] = useState(found?.basedOn ?? read.version)
  const [dirty, setDirty] = useState(found !== undefined)
  const [met, setMet] = useState<Met>()
  const [problem, setProblem] = useState<unknown>()
  const [saving, setSaving] = useState(false)
  /** Counts texts that come from outside the editor, which then begins anew. */
  const [round, setRound] = useState(0)
  const command = useRef(crypto.randomUUID())

  useEffect(() => {
    if (!dirty) return
    const timer = setTimeout(
      () =>
        keepDraft(name, {
          values: { text, basedOn },
          command: command.current,
          savedAt: new Date().toISOString(),
        }),
      300,
    )
    return () => clearTimeout(timer)
  }, [dirty, name, text, basedOn])

  const change = (next: DocumentText, fromOutside = false) => {
    setText(next)
    setDirty(true)
    command.current = crypto.randomUUID()
    if (fromOutside) setRound(n => n + 1)
  }

  const meet = async () => {
    const newest = await send(getText, { params: { id, language }, query: {} })
    const base =
      basedOn === 0
        ? { title: '', blocks: [] }
        : (await send(getText, { params: { id, language }, query: { number: basedOn } })).body.text
    const theirs = newest.body.text
    setMet({ version: newest.body.version, theirs, meetings: meetings(base, text, theirs) })
  }

  const save = async (madeFrom: number | undefined): Promise<boolean> => {
    setSaving(true)
    setProblem(undefined)
    try {
      const body = { text, ...(madeFrom === undefined ? {} : { madeFrom }) }
      await send(
        saveText,
        { params: { id, language }, body },
        { ifMatch: `"${basedOn}"`, idempotencyKey: command.current },
      )
      dropDraft(name)
      setDirty(false)
      await queryClient.invalidateQueries()
      return true
    } catch (error) {
      if (error instanceof DomainError && error.code === 'stale-version') await meet().catch(setProblem)
      else setProblem(error)
      return false
    } finally {
      setSaving(false)
    }
  }

  const choose = (chosen: Readonly<Record<string, 'mine' | 'theirs'>>) => {
    if (!met) return
    setBasedOn(met.version)
    setMet(undefined)
    change(merged(text, met.theirs, chosen), true)
  }

  return { text, dirty, met, problem, saving, round, change, save, choose }
}
export type Writing = ReturnType<typeof useWriting>
