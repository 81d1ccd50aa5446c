import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { hostOf } from '#app/features/catalogue/joining/directory.server.ts'
import { askingToo, similarCompanies } from '#app/features/catalogue/joining/duplicates.server.ts'
import { openJoining } from '#app/features/catalogue/joining/joining-desk.server.ts'
import { JoiningPage } from '#app/features/catalogue/joining/ui/joining-page.tsx'

/** The person's address stays unread here: its domain is enough to judge by, and who wants more is noted. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { asked, href } = await openJoining(request, params)
  const { joining, person, decidedBy } = asked
  const open = joining.state === 'waiting' || joining.state === 'rejected'
  const [firms, asking] = open ? await Promise.all([similarCompanies(db, joining.content), askingToo(db, joining)]) : [[], []]
  const domain = person.email.slice(person.email.lastIndexOf('@') + 1)
  const host = hostOf(joining.content.site)
  return {
    href,
    joining: { id: joining.id, state: joining.state, content: joining.content, message: joining.message, department: joining.department, reason: joining.reason, companyId: joining.companyId, decidedAt: joining.decidedAt, createdAt: joining.createdAt },
    person: { name: person.name, domain, sameHost: host !== null && (domain === host || host.endsWith(`.${domain}`) || domain.endsWith(`.${host}`)) },
    decidedBy,
    open,
    firms,
    asking: asking.map(({ id, content }) => ({ id, name: content.nameJa })),
  }
}

export default function ShowJoining() {
  return <JoiningPage {...useLoaderData<typeof loader>()} />
}
