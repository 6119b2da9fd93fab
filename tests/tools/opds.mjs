// Reads catalogues with two libraries that reading apps are built with, and
// prints as JSON what each has of every page: {reader: {page: {next, books:
// [{id, title, series, position, files: [[rel, type, address]]}]}}}.
//   node opds.mjs MODULES PAGE...
// PAGE ends in .xml (OPDS 1.2) or .json (2.0).
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, resolve } from "node:path";

const [modules, ...pages] = process.argv.slice(2);
const require = createRequire(resolve(modules, "x.js"));
const R2 = "r2-opds-js/dist/es6-es2015/src/opds/";

require(R2 + "init-globals.js").initGlobalConverters_OPDS();
require(R2 + "init-globals.js").initGlobalConverters_GENERIC();
const { DOMParser } = require("@xmldom/xmldom");
const { XML } = require("r2-utils-js/dist/es6-es2015/src/_utils/" +
	"xml-js-mapper");
const { TaJsonDeserialize } = require("r2-lcp-js/dist/es6-es2015/src/" +
	"serializable.js");
const { OPDSFeed } = require(R2 + "opds2/opds2.js");
const { OPDS } = require(R2 + "opds1/opds.js");
const { convertOpds1ToOpds2 } = require(R2 + "converter.js");
const OpdsParser = require("opds-feed-parser").default;

function readium(text, name) {
	const feed = name.endsWith(".json")
		? TaJsonDeserialize(JSON.parse(text), OPDSFeed)
		: convertOpds1ToOpds2(XML.deserialize(new DOMParser()
			.parseFromString(text, "application/xml"), OPDS));
	const next = (feed.Links ?? []).find((l) => l.Rel.includes("next"));
	return {
		next: next?.Href,
		books: (feed.Publications ?? []).map((p) => ({
			id: p.Metadata.Identifier,
			title: p.Metadata.Title,
			series: p.Metadata.BelongsTo?.Series?.[0].Name,
			position: p.Metadata.BelongsTo?.Series?.[0].Position,
			files: [...(p.Images ?? []), ...p.Links].map((l) =>
				[l.Rel?.[0], l.TypeLink, l.Href]),
		})),
	};
}

async function library(text) {
	const feed = await new OpdsParser().parse(text);
	const books = feed.entries.filter((e) => e.links.some((l) =>
		l.rel.startsWith("http://opds-spec.org/acquisition")));
	return {
		next: feed.links.find((l) => l.rel === "next")?.href,
		books: books.map((e) => ({
			id: e.id,
			title: e.title,
			series: e.series?.name,
			position: Number(e.series?.position),
			files: e.links.map((l) => [l.rel, l.type, l.href]),
		})),
	};
}

const found = { "r2-opds-js": {}, "opds-feed-parser": {} };
for (const page of pages) {
	const text = readFileSync(page, "utf8");
	found["r2-opds-js"][basename(page)] = readium(text, page);
	if (page.endsWith(".xml"))
		found["opds-feed-parser"][basename(page)] = await library(text);
}
console.log(JSON.stringify(found));
