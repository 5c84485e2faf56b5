import path from 'node:path';
import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The build is started from the project's root as well as from here; both parts of Lingui look here for its settings.
process.env.LINGUI_CONFIG = path.join(import.meta.dirname, 'lingui.config.ts');

/** `ENTENTE_SERVER` is where `vite` in development finds the API. */
const server = process.env.ENTENTE_SERVER ?? 'http://127.0.0.1:4400';

export default defineConfig({
  plugins: [react({ babel: { plugins: ['@lingui/babel-plugin-lingui-macro'] } }), lingui({ cwd: import.meta.dirname })],
  build: {
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 1200,
    rollupOptions: {
      // Our own rooms do nothing by being imported: a page loads the modules it uses, not all that their index names.
      treeshake: { moduleSideEffects: (id) => !/\/packages\/(?:core|contract|engine)\/src\//.test(id) },
    },
  },
  server: { host: '127.0.0.1', proxy: { '/api': { target: server, changeOrigin: true } } },
});
