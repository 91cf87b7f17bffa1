/**
 * The emptiest answer that a route can give, made of its own schema: lists without rows, counts of nothing, no field that need not be
 * there. So a screen can be looked at while nothing behind it is asked (viewing.ts).
 */
import { z } from 'zod'

/** @returns undefined where the shape cannot be filled without inventing somebody or something */
export function emptyAnswer(schema: z.ZodType, now: Date): unknown {
  const made = emptyOf(schema as z.core.$ZodType, now, 0)
  const parsed = schema.safeParse(made)
  return parsed.success ? parsed.data : undefined
}

const deepest = 20

function emptyOf(schema: z.core.$ZodType, now: Date, depth: number): unknown {
  if (depth > deepest) return undefined
  const inner = (one: z.core.$ZodType) => emptyOf(one, now, depth + 1)
  const { def } = (schema as z.core.$ZodTypes)._zod
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape).flatMap(([name, field]) => {
          const isOptional = (field as z.core.$ZodType)._zod.optout === 'optional'
          return isOptional ? [] : [[name, inner(field)]]
        }),
      )
    case 'array':
      return []
    case 'record':
      return {}
    case 'string':
      return textOf(schema, now)
    case 'number':
      return 0
    case 'boolean':
      return false
    case 'nullable':
      return null
    case 'literal':
      return def.values[0]
    case 'enum':
      return Object.values(def.entries)[0]
    case 'union':
      return def.options.map(inner).find((made, at) => {
        const option = def.options[at]
        return option !== undefined && z.safeParse(option, made).success
      })
    case 'tuple':
      return def.items.map(inner)
    case 'pipe':
      return inner(def.in)
    case 'lazy':
      return inner(def.getter())
    case 'readonly':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'catch':
      return inner(def.innerType)
    default:
      return undefined
  }
}

/** A day or a moment is that of asking; of every other shape the empty text, which the shape may refuse. */
const textOf = (schema: z.core.$ZodType, now: Date) =>
  ['', now.toISOString(), now.toISOString().slice(0, 10), now.toISOString().slice(0, 7)].find(
    text => z.safeParse(schema, text).success,
  )
