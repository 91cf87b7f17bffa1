/** A note as its form holds it, and back. */
import type { Note } from '@kerege/contract/casework/notes'

/** What was typed about an incident goes along only while it is one; no task is no task. */
export function shaped(values: unknown): unknown {
  const { incident, taskId, ...rest } = values as {
    kind?: string
    incident?: object
    taskId?: string
  }
  return {
    ...rest,
    ...(rest.kind === 'incident' ? { incident: incident ?? {} } : {}),
    ...(taskId && taskId !== 'none' ? { taskId } : {}),
  }
}

export const valuesOf = ({
  kind,
  heldOn,
  compartment,
  words,
  others,
  colleagues,
  family,
  incident,
}: Note) => ({
  kind,
  heldOn,
  compartment,
  words,
  ...(others ? { others } : {}),
  colleagues: colleagues.map(one => one.id),
  family: family.map(one => one.id),
  ...(incident ? { incident } : {}),
})
