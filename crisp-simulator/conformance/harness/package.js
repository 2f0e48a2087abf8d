// Where the installed client keeps what it does not export: its declarations.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Declarations } from "./types.js";

const DIST = dirname(createRequire(import.meta.url).resolve("crisp-api"));

/** All declarations of resources and events. */
export function readDeclarations() {
  return new Declarations(["resources", "events"].flatMap(declarationFiles));
}

function declarationFiles(folder) {
  return readdirSync(join(DIST, folder))
    .filter((file) => file.endsWith(".d.ts"))
    .sort()
    .map((file) => join(DIST, folder, file));
}

/** The version of the client, as its package says. */
export function clientVersion() {
  return JSON.parse(readFileSync(join(DIST, "..", "package.json"), "utf8")).version;
}
