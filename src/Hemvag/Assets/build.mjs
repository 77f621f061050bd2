// Bundles the stylesheet and the script into wwwroot/dist. The build calls it (Hemvag.csproj, target Assets);
// `node Assets/build.mjs` does the same by hand.
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const dist = join(root, "wwwroot", "dist");

rmSync(dist, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: ["Assets/styles/site.css", "Assets/scripts/site.js"],
  outdir: "wwwroot/dist",
  entryNames: "[name]",
  // Fonts carry their hash in the name: ResponseBaseline lets browsers keep them for good.
  assetNames: "fonts/[name]-[hash]",
  bundle: true,
  minify: true,
  target: ["chrome111", "firefox113", "safari16.4"],
  loader: { ".woff2": "file" },
  logLevel: "warning",
});
