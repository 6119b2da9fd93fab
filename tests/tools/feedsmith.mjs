// Prints [id, title, content] of each entry of a feed, as JSON, as feedsmith
// reads them.
//   node feedsmith.mjs MODULES FEED
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, path] = process.argv.slice(2);
const { exports } = JSON.parse(readFileSync(
	join(modules, "feedsmith/package.json"), "utf8"));
const entry = exports["."].import?.default ?? exports["."].import;
const { parseFeed } = await import(pathToFileURL(
	resolve(modules, "feedsmith", entry)));

const plain = (text) => text?.value ?? text;
const { feed } = parseFeed(readFileSync(path, "utf8"));
console.log(JSON.stringify(feed.entries.map(
	(e) => [e.id, plain(e.title), plain(e.content)])));
