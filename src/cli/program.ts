import { Command, CommanderError, Option } from 'commander'
import type { Session } from './io.ts'
import type { CliMessages } from './messages/index.ts'

/** Where a ledger is unless it is said. */
const LEDGER = './isnad-ledger'

/** A command's examples, one a line, as they are typed. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  isnad: ['isnad serve reports/', 'isnad demo', 'isnad read report.txt', 'isnad ingest reports/ && isnad dossier'],
  read: [
    'isnad read report.txt',
    'isnad read reports/ --lang ar',
    'isnad read page.html --published 2018-06-15 --outlet "موقع المثال"',
    'cat report.txt | isnad read - --json > reading.jsonl',
  ],
  ingest: [
    'isnad ingest reports/',
    'isnad ingest a.txt b.html --ledger ./my-ledger',
    'isnad ingest report.txt --published 2018-06 --url https://example.org/report',
  ],
  dossier: [
    'isnad dossier',
    'isnad dossier --format html --lang ar --out dossier.html',
    'isnad dossier --policy lowest',
    'isnad dossier --reveal-names --reason "family tracing, with consent"',
  ],
  links: ['isnad links', 'isnad links --json > links.jsonl'],
  search: ["isnad search 'تبادل الأسرى'", 'isnad search مخيم --limit 5'],
  explain: ['isnad explain report.txt --at 1042', "isnad explain report.txt --at 'نحو 400'"],
  export: ['isnad export --format csv --out claims.csv', 'isnad export --format jsonl > readings.jsonl'],
  serve: ['isnad serve', 'isnad serve reports/', 'isnad serve reports/ --ledger ./my-ledger', 'isnad serve --examples --lang ar'],
  demo: ['isnad demo', 'isnad demo --lang ar', 'isnad demo --keep ./isnad-ledger-demo'],
  gazetteer: ['isnad gazetteer import SY.txt --out villages.tsv'],
  import: [
    'isnad gazetteer import SY.txt --out villages.tsv && isnad read report.txt --gazetteer villages.tsv',
    'isnad gazetteer import admin3.csv --country YE --out ye.tsv',
  ],
  schema: ['isnad schema > reading.schema.json', 'isnad schema link'],
}

/** Sets the exit code that a command comes back with. */
type Done = (code: number) => void

/** Builds the command line. Each command's code is loaded only when it runs, so that help and version are there at once. */
export function buildProgram(io: Session, version: string, done: Done): Command {
  const { t } = io
  const program = new Command('isnad')
  program
    .description(t('help.isnad'))
    .version(version, '-V, --version', t('help.version'))
    .option('--lang <ar|en>', t('help.lang'))
    .helpOption('-h, --help', t('help.help'))
    .helpCommand(false)
    .configureHelp({ styleTitle: (title) => translatedTitle(title, t) })
    .configureOutput({ writeOut: io.out, writeErr: () => undefined })
    .exitOverride()
  withExamples(program, t)
  addReaders(program, io, done)
  addLedgerCommands(program, io, done)
  addOthers(program, io, done)
  return program
}

export { CommanderError }

function translatedTitle(title: string, t: CliMessages): string {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': t('help.usage'),
    'Arguments:': t('help.arguments'),
    'Options:': t('help.options'),
    'Commands:': t('help.commands'),
  }
  return titles[title] ?? title
}

function withExamples(command: Command, t: CliMessages): void {
  const lines = (EXAMPLES[command.name()] ?? []).map((example) => `  ${example}`)
  command.addHelpText('after', `\n${[t('help.examples'), ...lines].join('\n')}\n\n${t('help.exit')}`)
}

function command(program: Command, spec: string, about: string, t: CliMessages): Command {
  const added = program.command(spec).description(about).helpOption('-h, --help', t('help.help'))
  withExamples(added, t)
  return added
}

const withGiven = (added: Command, t: CliMessages): Command =>
  withFacts(
    added
      .option('--published <date>', t('opt.published'))
      .option('--outlet <name>', t('opt.outlet'))
      .option('--url <address>', t('opt.url')),
    t,
  )

