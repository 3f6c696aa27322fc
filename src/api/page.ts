import { createHash } from 'node:crypto'
import type { Lang } from '../export/index.ts'
import { policy } from './guard.ts'
import { apiMessages } from './messages/index.ts'

const STYLE = `body{max-width:42rem;margin:3rem auto;padding:0 1rem;font:1rem/1.6 system-ui,sans-serif;color-scheme:light dark}
section+section{border-top:1px solid;margin-top:2rem;padding-top:1rem}h1{font-size:1.3rem}`

const styleSource = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`

/** What stands at the server's address where the workbench is not built: plain, in both languages. */
export const plainPage = (): Response =>
  new Response(html(), {
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', 'content-security-policy': policy(styleSource) },
  })

const html = (): string => `<!doctype html>
<html lang="en" dir="ltr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Isnad · إسناد</title><style>${STYLE}</style></head>
<body><main>
${section('ar')}
${section('en')}
</main></body>
</html>
`

function section(lang: Lang): string {
  const t = apiMessages(lang)
  const link = (address: string, text: string): string => `<li><a href="${address}">${text}</a></li>`
  return `<section lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}">
<h1>${t('page.title')}</h1>
<p>${t('page.body')} ${t('page.build', { command: '<code dir="ltr">npm run build</code>' })}</p>
<p>${t('page.meanwhile')}</p>
<ul>
${link(`/api/dossier?format=html&amp;lang=${lang}`, t('page.dossier'))}
${link('/api/export?format=csv', t('page.csv'))}
${link('/api/openapi.json', t('page.api'))}
</ul>
</section>`
}
