// Prints [id, title, content] of each entry of a feed, as JSON, as rss-parser
// reads them.
//   node rssparser.mjs MODULES FEED
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [modules, path] = process.argv.slice(2);
const require = createRequire(resolve(modules, "rss-parser", "index.js"));
const Parser = require("rss-parser");
const feed = await new Parser().parseString(readFileSync(path, "utf8"));
console.log(JSON.stringify(feed.items.map(
	(e) => [e.id, e.title, e.content])));
