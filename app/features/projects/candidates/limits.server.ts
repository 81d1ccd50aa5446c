import { hours } from '#app/platform/clock.ts'
import { env } from '#app/platform/env.server.ts'
import { limit } from '#app/platform/form.server.ts'

export const mayPropose = limit(env.inquiriesPerHour, hours(1))
