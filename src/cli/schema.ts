import { z } from 'zod'
import { IsnadError } from '../errors.ts'
import { Link, Reading } from '../model.ts'
import { EXIT, type Session } from './io.ts'

const SHAPES = { reading: Reading, link: Link } as const

/** `isnad schema`: the JSON Schema of the data contract, generated from its types. */
export function schemaCommand(io: Session, shape: string): number {
  const found = Object.hasOwn(SHAPES, shape) ? SHAPES[shape as keyof typeof SHAPES] : undefined
  if (!found) throw new IsnadError({ code: 'bad-usage', message: io.t('error.shape', { shape }), hint: io.t('error.shape-hint') })
  io.out(`${JSON.stringify(z.toJSONSchema(found), null, 2)}\n`)
  return EXIT.done
}
