/** The OpenAPI 3.1 document, made from the routes themselves, so that it cannot say anything else than they do. */
import { Problem } from '@kerege/contract/errors'
import type { Route } from '@kerege/contract/route'
import { z } from 'zod'

type Schema = Record<string, unknown>

const options = { target: 'draft-2020-12', unrepresentable: 'any', io: 'input' } as const

function schemaOf(type: z.ZodType, io: 'input' | 'output'): Schema {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { ...options, io }) as Schema
  return schema
}

function parameters(type: z.ZodType | undefined, place: 'path' | 'query') {
  if (!type) return []
  const schema = schemaOf(type, 'input')
  const required = new Set((schema['required'] as string[] | undefined) ?? [])
  return Object.entries((schema['properties'] as Record<string, Schema> | undefined) ?? {}).map(
    ([name, one]) => ({
      name,
      in: place,
      required: place === 'path' || required.has(name),
      schema: one,
    }),
  )
}

/** `POST /people/:id/grants` is `postPeopleIdGrants`: stable as long as the path is. */
const operationId = (route: Route): string =>
  route.method.toLowerCase() +
  route.path
    .split(/[/:-]+/)
    .filter(Boolean)
    .map(part => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

function operation(route: Route) {
  const status = String(route.status ?? 200)
  const type = route.produces ?? 'application/json'
  const content =
    type === 'application/json'
      ? { schema: schemaOf(route.response, 'output') }
      : { schema: { type: 'string' } }
  const version = [{ name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } }]
  const change = route.method !== 'GET'
  return {
    operationId: operationId(route),
    summary: route.summary,
    tags: [route.path.split('/')[1] ?? ''],
    security: route.access === 'public' ? [] : [{ session: [] }],
    'x-access': route.access,
    parameters: [
      ...parameters(route.params, 'path'),
      ...parameters(route.query, 'query'),
      ...(change ? [{ name: 'x-kerege', in: 'header', required: true, schema: { const: '1' } }] : []),
      ...(route.versioned && (route.method === 'PUT' || route.method === 'PATCH' || route.method === 'DELETE')
        ? version
        : []),
    ],
    ...(route.body
      ? {
          requestBody: {
            required: true,
            content: { [route.consumes ?? 'application/json']: { schema: schemaOf(route.body, 'input') } },
          },
        }
      : {}),
    responses: {
      [status]: { description: route.summary, ...(status === '204' ? {} : { content: { [type]: content } }) },
      '401': problem('Not signed in'),
      '403': problem('The hat does not allow it'),
      '404': problem('Not there, or not for the asker: one answer'),
      '422': problem('Faults, all at once'),
      default: problem('Any other trouble'),
    },
  }
}

export function openApiDocument(routes: readonly Route[]) {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    const path = `/api${route.path.replace(/:(\w+)/g, '{$1}')}`
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) }
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Kerege', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'kerege.session_token' } },
    },
  }
}
