import { transact } from '#db/index.ts'
import type { Job } from '#app/platform/jobs.server.ts'
import { holdInquiry, recordCase } from '../moving.server.ts'
import { tellOffice } from '../telling.server.ts'
import { shut } from './ending.server.ts'

/** The worker for the last day of a published need. */
export async function closeOnTime(job: Job): Promise<void> {
  await transact(async (tx) => {
    const inquiry = await holdInquiry(tx, job.payload.inquiry ?? '')
    if (!inquiry || !(await shut(tx, inquiry.id, 'closed'))) return
    await recordCase(tx, inquiry.id, 'system', 'need-closed')
    await tellOffice(tx, inquiry, 'need-closed')
  })
}