const several = (file: string, before: string[] = []): string[] => [...before, file]
const withFacts = (added: Command, t: CliMessages): Command =>
  added.option('--registry <file>', t('opt.registry'), several).option('--gazetteer <file>', t('opt.gazetteer'), several)

const withLedger = (added: Command, t: CliMessages): Command => added.option('--ledger <folder>', t('opt.ledger'), LEDGER)

const withReveal = (added: Command, t: CliMessages): Command =>
  added.option('--reveal-names', t('opt.reveal')).option('--reason <text>', t('opt.reason'))

function addReaders(program: Command, io: Session, done: Done): void {
  const { t } = io
  withGiven(command(program, 'read', t('help.read'), t).argument('<inputs...>', t('arg.inputs')), t)
    .option('--json', t('opt.json'))
    .action(async (inputs: string[], options) => done(await (await import('./read.ts')).readCommand(io, inputs, options)))
  withFacts(command(program, 'explain', t('help.explain'), t), t)
    .argument('<file>', t('arg.file'))
    .requiredOption('--at <offset|words>', t('opt.at'))
    .action(async (file: string, options) => done(await (await import('./explain.ts')).explainCommand(io, file, options)))
}

function addLedgerCommands(program: Command, io: Session, done: Done): void {
  const { t } = io
  withLedger(withGiven(command(program, 'ingest', t('help.ingest'), t).argument('<inputs...>', t('arg.inputs')), t), t).action(
    async (inputs: string[], options) => done(await (await import('./ingest.ts')).ingestCommand(io, inputs, options)),
  )
  withReveal(withLedger(command(program, 'dossier', t('help.dossier'), t), t), t)
    .option('--format <name>', t('opt.format', { names: 'terminal, md, html' }), 'terminal')
    .option('--out <file>', t('opt.out'))
    .option('--policy <name>', t('opt.policy', { names: 'lowest, ucdp, latest' }))
    .action(async (options) => done(await (await import('./dossier.ts')).dossierCommand(io, options)))
  withReveal(withLedger(command(program, 'links', t('help.links'), t), t), t)
    .option('--json', t('opt.links-json'))
    .action(async (options) => done(await (await import('./links.ts')).linksCommand(io, options)))
  withLedger(command(program, 'search', t('help.search'), t).argument('<words...>', t('arg.words')), t)
    .option('--limit <n>', t('opt.limit'), '20')
    .action(async (words: string[], options) => done(await (await import('./search.ts')).searchCommand(io, words, options)))
  withReveal(withLedger(command(program, 'export', t('help.export'), t), t), t)
    .addOption(new Option('--format <name>', t('opt.format', { names: 'csv, jsonl' })).default('csv'))
    .option('--out <file>', t('opt.out'))
    .action(async (options) => done(await (await import('./export.ts')).exportCommand(io, options)))
}

function addOthers(program: Command, io: Session, done: Done): void {
  const { t } = io
  withFacts(command(program, 'serve', t('help.serve'), t).argument('[paths...]', t('arg.desk')), t)
    .option('--ledger <folder>', t('opt.desk-ledger'))
    .option('--examples', t('opt.examples'))
    .option('--port <number>', t('opt.port'))
    .option('--host <address>', t('opt.host'))
    .option('--no-open', t('opt.no-open'))
    .action(async (paths: string[], options) => done(await (await import('./serve.ts')).serveCommand(io, paths, options)))
  command(program, 'demo', t('help.demo'), t)
    .option('--keep <folder>', t('opt.keep'))
    .action(async (options) => done(await (await import('./demo.ts')).demoCommand(io, options)))
  const gazetteer = command(program, 'gazetteer', t('help.gazetteer'), t)
  command(gazetteer, 'import', t('help.gazetteer-import'), t)
    .argument('<table>', t('arg.table'))
    .option('--out <file>', t('opt.out'))
    .option('--country <code>', t('opt.country'), several)
    .action(async (table: string, options) => done(await (await import('./gazetteer.ts')).importCommand(io, table, options)))
  command(program, 'schema', t('help.schema'), t)
    .argument('[shape]', t('arg.shape'), 'reading')
    .action(async (shape: string) => done((await import('./schema.ts')).schemaCommand(io, shape)))
}
