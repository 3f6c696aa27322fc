import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The server that `isnad serve` started: `vite dev` passes requests on to it. */
const SERVER = process.env.ISNAD_SERVER ?? 'http://127.0.0.1:4747'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0, // the content policy allows fonts and images from the server only
    chunkSizeWarningLimit: 1200, // the map, which is loaded when it is shown
  },
  server: {
    proxy: {
      '/api': {
        target: SERVER,
        changeOrigin: true,
        configure: (proxy) => proxy.on('proxyReq', (request) => request.setHeader('origin', SERVER)),
      },
    },
  },
})
