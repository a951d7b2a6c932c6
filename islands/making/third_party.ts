/** Writes beside the bundle whose packages are in it, under which licences, with the texts that these ask for. */

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

interface Package {
  name: string;
  version: string;
  license: string;
  text: string;
}

/** Packages of which only data or other files come in, which no module shows. */
const BY_DATA = ["world-atlas"];

/** Makes `THIRD-PARTY.txt`. */
export function thirdParty(): Plugin {
  return {
    name: "vedette-third-party",
    generateBundle() {
      const folders = new Set(BY_DATA.map((name) => join("node_modules", name)));
      for (const id of this.getModuleIds()) {
        const found = /^\0?(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id);
        if (found?.[1] !== undefined && existsSync(join(found[1], "package.json"))) folders.add(found[1]);
      }
      const packages = withDependencies([...folders]).sort((a, b) => a.name.localeCompare(b.name));
      this.emitFile({ type: "asset", fileName: "THIRD-PARTY.txt", source: written(packages) });
    },
  };
}

/** A package that comes as one file holds those that it depends on. */
function withDependencies(folders: string[]): Package[] {
  const seen = new Map<string, Package>();
  const open = [...folders];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf-8")) as Record<string, unknown>;
    const key = `${String(manifest["name"])}@${String(manifest["version"])}`;
    if (seen.has(key)) continue;
    seen.set(key, { name: String(manifest["name"]), version: String(manifest["version"]), license: String(manifest["license"] ?? "unknown"), text: licenceText(folder) });
    const needs = Object.keys((manifest["dependencies"] ?? {}) as object).filter((name) => !name.startsWith("@types/"));
    open.push(...needs.map((name) => placeOf(name, folder)).filter((place) => place !== null));
  }
  return [...seen.values()];
}

function placeOf(name: string, from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const place = join(folder, "node_modules", name);
    if (existsSync(join(place, "package.json"))) return place;
    if (dirname(folder) === folder) return existsSync(join("node_modules", name, "package.json")) ? join("node_modules", name) : null;
  }
}

function licenceText(folder: string): string {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  return file === undefined ? "" : readFileSync(join(folder, file), "utf-8").trim();
}

function written(packages: Package[]): string {
  const list = packages.map((one) => `${one.name} ${one.version}: ${one.license}`).join("\n");
  const texts = packages.filter((one) => one.text).map((one) => `${"=".repeat(80)}\n${one.name} ${one.version}\n\n${one.text}`);
  return `The map and the timeline hold these packages from the npm registry:\n\n${list}\n\n${texts.join("\n\n")}\n`;
}
