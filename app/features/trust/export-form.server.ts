import { formData, judgeForm } from '#app/platform/form.server.ts'
import { companyExportForm, inquiryExportForm } from './form.ts'

/** Reads whichever of the two forms was sent. */
export async function readExportForm(request: Request) {
  const sent = await formData(request)
  return sent.get('what') === 'companies' ? { what: 'companies' as const, read: judgeForm(sent, companyExportForm) } : { what: 'inquiries' as const, read: judgeForm(sent, inquiryExportForm) }
}
