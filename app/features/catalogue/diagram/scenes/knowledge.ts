import type { FieldGroup, Scene } from '../scene.ts'

export const knowledgeScenes: Readonly<Record<string, FieldGroup>> = {
  measurement: {
    family: { hue: 308, chroma: 0.9, cold: [0.62, 0.1, 190] },
    own: { symbols: [['gauge', 110, 150, 130, 130], ['monitor', 285, 164, 150, 150]], streams: [['signal', 180, 150, 205, 150]] },
    children: {
      'environmental-monitoring': {
        symbols: [['monitor', 308, 174, 136, 136, 'cold']],
        ends: [
          { symbols: [['mast', 150, 154, 84, 180, 'cold'], ['particles', 52, 110, 64, 100, 'hot'], ['radio', 215, 74, 60, 44]], streams: [['signal', 170, 160, 236, 160]] },
          { symbols: [['waves', 86, 268, 188, 76, 'cold'], ['vessel', 80, 204, 44, 100, 'hot'], ['radio', 80, 124, 90, 60], ['drop', 166, 190, 34, 46]], streams: [['signal', 120, 90, 308, 90, 308, 104]] },
          { symbols: [['satellite', 90, 72, 130, 58], ['tree', 70, 190, 70, 108], ['factory', 170, 199, 90, 90]], streams: [['signal', 150, 74, 308, 74, 308, 104]] },
        ],
      },
      'carbon-accounting': {
        symbols: [['trend', 300, 164, 120, 110]],
        mirror: false,
        ends: [
          { symbols: [['factory', 80, 189, 110, 110], ['co2', 80, 74, 84, 40, 'hot'], ['gauge', 186, 190, 60, 60]], streams: [['hot', 118, 130, 118, 104], ['signal', 136, 190, 156, 190]] },
          { symbols: [['document', 110, 164, 110, 150, 'cold'], ['co2', 300, 64, 84, 40, 'hot']], streams: [['signal', 166, 170, 225, 170]] },
          { symbols: [['building', 76, 184, 80, 120], ['gauge', 180, 130, 72, 72], ['document', 180, 214, 44, 60, 'cold']], streams: [['signal', 116, 130, 144, 130]] },
        ],
      },
      'remote-operation': {
        symbols: [['cloud', 200, 72, 110, 72], ['monitor', 320, 180, 120, 124]],
        streams: [['signal', 250, 76, 320, 76, 320, 116]],
        ends: [
          { symbols: [['motor', 96, 194, 130, 100], ['radio', 90, 110, 70, 48]], streams: [['signal', 110, 76, 148, 76]] },
          { symbols: [['pump', 84, 190, 84, 84, 'cold'], ['gauge', 170, 200, 62, 62], ['radio', 84, 110, 70, 48]], streams: [['signal', 110, 76, 148, 76]] },
          { symbols: [['factory', 100, 184, 130, 120], ['person', 220, 208, 52, 72, 'cold']], streams: [['signal', 90, 140, 90, 76, 148, 76]] },
        ],
      },
    },
  },
  services: {
    instruments: false,
    family: { hue: 340, chroma: 0.85, hot: [0.77, 0.125, 84], cold: [0.6, 0.105, 160] },
    own: { symbols: [['person', 100, 184, 84, 120, 'cold'], ['document', 215, 169, 100, 140, 'cold'], ['coins', 325, 194, 76, 100]] },
    children: {
      'green-finance': {
        symbols: [['coins', 72, 184, 88, 120]],
        ends: [
          { symbols: [['factory', 312, 169, 140, 150], ['leaf', 186, 184, 72, 72, 'cold']], streams: [['hot', 72, 116, 72, 62, 312, 62, 312, 108], ['cold', 312, 246, 312, 274, 72, 274, 72, 248]] },
          { symbols: [['document', 205, 162, 100, 140, 'cold'], ['building', 338, 164, 84, 160, 'cold']], streams: [['hot', 116, 200, 155, 200], ['hot', 255, 200, 296, 200], ['cold', 338, 82, 338, 52, 72, 52, 72, 114]] },
          { symbols: [['gauge', 205, 120, 92, 92], ['rotor', 330, 134, 110, 220]], streams: [['hot', 116, 215, 318, 215], ['cold', 205, 72, 205, 44, 72, 44, 72, 114], ['signal', 328, 120, 252, 120]] },
        ],
      },
      'consulting-training': {
        symbols: [],
        ends: [
          { symbols: [['board', 250, 116, 210, 172], ['person', 80, 174, 86, 140, 'cold'], ['person', 186, 212, 46, 64, 'hot'], ['person', 252, 212, 46, 64, 'hot'], ['person', 318, 212, 46, 64, 'hot']] },
          { symbols: [['factory', 150, 169, 190, 150], ['magnifier', 205, 186, 130, 130], ['checks', 338, 104, 84, 112]], streams: [['signal', 248, 176, 338, 176, 338, 162]] },
          { symbols: [['person', 74, 179, 84, 130, 'cold'], ['monitor', 200, 166, 120, 156, 'cold'], ['person', 326, 179, 84, 130, 'hot']] },
        ],
      },
    },
  },
}

/** What an unknown field is drawn with. */
export const neutralFamily = { hue: 230, chroma: 0.35 }

export const neutralScene: Scene = {
  symbols: [['tank', 80, 179, 90, 130], ['gear', 205, 160, 96, 96], ['vessel', 325, 164, 64, 160, 'cold']],
  streams: [['plain', 125, 160, 157, 160], ['cold', 253, 160, 293, 160]],
}
