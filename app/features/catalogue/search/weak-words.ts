import { canonical, fold } from './folding.ts'

/** Words that nearly every listing could claim, or that only ask: they add to the rank and never decide. */
const WORDS = `
  技术 设备 装置 系统 方法 方案 解决方案 工艺 产品 服务 企业 公司 厂家 厂商 供应商 日本 日企 日系 中国 国内 国外 进口 价格 报价 多少钱 怎么 怎么办 怎样 如何 什么 哪些 哪家
  有没有 没有 需要 想要 想找 寻找 求购 相关 有关 关于 推荐 介绍 案例 应用 用于 适合 项目 问题 工厂 我厂 我们 现场 处理 处理技术 一览 能不能 可以 请问 谁有 最好 目前 现在 解决
  技術 設備 装置 システム メーカー 方法 製品 企業 会社 工場 現場 日本 中国 事例 導入 紹介 について したい ほしい 欲しい 教えて 教えてください どう どこ ありますか できる 減らしたい 困って 対策 向け
  technology technologies equipment system systems solution solutions japan japanese china chinese company companies the of for and in with how
`
export const WEAK: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/).map((word) => canonical(fold(word))))

const segmenters = { ja: new Intl.Segmenter('ja', { granularity: 'word' }), zh: new Intl.Segmenter('zh', { granularity: 'word' }) }
const HIRAGANA = /^[\u3041-\u309f]+$/
const ENDING = /[\u3041-\u309f]+$/

/**
 * The words of a text that the terminology does not know, folded: two characters or more, without kana endings, so that
 * verbs and particles fall away.
 */
export function plainWords(text: string): string[] {
  const words: string[] = []
  for (const { segment, isWordLike } of segmenters[/[\u3041-\u30ff]/.test(text) ? 'ja' : 'zh'].segment(text)) {
    if (!isWordLike || HIRAGANA.test(segment)) continue
    const key = canonical(fold(/[\u3400-\u9fff]/.test(segment) ? segment.replace(ENDING, '') : segment))
    if (key.length > 1 && !/^[\d ]+$/.test(key)) words.push(key)
  }
  return [...new Set(words)]
}
