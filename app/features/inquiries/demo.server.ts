import type { Writer } from '#db/index.ts'
import { inquiryForm } from './form.ts'
import { openInquiry } from './opening.server.ts'

/** Invented cases for a demo database. The channels lead nowhere, so that no letter reaches a person. */
const CASES = [
  {
    technologies: ['demo-orc-low-temp', 'demo-latent-economiser'],
    organisation: '虚构样例水泥有限公司', organisationKind: 'enterprise', region: 'CN-SD', size: '100-999', person: '样例 甲', channel: 'wechat', address: 'yangli_cement_a',
    kind: 'information', message: '我厂窑尾和篦冷机余热目前只供厂区采暖，夏季基本浪费。想了解90℃左右热水发电的实际效率、占地和投资回收期，以及在中国的运行案例。',
  },
  {
    technologies: ['demo-sludge-heat-pump-dryer'],
    organisation: '虚构样例开发区管委会', organisationKind: 'park', region: 'CN-JS', size: '20-99', person: '样例 乙', channel: 'phone', address: '+86 512 0000 0000',
    kind: 'interest', message: '园区污水厂每天产生含水率80%的污泥约60吨，希望就地干化到40%以下。请介绍能耗、臭气处理方式和可行的合作模式。',
  },
  {
    technologies: [],
    organisation: '虚构样例化工设计院', organisationKind: 'institute', region: 'CN-SH', size: '100-999', person: '样例 丙', channel: 'wechat', address: 'yangli_design_c',
    kind: 'need', message: '客户有含氟废水，氟离子约200mg/L，要求稳定降到8mg/L以下，现有钙盐沉淀法污泥量太大。请推荐日本的深度除氟工艺。',
  },
  {
    technologies: [],
    organisation: '虚构样例节能协会', organisationKind: 'association', region: 'CN-LN', size: '1-19', person: '样例 丁', channel: 'phone', address: '+86 24 0000 0000',
    kind: 'partnership', message: '本会计划明年上半年举办一次中日节能技术对接会，希望与数据库秘书处商量共同邀请日方企业、并在会员中推广数据库的具体做法。',
  },
]

/** Some inquiries to try the desk with, opened like everybody's. */
export async function seedDemoInquiries(tx: Writer): Promise<void> {
  for (const [at, { technologies, ...typed }] of CASES.entries()) {
    const form = inquiryForm.parse({ ...typed, technology: technologies, processing: 'on', transfer: 'on' })
    const opened = await openInquiry(tx, { locale: 'zh', form, technologies, submissionKey: `demo-${at}`, held: false })
    if (!opened.ok) throw new Error(`demo inquiry ${at} was refused: ${opened.reason}`)
  }
}
