import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { openTasks } from '#app/features/inquiries/tasks.server.ts'
import { TaskList } from '#app/features/inquiries/ui/task-list.tsx'
import { now } from '#app/platform/clock.ts'
import { localeOf } from '#app/platform/request.server.ts'

const MOST = 200

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireSecretary(request, localeOf(params))
  const at = now()
  return { tasks: (await openTasks(db, MOST)).map((task) => ({ ...task, over: task.dueAt < at })) }
}

export default function Tasks() {
  return <TaskList {...useLoaderData<typeof loader>()} />
}
