import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig, type Plugin } from 'vite'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

const engine = process.env.ENGINE === 'postgres' ? 'postgres' : 'sqlite'

/**
 * Nothing runs in the browser (README, decision 3): of the client build only the stylesheet and the files it names
 * are ever asked for. The tables, whose lists of choices the form shapes use, stay out of it.
 */
const noDatabaseInClient: Plugin = {
  name: 'no-database-in-client',
  enforce: 'pre',
  resolveId: (source, _importer, { ssr }) => (!ssr && source.startsWith('#db/') ? '\0no-database' : null),
  load: (id) => (id === '\0no-database' ? { code: 'export default {}', syntheticNamedExports: true } : null),
}

/** The server is our own: app/server.ts takes the place of Remix's bare bundle, and has its say after Remix. */
const ownServer: Plugin = {
  name: 'own-server',
  enforce: 'post',
  config: (_config, { isSsrBuild }) => (isSsrBuild ? { build: { rollupOptions: { input: 'app/server.ts' } } } : undefined),
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    noDatabaseInClient,
    ownServer,
    remix({
      buildDirectory: `build/${engine}`,
      serverBuildFile: 'server.js',
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
  resolve: {
    conditions: engine === 'postgres' ? ['postgres', 'module', 'browser'] : ['module', 'browser'],
  },
  ssr: {
    resolve: {
      conditions: engine === 'postgres' ? ['postgres', 'module', 'node'] : ['module', 'node'],
    },
  },
  css: {
    transformer: 'lightningcss',
    lightningcss: { targets: { chrome: 87 << 16, safari: 14 << 16, ios_saf: 14 << 16 } },
  },
  build: {
    target: isSsrBuild ? 'node20' : ['es2020', 'chrome87', 'safari14', 'ios14'],
    cssMinify: 'lightningcss',
    assetsInlineLimit: 0,
    // One stylesheet for the whole site: asked for once, kept for good.
    ...(isSsrBuild ? {} : { rollupOptions: { output: { manualChunks: (id: string) => (/\.css(\?|$)/.test(id) ? 'style' : undefined) } } }),
  },
}))
