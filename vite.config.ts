import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vite'

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true
  }
}

const engine = process.env.ENGINE === 'postgres' ? 'postgres' : 'sqlite'

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
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
    lightningcss: { targets: { chrome: 87 << 16, safari: 14 << 16 } },
  },
  build: {
    target: ['es2020', 'chrome87', 'safari14'],
    cssCodeSplit: false,
    cssMinify: 'lightningcss',
    assetsInlineLimit: 0,
    ...(isSsrBuild ? { target: 'node20', rollupOptions: { input: 'app/server.ts' } } : {}),
  },
}))
