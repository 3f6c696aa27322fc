import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { type ExportFormat, type ExportInput, formatNamed, policyNamed, portable, protect } from '../../export/index.ts'
import { collect } from '../../ledger/index.ts'
import type { Api } from '../context.ts'
import { addRoute } from '../route.ts'

const Text = z.string()
const lang = z.enum(['ar', 'en']).optional()

/** The whole ledger as a file: the formats of the command line. */
export function exportRoutes(app: OpenAPIHono, api: Api): void {
  addRoute(
    app,
    api,
    {
      method: 'get',
      path: '/api/dossier',
      summary: 'The ledger as one dossier',
      query: { format: z.enum(['md', 'html']).default('html'), lang, policy: z.enum(['lowest', 'ucdp', 'latest']).optional() },
      answer: { 'text/html': Text, 'text/markdown': Text },
    },
    async ({ query, lang }) => {
      const policy = query.policy === undefined ? {} : { policy: policyNamed(query.policy) }
      return download(formatNamed(query.format, 'dossier'), { ...(await leaving(api)), lang, ...policy }, 'dossier')
    },
  )
  addRoute(
    app,
    api,
    {
      method: 'get',
      path: '/api/export',
      summary: 'Every claim as a row (csv), or every reading and link as a line (jsonl)',
      query: { format: z.enum(['csv', 'jsonl']).default('csv'), lang },
      answer: { 'text/csv': Text, 'application/jsonl': Text },
    },
    async ({ query, lang }) => download(formatNamed(query.format, 'data'), { ...(await leaving(api)), lang }, 'isnad'),
  )
}

/** Everything of the ledger as it may leave it. */
async function leaving({ ledger, desk, key }: Api): Promise<Pick<ExportInput, 'readings' | 'links' | 'revealed'>> {
  const [readings, links] = [await collect(ledger.readings()), await collect(ledger.links())]
  const revealed = desk.revealed()
  return revealed ? { ...portable(readings, links), revealed: revealed.reason } : protect(readings, links, { key })
}

/** Code units after which the loop has its turn, so that other requests are answered while a long file is written. */
const PIECE = 256 * 1024

function download({ write, mediaType, extension }: ExportFormat, input: ExportInput, name: string): Response {
  const body = ReadableStream.from(joined(write(input)))
  return new Response(body, {
    headers: { 'content-type': mediaType, 'content-disposition': `attachment; filename="${name}.${extension}"` },
  })
}

async function* joined(pieces: Iterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let text = ''
  for (const piece of pieces) {
    text += piece
    if (text.length < PIECE) continue
    yield encoder.encode(text)
    text = ''
    await new Promise((resolve) => setImmediate(resolve))
  }
  yield encoder.encode(text)
}
