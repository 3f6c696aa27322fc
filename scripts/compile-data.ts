/** Turns every YAML data file into JSON under dist/data/, so that a start does not parse YAML. */
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { compiledData, packageRoot, parseYaml } from '../src/lang/data.ts'

for (const path of globSync(['src/**/*.yaml', 'registry/*.yaml', 'gazetteer/*.yaml', 'examples/*.yaml'], { cwd: packageRoot }).sort()) {
  const target = `${compiledData}${path}.json`
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, JSON.stringify(parseYaml(readFileSync(packageRoot + path, 'utf8'), path)))
}
