import type { Family } from './palette.ts'
import type { FieldGroup, Scene } from './scene.ts'
import { energyScenes } from './scenes/energy.ts'
import { environmentScenes } from './scenes/environment.ts'
import { industryScenes } from './scenes/industry.ts'
import { knowledgeScenes, neutralFamily, neutralScene } from './scenes/knowledge.ts'
import { powerScenes } from './scenes/power.ts'

export interface FieldScheme {
  family: Family
  scene: Scene
  instruments: boolean
}

const groups: Readonly<Record<string, FieldGroup>> = {
  ...energyScenes,
  ...powerScenes,
  ...industryScenes,
  ...environmentScenes,
  ...knowledgeScenes,
}

const fields = new Map<string, FieldScheme>()
for (const [top, { family, own, children, instruments = true }] of Object.entries(groups)) {
  fields.set(top, { family, scene: own, instruments })
  for (const [child, scene] of Object.entries(children)) fields.set(child, { family, scene, instruments })
}

/** The scene and colours of a top or child field; a neutral scheme for an unknown id. */
export function fieldScheme(field: string): FieldScheme {
  return fields.get(field) ?? { family: neutralFamily, scene: neutralScene, instruments: true }
}
