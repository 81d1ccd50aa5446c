import { activeStages, openStages, stages, transitions, waiting, type Stage, type Transition, type Waiting } from './stages.ts'

const nodeOf = (stage: string) => stage.replaceAll('-', '_')

/** The table of stages as a Mermaid diagram: who moves what where, and below each stage who is reminded after how many working days. */
export function stageDiagram(): string {
  const lines = ['stateDiagram-v2', ...stages.map((stage) => `  state "${[stage, ...waitOf(stage)].join('<br/>')}" as ${nodeOf(stage)}`)]
  const anyOpen = (from: readonly Stage[]) => from.length === openStages.length || from.length === activeStages.length
  lines.push(`  state "any open stage" as any`)
  for (const { move, by, from, to, guard } of transitions as readonly Transition[]) {
    const label = `${move} (${by.join(', ')})${guard ? ` [${guard}]` : ''}`
    const target = to === 'before' ? 'any' : nodeOf(to)
    const starts = from.length === 0 ? ['[*]'] : anyOpen(from) ? ['any'] : from.map(nodeOf)
    for (const start of starts) lines.push(`  ${start} --> ${target}: ${label}`)
  }
  return lines.join('\n')
}

function waitOf(stage: Stage): string[] {
  const wait: Waiting | undefined = (waiting as Partial<Record<Stage, Waiting>>)[stage]
  if (!wait) return []
  const { reminders, every } = wait
  return [[...reminders.map(({ after, kind, to }) => `${after}d ${kind === 'remind' ? to : kind === 'escalate' ? 'manager' : kind}`), ...(every ? [`then every ${every}d`] : [])].join(', ')]
}
