import { z } from 'zod'
import { obstacleCodes, projectStatuses, wishCodes } from '#db/schema/projects.ts'
import { interviewWays, optionLists, questionKinds, refusalReasons, surveyKinds, type Question, type surveyRounds } from '#db/schema/surveys.ts'
import { day, line, optionalLine, several, tick } from '../life/form.ts'
import { optionsOfList } from './lists.ts'
import { ways } from './ordering.ts'

const texts = <T extends z.ZodType>(shape: T) => z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(shape).max(50))
const lines = (text: string | null) => (text ?? '').split(/\r?\n/).map((one) => one.trim()).filter(Boolean)
const round = z.preprocess((value) => (typeof value === 'string' ? value.normalize('NFKC').trim() || undefined : value), z.coerce.number({ error: 'invalid' }).int('invalid').min(1, 'invalid').max(999, 'invalid').optional())

const editionForm = { edition: z.coerce.number().int().min(1).catch(1).default(1) }

/** Days, one a line, as people write them into one field. */
const dayList = z.string().optional().transform((text, context) => {
  const all = [...new Set((text ?? '').normalize('NFKC').split(/[\s,、，]+/).filter(Boolean))].sort()
  if (all.length > 10 || all.some((one) => !day.safeParse(one).success)) context.addIssue({ code: 'custom', message: 'invalid' })
  return all
})

export const roundForm = z
  .object({
    ...editionForm,
    kind: z.enum(surveyKinds),
    versionId: z.string({ error: 'choose' }).min(1, 'choose').max(64),
    nameJa: line(120),
    nameZh: line(120),
    year: z.coerce.number({ error: 'invalid' }).int('invalid').min(2000, 'invalid').max(2100, 'invalid'),
    slug: z.string().trim().regex(/^[a-z0-9-]{3,40}$/, 'invalid').optional().transform((text) => text ?? null),
    closesOn: day,
    grace: z.coerce.number({ error: 'invalid' }).int('invalid').min(0, 'invalid').max(60, 'invalid').default(7),
    remindOn: dayList,
    forumFrom: round,
    forumTo: round,
    statuses: several(projectStatuses),
    fields: texts(z.string().regex(/^[a-z0-9-]{1,64}$/)),
    promising: tick,
    picked: optionalLine(20_000),
  })
  .refine((sent) => sent.kind !== 'event' || sent.slug, { path: ['slug'], error: 'required', when: () => true })
  .refine((sent) => !sent.forumFrom || !sent.forumTo || sent.forumFrom <= sent.forumTo, { path: ['forumTo'], error: 'invalid', when: () => true })
  .refine((sent) => !Array.isArray(sent.remindOn) || sent.remindOn.every((one) => one <= sent.closesOn), { path: ['remindOn'], error: 'invalid', when: () => true })
  .transform(({ edition, forumFrom, forumTo, statuses, fields, promising, picked, ...rest }) => ({
    edition,
    round: { ...rest, slug: rest.kind === 'event' ? rest.slug : null, rule: { forumFrom, forumTo, statuses, fields, promising, picked: [...new Set(lines(picked))].slice(0, 500) } },
  }))
export type RoundForm = Omit<typeof surveyRounds.$inferInsert, 'id' | 'state' | 'createdAt' | 'openedAt' | 'closedAt' | 'releasedAt' | 'edition'>

export const refusalForm = z.object({ reason: z.enum(refusalReasons, { error: 'choose' }), remark: optionalLine(1000) })
export const questionnaireForm = z.object({ kind: z.enum(surveyKinds, { error: 'choose' }), nameJa: line(120), nameZh: line(120) })

const code = z.string({ error: 'required' }).trim().regex(/^[a-z][a-z0-9-]{0,39}$/, 'invalid')
export const sectionForm = z.object({ ...editionForm, code, titleJa: line(120), titleZh: line(120) })

/** Which question or section goes which way. */
export const orderForm = z
  .object({ ...editionForm, question: code.optional(), section: code.optional(), way: z.enum(ways) })
  .refine((sent) => sent.question ?? sent.section)
  .transform(({ edition, question, section, way }) => ({ edition, way, what: section ? { section } : { question: question ?? '' } }))

const pair = (ja: string | null, zh: string | null) => (ja && zh ? { ja, zh } : undefined)

