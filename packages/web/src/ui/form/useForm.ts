/**
 * The state of a form: values by pointer, all faults at once, a draft that survives, and one command however
 * often the button is pressed. Draws nothing; `Form.tsx` does.
 */
import { DomainError, type Fault, faultsOf } from '@kerege/contract/errors'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { z } from 'zod'
import { dropDraft, findDraft, keepDraft } from './drafts.ts'
import { valueAt, withoutBlanks, withValue } from './pointer.ts'

export interface FormOptions<Schema extends z.ZodType, Result> {
  /** `people.register`: names the draft, and its first word the slice whose fault words come first. */
  name: string
  schema: Schema
  initial: unknown
  /** Sends what the schema made of the values. The key belongs to the command, not to the click. */
  send: (value: z.output<Schema>, options: { idempotencyKey: string }) => Promise<Result>
  onDone?: (result: Result) => void
  /** Passwords are never kept; they say `false`. */
  draft?: boolean
  /** Last touch before the schema reads the values, where the form asks otherwise than the shape stores. */
  shape?: (values: unknown) => unknown
  /** Where the values stand in the body that is sent, if deeper: `/section`. */
  under?: string
}

export interface FormState {
  name: string
  slice: string
  values: unknown
  get: (pointer: string) => unknown
  set: (pointer: string, value: unknown) => void
  faults: readonly Fault[]
  problem: unknown
  sending: boolean
  /** When the draft was last kept; absent before the first change. */
  savedAt: string | undefined
  /** The form opened with a draft of an earlier time. */
  restored: boolean
  startOver: () => void
  submit: () => Promise<void>
  /** Counts refused attempts: the summary takes focus on each. */
  attempts: number
  /** Fields tell their label and id, so that the summary can link to them. */
  register: (pointer: string, field: { id: string; label: string }) => () => void
  fieldFor: (pointer: string) => { id: string; label: string } | undefined
}

export function useForm<Schema extends z.ZodType, Result>(options: FormOptions<Schema, Result>): FormState {
  const { name, schema, initial, draft = true, under = '' } = options
  const [found] = useState(() => (draft ? findDraft(name) : undefined))
  const [values, setValues] = useState<unknown>(found?.values ?? initial)
  const [savedAt, setSavedAt] = useState(found?.savedAt)
  const [restored, setRestored] = useState(found !== undefined)
  const [faults, setFaults] = useState<readonly Fault[]>([])
  const [problem, setProblem] = useState<unknown>()
  const [sending, setSending] = useState(false)
  const [attempts, setAttempts] = useState(0)
  const command = useRef(found?.command ?? crypto.randomUUID())
  const busy = useRef(false)
  const dirty = useRef(false)
  const fields = useRef(new Map<string, { id: string; label: string }>())

  useEffect(() => {
    if (!draft || !dirty.current) return
    const timer = setTimeout(() => {
      // What was sent meanwhile is no draft any more: kept again, it would be sent a second time under its old key.
      if (!dirty.current) return
      const at = new Date().toISOString()
      if (keepDraft(name, { values, command: command.current, savedAt: at })) setSavedAt(at)
    }, 300)
    return () => clearTimeout(timer)
  }, [values, draft, name])

  const set = useCallback((pointer: string, value: unknown) => {
    dirty.current = true
    setValues((old: unknown) => withValue(old, pointer, value))
    // A fault goes when its field is touched; the others stay in sight.
    setFaults(old =>
      old.filter(fault => fault.pointer !== pointer && !fault.pointer.startsWith(`${pointer}/`)),
    )
  }, [])

  const register = useCallback((pointer: string, field: { id: string; label: string }) => {
    fields.current.set(pointer, field)
    return () => {
      fields.current.delete(pointer)
    }
  }, [])

  const refuse = (list: readonly Fault[]) => {
    // In the order of the fields, which is the order in which one goes through them again.
    const order = [...fields.current.keys()]
    const place = (fault: Fault) =>
      order.findIndex(at => at === fault.pointer || at.startsWith(`${fault.pointer}/`))
    setFaults(list.toSorted((one, other) => place(one) - place(other)))
    setAttempts(n => n + 1)
  }

  const submit = async () => {
    if (busy.current) return
    busy.current = true
    setProblem(undefined)
    const blankless = withoutBlanks(values)
    const parsed = schema.safeParse(options.shape ? options.shape(blankless) : blankless)
    if (!parsed.success) {
      busy.current = false
      return refuse(faultsOf(parsed.error).map(fault => missing(fault, blankless)))
    }
    setSending(true)
    setFaults([])
    try {
      const result = await options.send(parsed.data, { idempotencyKey: command.current })
      dirty.current = false
      dropDraft(name)
      command.current = crypto.randomUUID()
      options.onDone?.(result)
    } catch (error) {
      const sent = error instanceof DomainError ? (error.details.faults as Fault[] | undefined) : undefined
      if (sent?.length) refuse(sent.map(fault => ({ ...fault, pointer: without(fault.pointer, under) })))
      else {
        setProblem(error)
        // It waits on this device and will be sent: what is changed from here on is another command.
        if (isKept(error)) {
          dirty.current = false
          dropDraft(name)
          command.current = crypto.randomUUID()
        }
      }
    } finally {
      busy.current = false
      setSending(false)
    }
  }

  const startOver = () => {
    dropDraft(name)
    dirty.current = false
    command.current = crypto.randomUUID()
    setValues(initial)
    setFaults([])
    setProblem(undefined)
    setSavedAt(undefined)
    setRestored(false)
  }

  return {
    name,
    slice: name.split('.')[0] ?? name,
    values,
    get: pointer => valueAt(values, pointer),
    set,
    faults,
    problem,
    sending,
    savedAt,
    restored,
    startOver,
    submit,
    attempts,
    register,
    fieldFor: pointer => nearest(fields.current, pointer),
  }
}

export const isKept = (error: unknown): boolean => error instanceof DomainError && error.code === 'kept-here'

// A choice that was not made is missing, not wrong.
const missing = (fault: Fault, values: unknown): Fault =>
  valueAt(values, fault.pointer) === undefined ? { pointer: fault.pointer, code: 'required' } : fault

const without = (pointer: string, under: string) =>
  pointer.startsWith(`${under}/`) ? pointer.slice(under.length) : pointer

// The field itself, else the first inside what is at fault, else the one that holds it.
function nearest<T>(fields: ReadonlyMap<string, T>, pointer: string): T | undefined {
  const exact = fields.get(pointer)
  if (exact) return exact
  for (const [at, field] of fields) if (at.startsWith(`${pointer}/`)) return field
  for (const [at, field] of fields) if (pointer.startsWith(`${at}/`)) return field
  return undefined
}
