import { index, layout, prefix, route, type RouteConfig } from '@remix-run/route-config'

/** The whole URL map. Verbs are nouns: POST …/forwarding, not an `intent` switch. */
export default [
  index('routes/chooser.tsx'),
  route('robots.txt', 'routes/resources/robots.ts'),
  route('healthz', 'routes/resources/health.ts'),
  route('api/technologies', 'routes/resources/technologies.ts'),
  route('api/suggestions', 'routes/resources/suggestions.ts'),
  route('api/completions', 'routes/resources/completions.ts'),
  route('pictures/:field/:file', 'routes/resources/picture.ts'),

  route(':locale', 'routes/locale.tsx', [
    layout('routes/public.tsx', [
      index('routes/home.tsx'),
      route('technologies', 'routes/technologies/index.tsx'),
      route('technologies/:slug', 'routes/technologies/show.tsx'),
      route('technologies/:slug/inquiry', 'routes/inquiries/new.tsx', { id: 'technology-inquiry' }),
      route('companies', 'routes/companies/index.tsx'),
      route('companies/:slug', 'routes/companies/show.tsx'),
      route('fields', 'routes/fields.tsx'),
      route('clips', 'routes/clips.tsx'),
      route('inquiries/new', 'routes/inquiries/new.tsx'),
      route('privacy', 'routes/privacy.tsx'),
      route('about', 'routes/about.tsx'),
      route('resend', 'routes/resend.tsx'),
      ...prefix('receipts/:token', [
        index('routes/receipts/show.tsx'),
        route('withdrawal', 'routes/receipts/withdrawal.tsx'),
        route('reply', 'routes/receipts/reply.tsx'),
        route('consent', 'routes/receipts/consent.tsx'),
      ]),
      ...prefix('answers/:token', [
        index('routes/answers/show.tsx'),
        route('reply', 'routes/answers/reply.tsx'),
        route('question', 'routes/answers/question.tsx'),
        route('refusal', 'routes/answers/refusal.tsx'),
        route('consent', 'routes/answers/consent.tsx'),
      ]),
      ...prefix('join', [
        index('routes/joining/new.tsx'),
        route('sent', 'routes/joining/sent.tsx'),
        route('confirmed', 'routes/joining/confirmed.tsx'),
        route(':token', 'routes/joining/confirmation.tsx'),
      ]),
      ...prefix('account', [
        route('sign-in', 'routes/account/sign-in.tsx'),
        route('sign-out', 'routes/account/sign-out.tsx'),
        route('activation/:token', 'routes/account/activation.tsx'),
      ]),
      route('*', 'routes/missing.tsx'),
    ]),
    route('account', 'routes/account/layout.tsx', [
      route('waiting', 'routes/account/waiting.tsx'),
    ]),
    route('receipts/:token/qr.png', 'routes/receipts/qr.ts'),
    route('desk', 'routes/desk/layout.tsx', [
      index('routes/desk/home.tsx'),
      route('letters', 'routes/desk/letters.tsx'),
      route('inquiries', 'routes/desk/inquiries/index.tsx'),
      ...prefix('terminology', [
        index('routes/desk/terminology/index.tsx'),
        route('new', 'routes/desk/terminology/new.tsx'),
        ...prefix(':id', [
          index('routes/desk/terminology/show.tsx'),
          route('merging', 'routes/desk/terminology/merging.tsx'),
          route('disabling', 'routes/desk/terminology/disabling.tsx'),
          route('enabling', 'routes/desk/terminology/enabling.tsx'),
        ]),
      ]),
      ...prefix('inquiries/:id', [
        index('routes/desk/inquiries/show.tsx'),
        route('taking', 'routes/desk/inquiries/taking.tsx'),
        route('question', 'routes/desk/inquiries/question.tsx'),
        route('resumption', 'routes/desk/inquiries/resumption.tsx'),
        route('forwarding', 'routes/desk/inquiries/forwarding.tsx'),
        route('answer', 'routes/desk/inquiries/answer.tsx'),
        route('closure', 'routes/desk/inquiries/closure.tsx'),
        route('notes', 'routes/desk/inquiries/notes.tsx'),
        route('contact', 'routes/desk/inquiries/contact.tsx'),
        ...prefix('approaches/:approach', [
          route('response', 'routes/desk/inquiries/response.tsx'),
          route('relay', 'routes/desk/inquiries/relay.tsx'),
          route('consents', 'routes/desk/inquiries/consents.tsx'),
          route('introduction', 'routes/desk/inquiries/introduction.tsx'),
          route('dialogue', 'routes/desk/inquiries/dialogue.tsx'),
          route('outcome', 'routes/desk/inquiries/outcome.tsx'),
        ]),
      ]),
    ]),
  ]),
] satisfies RouteConfig