/** One option a line: code | 日本語 | 中文. */
const optionLines = z.string().trim().max(8000, 'tooLong').optional().transform((text, context) => {
  const options = lines(text ?? null).map((one) => one.split(/\s*[|｜]\s*/).map((part) => part.trim()))
  const good = options.every(([id = '', ja, zh, more]) => /^[a-z0-9][a-z0-9-]{0,39}$/.test(id) && ja && zh && more === undefined)
  if (!good || new Set(options.map(([id]) => id)).size !== options.length) context.addIssue({ code: 'custom', message: 'invalid' })
  return options.map(([id = '', ja = '', zh = '']) => ({ code: id, ja, zh }))
})

export const questionForm = z
  .object({
    ...editionForm,
    section: code,
    code,
    kind: z.enum(questionKinds, { error: 'choose' }),
    textJa: line(300),
    textZh: line(300),
    hintJa: optionalLine(300),
    hintZh: optionalLine(300),
    required: tick,
    list: z.enum(optionLists).optional().catch(undefined),
    options: optionLines,
    unitJa: optionalLine(30),
    unitZh: optionalLine(30),
    most: z.coerce.number({ error: 'invalid' }).int('invalid').min(2, 'invalid').max(10, 'invalid').default(5),
    lowJa: optionalLine(60),
    lowZh: optionalLine(60),
    highJa: optionalLine(60),
    highZh: optionalLine(60),
    whenQuestion: optionalLine(40),
    whenOp: z.enum(['is', 'has']).catch('is').default('is'),
    whenCodes: optionalLine(400),
  })
  .refine((sent) => !['single', 'several'].includes(sent.kind) || sent.list || sent.options.length >= 2, { path: ['options'], error: 'required', when: () => true })
  .refine((sent) => sent.kind !== 'number' || (sent.unitJa && sent.unitZh), { path: ['unitJa'], error: 'required', when: () => true })
  .refine((sent) => !sent.whenQuestion || sent.whenCodes, { path: ['whenCodes'], error: 'required', when: () => true })
  .transform(({ edition, section, ...sent }) => {
    const choosing = sent.kind === 'single' || sent.kind === 'several'
    const question: Question = {
      code: sent.code,
      kind: sent.kind,
      text: { ja: sent.textJa, zh: sent.textZh },
      hint: pair(sent.hintJa, sent.hintZh),
      required: sent.required,
      ...(choosing ? (sent.list ? { list: sent.list, options: optionsOfList(sent.list) } : { options: sent.options }) : {}),
      ...(sent.kind === 'number' ? { unit: pair(sent.unitJa, sent.unitZh) } : {}),
      ...(sent.kind === 'scale' ? { scale: { most: sent.most, low: pair(sent.lowJa, sent.lowZh) ?? { ja: '', zh: '' }, high: pair(sent.highJa, sent.highZh) ?? { ja: '', zh: '' } } } : {}),
      ...(sent.whenQuestion ? { when: { question: sent.whenQuestion, op: sent.whenOp, codes: (sent.whenCodes ?? '').split(/[\s,、，]+/).filter(Boolean) } } : {}),
    }
    return { edition, section, question }
  })

export const interviewForm = z
  .object({
    ...editionForm,
    recipient: optionalLine(64),
    on: day,
    how: z.enum(interviewWays, { error: 'choose' }),
    people: line(1000),
    notes: line(20_000),
    obstacles: several(obstacleCodes),
    wishes: several(wishCodes),
    quotesJa: optionalLine(8000),
    quotesZh: optionalLine(8000),
    permittedJa: optionalLine(8000),
    permittedZh: optionalLine(8000),
  })
  .transform(({ edition, people, quotesJa, quotesZh, permittedJa, permittedZh, ...rest }) => ({
    edition,
    interview: {
      ...rest,
      people: lines(people),
      quotes: [
        ...lines(permittedJa).map((text) => ({ text, locale: 'ja' as const, permitted: true })),
        ...lines(permittedZh).map((text) => ({ text, locale: 'zh' as const, permitted: true })),
        ...lines(quotesJa).map((text) => ({ text, locale: 'ja' as const, permitted: false })),
        ...lines(quotesZh).map((text) => ({ text, locale: 'zh' as const, permitted: false })),
      ],
    },
  }))
export type InterviewForm = z.output<typeof interviewForm>['interview']
