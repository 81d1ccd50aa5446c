import type { Draw } from './marks.ts'
import * as electric from './symbols/electric.ts'
import * as furnaces from './symbols/furnaces.ts'
import * as machines from './symbols/machines.ts'
import * as matter from './symbols/matter.ts'
import * as places from './symbols/places.ts'
import * as records from './symbols/records.ts'
import * as separation from './symbols/separation.ts'
import * as traffic from './symbols/traffic.ts'
import * as vessels from './symbols/vessels.ts'

export const symbols = {
  ...vessels,
  ...furnaces,
  ...machines,
  ...separation,
  ...electric,
  ...places,
  ...traffic,
  ...matter,
  ...records,
} satisfies Record<
  string,
  Draw
>

/** Surroundings and open basins, over which streams stay visible; all other symbols cover the ends of streams. */
export const beneathStreams: ReadonlySet<string> = new Set([
  'waves',
  'strata',
  'plume',
  'hills',
  'road',
  'dam',
  'basin',
  'aeration',
])

export type SymbolName = keyof typeof symbols
