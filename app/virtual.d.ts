/** What the Remix compiler makes of the routes; see app/server.ts. */
declare module 'virtual:remix/server-build' {
  const build: import('@remix-run/node').ServerBuild
  export = build
}
