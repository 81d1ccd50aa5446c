import { cooperationModes, costBands, ipStates, paybackBands, savingKinds, sizeBands } from '#db/schema/catalogue.ts'
import { chineseRegions, prefectures } from '../territories.ts'
import type { Dice } from './dice.ts'
import { advantages, descriptions, kinds, places, principles, problems, summaries, trades, type Phrase } from './phrases.ts'
import type { Field, Term, Vocabulary } from './vocabulary.ts'

const digits = ['ぜろ', 'いち', 'に', 'さん', 'よん', 'ご', 'ろく', 'なな', 'はち', 'きゅう']

/** An invented company in the interchange format; its name says that it was generated. */
export function companyRecord(id: string, at: number, dice: Dice) {
  const place = places[at % places.length]!
  const trade = trades[Math.floor(at / places.length) % trades.length]!
  const round = Math.floor(at / places.length / trades.length)
  const number = round > 0 ? String(round + 1) : ''
  const spoken = [...number].map((digit) => digits[Number(digit)]!).join('')
  return {
    id,
    name: {
      ja: `生成見本${place[0]}${trade[0]}${number}株式会社`,
      zh: `生成样例${place[2]}${trade[2]}${number}株式会社`,
      en: `Generated Specimen ${place[3]} ${trade[3]}${number && ` ${number}`} Co., Ltd.`,
    },
    reading: `せいせいみほん${place[1]}${trade[1]}${spoken}`,
    prefecture: dice.pick(prefectures),
    size: dice.pick(sizeBands),
    profile: { ja: `測定のために生成した架空の企業です（${place[0]}・${trade[0]}）。`, zh: `为测量而生成的虚构企业（${place[2]}、${trade[2]}）。` },
  }
}

const stageOdds = ['research', 'demonstration', 'demonstration', 'commercial', 'commercial', 'commercial', 'commercial', 'widespread'] as const

/** An invented technology in the interchange format. */
export function technologyRecord(id: string, at: number, company: string, fields: readonly Field[], vocabulary: Vocabulary, dice: Dice) {
  const own = dice.some(fields, dice.chance(0.3) ? 2 : 1)
  const terms = vocabulary.draw(dice, own[0]!)
  const write = writer(terms, dice)
  const kind = dice.pick(kinds)
  const [subjectJa, subjectZh] = terms[0]!
  const number = dice.between(10, 999)
  const untranslated = dice.chance(0.08)
  const chosen = dice.some(terms, 5)
  return {
    id,
    company,
    name: { ja: `${subjectJa}${kind[0]} G${number}-${at}`, zh: `${subjectZh}${kind[1]} G${number}-${at}` },
    summary: write([dice.pick(summaries)]),
    description: untranslated ? { ja: write(dice.some(descriptions, 4)).ja } : write(dice.some(descriptions, 4)),
    fields: own.map((field) => field.id),
    problem: write([dice.pick(problems)]),
    principle: write([dice.pick(principles)]),
    advantage: write([dice.pick(advantages)]),
    indicators: [{ name: { ja: chosen[0]![0], zh: chosen[0]![1] }, value: dice.between(1, 990) / 10, unit: dice.pick(['%', 'kW', 't/h', 'mg/L', 'kWh/t', 'm3/d']) }],
    savings: [{ kind: dice.pick(savingKinds), value: dice.between(3, 60), unit: '%' }],
    cost: dice.pick(costBands),
    payback: dice.pick(paybackBands),
    stage: dice.pick(stageOdds),
    installations: installationsOf(dice),
    ip: dice.pick(ipStates),
    cooperation: dice.some(cooperationModes, dice.between(1, 3)),
    regions: dice.chance(0.3) ? dice.some(chineseRegions, dice.between(1, 4)) : [],
    exportControl: 'not-assessed',
    keywords: { ja: chosen.map((term) => term[0]), zh: chosen.map((term) => term[1]) },
  }
}

function installationsOf(dice: Dice) {
  const year = dice.between(2010, 2025)
  const home = { country: 'JP', region: dice.pick(prefectures), year, count: dice.between(1, 40), since: year }
  return dice.chance(0.4) ? [home, { country: 'CN', region: dice.pick(chineseRegions), year: year + 1, count: dice.between(1, 9), since: year + 1 }] : [home]
}

/** Fills the blanks of sentences with the listing's terms, one after the other, so that each occurs. */
function writer(terms: readonly Term[], dice: Dice) {
  let at = 0
  const next = () => terms[at++ % terms.length]!
  return (phrases: readonly Phrase[]) => {
    const filled = phrases.map(([ja, zh]): Phrase => {
      const [a, b, n] = [next(), next(), String(dice.between(2, 90))]
      const fill = (text: string, language: 0 | 1) => text.replace('{a}', a[language]).replace('{b}', b[language]).replaceAll('{n}', n)
      return [fill(ja, 0), fill(zh, 1)]
    })
    return { ja: filled.map((phrase) => phrase[0]).join(''), zh: filled.map((phrase) => phrase[1]).join('') }
  }
}
