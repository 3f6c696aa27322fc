import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestServer, testServer } from './testing/server.ts'

interface Operation {
  summary: string
  parameters?: { name: string; in: string; required?: boolean; schema: object }[]
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<string, { description: string; content: Record<string, { schema: object }> }>
}

let server: TestServer
let document: {
  openapi: string
  info: object
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, object> }
}
beforeAll(async () => {
  server = await testServer()
  document = (await server.get('/api/openapi.json')).json
})
afterAll(() => server.close())

const operations = (): [string, string, Operation][] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, string, Operation] => [method, path, operation]),
  )

describe('the OpenAPI document', () => {
  it('describes every route', () => {
    expect(document.openapi).toBe('3.1.0')
    expect(
      operations()
        .map(([method, path]) => `${method} ${path}`)
        .toSorted(),
    ).toEqual([
      'delete /api/runs/{id}',
      'delete /api/settings/names',
      'get /api/claims',
      'get /api/dossier',
      'get /api/export',
      'get /api/facets',
      'get /api/links',
      'get /api/measures',
      'get /api/measures/{id}',
      'get /api/openapi.json',
      'get /api/overview',
      'get /api/reports',
      'get /api/reports/{key}',
      'get /api/reports/{key}/explain',
      'get /api/reports/{key}/original',
      'get /api/runs/{id}',
      'get /api/runs/{id}/events',
      'get /api/schema/{shape}',
      'get /api/search',
      'get /api/settings',
      'post /api/read',
      'post /api/reports',
      'put /api/settings/names',
    ])
  })

  it('gives each route a summary, an answer and the error shape', () => {
    for (const [method, path, { summary, responses, requestBody }] of operations()) {
      expect(summary, path).toMatch(/^[A-Z]/u)
      expect(
        Object.keys(responses).filter((status) => status.startsWith('2')),
        `${method} ${path}`,
      ).toHaveLength(1)
      for (const [status, { content }] of Object.entries(responses)) {
        expect(Object.values(content).every(({ schema }) => typeof schema === 'object')).toBe(true)
        if (status >= '4') expect(content['application/json']!.schema).toEqual({ $ref: '#/components/schemas/Error' })
      }
      expect(requestBody !== undefined, `${method} ${path}`).toBe(method === 'post' || method === 'put')
    }
  })

  it('names every parameter of a path', () => {
    for (const [method, path, { parameters = [] }] of operations()) {
      const named = parameters.filter((one) => one.in === 'path').map(({ name }) => `{${name}}`)
      expect(named, `${method} ${path}`).toEqual(path.match(/\{\w+\}/gu) ?? [])
    }
  })

  it('refers to nothing that it does not define', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/gu)].map((match) => match[1]!)
    expect(refs.length).toBeGreaterThan(20)
    for (const ref of new Set(refs)) expect(document.components.schemas, ref).toHaveProperty(ref.replace('#/components/schemas/', ''))
  })
})
