import { eventStep } from '#app/features/projects/surveys/event-page.server.ts'

export { default, headers, loader } from './step.tsx'
export const action = eventStep(true)
