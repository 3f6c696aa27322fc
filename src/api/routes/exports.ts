import { Readable } from 'node:stream'
import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { csvHead, csvRow } from '../../export/csv.ts'
import { type ExportFormat, type ExportInput, formatNamed, policyNamed, portable, protect } from '../../export/index.ts'
import { collect } from '../../ledger/index.ts'
import type { Api } from '../context.ts'
import type { Picked } from '../desk/index.ts'
import { addRoute } from '../route.ts'
import { ClaimQuery } from '../shapes.ts'

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
      const file = formatNamed(query.format, 'dossier')
      return download(file, file.write({ ...(await leaving(api)), lang, ...policy }), 'dossier')
    },
  )
  addRoute(
    app,
    api,
    {
      method: 'get',
      path: '/api/export',
      summary:
        'Every claim as a row (csv), or every reading and link as a line (jsonl); with the filters of /api/claims only those claims, in jsonl a claim a line',
      query: { format: z.enum(['csv', 'jsonl']).default('csv'), lang, ...ClaimQuery.shape },
      answer: { 'text/csv': Text, 'application/jsonl': Text },
    },
    async ({ query: { format, lang: _, ...asked }, lang }) => {
      const file = formatNamed(format, 'data')
      const { sort, ...filters } = asked
      const isWhole = Object.values(filters).every((value) => value === undefined) && (format === 'jsonl' || sort === undefined)
      if (isWhole) return download(file, file.write({ ...(await leaving(api)), lang }), 'isnad')
      return download(file, chosenClaims(format, await api.desk.pick(asked)), 'isnad-claims')
    },
  )
}

/** Claims as a file of their format, as they are read. */
async function* chosenClaims(format: 'csv' | 'jsonl', pieces: AsyncIterable<readonly Picked[]>): AsyncGenerator<string> {
  if (format === 'csv') yield csvHead()
  const write = ({ sheet, claim, view }: Picked): string => (format === 'csv' ? csvRow(sheet, claim) : `${JSON.stringify(view())}\n`)
  for await (const piece of pieces) for (const one of piece) yield write(one)
}

/** Everything of the ledger as it may leave it. */
async function leaving({ ledger, desk, key }: Api): Promise<Pick<ExportInput, 'readings' | 'links' | 'revealed'>> {
  const [readings, links] = [await collect(ledger.readings()), await collect(ledger.links())]
  const revealed = desk.revealed()
  return revealed ? { ...portable(readings, links), revealed: revealed.reason } : protect(readings, links, { key })
}

/** Code units after which the loop has its turn, so that other requests are answered while a long file is written. */
const PIECE = 256 * 1024

type Pieces = Iterable<string> | AsyncIterable<string>

function download({ mediaType, extension }: ExportFormat, pieces: Pieces, name: string): Response {
  // The browser's types, which the workbench is checked with, do not know streams of iterables.
  return new Response(Readable.toWeb(Readable.from(joined(pieces), { objectMode: false })) as ReadableStream<Uint8Array>, {
    headers: { 'content-type': mediaType, 'content-disposition': `attachment; filename="${name}.${extension}"` },
  })
}

async function* joined(pieces: Pieces): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let text = ''
  for await (const piece of pieces) {
    text += piece
    if (text.length < PIECE) continue
    yield encoder.encode(text)
    text = ''
    await new Promise((resolve) => setImmediate(resolve))
  }
  yield encoder.encode(text)
}
