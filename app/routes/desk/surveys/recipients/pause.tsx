import { deskStep } from '#app/features/projects/surveys/desk-step.server.ts'

export { default, loader } from './step.tsx'
export const action = deskStep(true)
