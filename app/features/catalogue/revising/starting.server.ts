import { data, redirect } from '@remix-run/node'
import { db, transact } from '#db/index.ts'
import { formData, typedOf } from '#app/platform/form.server.ts'
import { blankContent } from '../content.ts'
import { named } from '../naming.ts'
import { readFields } from '../taxonomy.server.ts'
import { startTechnology } from './drafting.server.ts'
import { readSection } from './listing-form.ts'
import { openFirm } from './own-listing.server.ts'

type Params = { locale?: string }

export async function readStart(request: Request, params: Params) {
  const { locale, editor, company } = await openFirm(request, params)
  return {
    fields: await readFields(db),
    back: editor.office ? `/${locale}/desk/companies/${company.id}` : `/${locale}/account`,
    firm: editor.office ? named({ ja: company.nameJa, zh: company.nameZh }, locale).text : null,
  }
}

/** Begins a technology with its name and fields, and leads to the editor. */
export async function start(request: Request, params: Params) {
  const { locale, editor } = await openFirm(request, params)
  const typed = typedOf(await formData(request))
  const { members, errors } = readSection('basics', typed)
  const known = new Set((await readFields(db)).map((field) => field.id))
  if (!errors['name.ja'] && !errors['name.zh'] && !members.name?.ja && !members.name?.zh) errors['name.ja'] = ['no-language']
  if (!errors.fields && (!members.fields?.length || members.fields.some((id) => !known.has(id)))) errors.fields = ['no-field']
  if (Object.keys(errors).length > 0) return data({ errors, typed }, 400)
  const { technologyId } = await transact((tx) => startTechnology(tx, editor, { ...blankContent(), name: members.name!, fields: members.fields! }))
  return redirect(`/${locale}/account/technologies/${technologyId}/edit/basics`)
}
