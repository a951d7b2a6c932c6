/** Makes of `src/` what a desk's pages load: a few files with fixed names, the rest named by content. */

import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { basemap } from "./making/basemap.ts";
import { thirdParty } from "./making/third_party.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here("."),
  base: "/static/islands/",
  publicDir: false,
  plugins: [basemap(), thirdParty()],
  build: {
    target: "es2022",
    outDir: here("../src/vedette/presentation/web/static/islands"),
    emptyOutDir: true,
    assetsInlineLimit: 0, // the pages' policy lets no data: address in
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    reportCompressedSize: false,
    rollupOptions: {
      input: { events: here("src/events.ts") },
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "[name]-[hash].js",
        assetFileNames: (asset) => (asset.names.some((name) => name.endsWith(".css")) ? "[name][extname]" : "[name]-[hash][extname]"),
      },
    },
  },
});
