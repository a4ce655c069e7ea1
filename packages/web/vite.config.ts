import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    // Older targets rewrite `light-dark()` into variables that nobody sets: pills would lose their colours.
    cssTarget: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    target: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    chunkSizeWarningLimit: 1200,
    // Data URLs are no fonts or scripts of this site.
    assetsInlineLimit: 0,
  },
  server: {
    // During development the page comes from Vite and the data from a running server.
    proxy: { '/api': { target: process.env['TELAR_BASE_URL'] ?? 'http://127.0.0.1:4400', changeOrigin: true } },
  },
})
