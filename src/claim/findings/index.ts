import type { Claim, Finding } from '../../model.ts'
import type { Scene } from '../events/scene.ts'

export function readFindings(_scene: Scene, _claims: readonly Claim[]): Finding[] {
  return []
}
