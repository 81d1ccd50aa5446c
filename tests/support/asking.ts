/** Buyers without a browser: they read the form, fill it in and send it, and try again when the line breaks. */
export interface Form {
  path: string
  seal: { _shown: string; _key: string }
  shownAt: number
  address: string
  /** the receipt that was answered, when it was */
  receipt: string | null
  tries: number
}

const hidden = (page: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''

/** Reads the form at a path; null when the line broke. */
export async function readAskingForm(site: string, path: string, now: number): Promise<Form | null> {
  const page = await fetch(site + path).then((answer) => answer.text(), () => null)
  if (page === null) return null
  const seal = { _shown: hidden(page, '_shown'), _key: hidden(page, '_key') }
  return { path, seal, shownAt: now, address: `buyer-${seal._key.slice(0, 13)}@plant.example`, receipt: null, tries: 0 }
}

/** Sends a filled-in form; true when a receipt was answered. Throws at an answer that is none. */
export async function sendForm(site: string, form: Form): Promise<boolean> {
  form.tries++
  const body = new URLSearchParams({
    ...form.seal, kind: form.path.endsWith('/inquiry') ? 'interest' : 'partnership', organisation: '华东样例化工有限公司', organisationKind: 'enterprise', person: '王样例',
    channel: 'email', address: form.address, message: `想了解余热回收设备的投资和节能效果。${form.seal._key.slice(0, 8)}`, processing: 'on', transfer: 'on',
  })
  const answer = await fetch(site + form.path, { method: 'POST', body, redirect: 'manual' }).catch(() => null)
  if (!answer) return false
  const receipt = answer.headers.get('location')
  await answer.text().catch(() => '')
  if (!receipt?.includes('/receipts/')) throw new Error(`the form was answered with ${answer.status} ${receipt}`)
  form.receipt = receipt
  return true
}
