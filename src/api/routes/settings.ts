import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { RULES_VERSION } from '../../model.ts'
import { jsonBody, LIMITS } from '../body.ts'
import type { Api } from '../context.ts'
import { addRoute } from '../route.ts'
import { Settings } from '../shapes.ts'

const JSON_TYPE = 'application/json'
const Reason = z.object({ reason: z.string().trim().min(1).max(1000) }).openapi('Reason')

/** What this server is and shows; names are lifted for a reason, and withheld again. */
export function settingsRoutes(app: OpenAPIHono, api: Api): void {
  const answer = { [JSON_TYPE]: Settings }
  addRoute(
    app,
    api,
    { method: 'get', path: '/api/settings', summary: 'Version, ledger, what is shown', answer, also: () => api.runs.current() ?? '' },
    () => settingsOf(api),
  )
  addRoute(
    app,
    api,
    {
      method: 'put',
      path: '/api/settings/names',
      summary: 'Show private names, for a reason that the ledger keeps',
      body: { [JSON_TYPE]: Reason },
      answer,
      errors: [413, 415],
    },
    async ({ c, lang }) => {
      await api.desk.reveal((await jsonBody(c, Reason, lang)).reason)
      return settingsOf(api)
    },
  )
  addRoute(app, api, { method: 'delete', path: '/api/settings/names', summary: 'Withhold private names again', answer }, async () => {
    await api.desk.reveal(null)
    return settingsOf(api)
  })
}

async function settingsOf({ desk, version, name, runs }: Api): Promise<Settings> {
  const { total } = await desk.reports({ limit: 1 })
  return {
    version,
    rules: RULES_VERSION,
    ledger: name,
    revision: desk.revision(),
    reports: total,
    revealed: desk.revealed(),
    limits: { bytes: LIMITS.file, files: LIMITS.files },
    run: runs.current(),
  }
}
