import { transact } from '#db/index.ts'
import type { Worker } from '#app/platform/jobs.server.ts'
import { forgetJoining } from './joining.server.ts'

/** Nobody confirmed in time, or the office said no long ago: what was asked is not kept. */
export const expireJoining: Worker = async (job) => {
  await transact((tx) => forgetJoining(tx, job.payload.id ?? '', ['unconfirmed', 'rejected']))
}
