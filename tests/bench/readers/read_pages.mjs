// usage: node read_pages.mjs MODULES linkedom|jsdom FILE...
// The article text of each page by @mozilla/readability, to standard output.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [modules, dom, ...files] = process.argv.slice(2);
const need = createRequire(resolve(modules, "x.js"));
const { Readability } = need("@mozilla/readability");
const { parseHTML } = dom === "linkedom" ? need("linkedom") : {};
const { JSDOM } = dom === "jsdom" ? need("jsdom") : {};

for (const file of files) {
  const html = readFileSync(file, "utf8");
  try {
    const document = dom === "linkedom" ? parseHTML(html).document
      : new JSDOM(html).window.document;
    const article = new Readability(document).parse();
    process.stdout.write(`${article?.textContent ?? ""}\n`);
  } catch (error) {
    process.stderr.write(`${file}: ${error.message}\n`);
  }
}
