import { Converter } from 'opencc-js'

const fromJapanese = Converter({ from: 'jp', to: 'cn' })
const fromTraditional = Converter({ from: 'tw', to: 'cn' })

/** Where the conversion tables say nothing, or choose another word than the trade does. */
const PATCH: Record<string, string> = Object.fromEntries(
  '汚污 汙污 騒噪 騷噪 骚噪 渋涩 澁涩 髙高 﨑崎 弁弁 餘余 馀余 乾干 係系 予预 燐磷 珪硅 沈沉 錆锈 醗发 醱发 酦发 鉱矿 鑛矿 砿矿 搜收 撹搅 攪搅 徳德 欠欠 缶罐 圏圈 着着 著着 弐二 剝剥 幺么 么么 麼么'
    .split(' ')
    .map((pair) => [pair[0]!, pair.slice(1)]),
)

const table = new Uint16Array(0x10000)

export const isHan = (unit: number) => (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff)

/** One Han character (UTF-16 unit), Japanese or traditional, as the simplified one it is compared by. */
export function foldHan(unit: number): number {
  const known = table[unit]!
  if (known !== 0) return known
  let character = String.fromCharCode(unit)
  // Some characters take two steps (酦 → 醗 → 发); four are more than any needs.
  for (let step = 0; step < 4; step++) {
    const next = PATCH[character] ?? fromTraditional(fromJapanese(character))[0] ?? character
    if (next === character) break
    character = next
  }
  const folded = character.charCodeAt(0)
  table[unit] = folded
  table[folded] = folded
  return folded
}
