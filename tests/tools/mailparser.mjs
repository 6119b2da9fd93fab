// What the npm package mailparser makes of messages, as JSON: a row for each
// file, its headers, both forms and what goes with it.
//   node mailparser.mjs MODULES FILE...
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [modules, ...files] = process.argv.slice(2);
const { simpleParser } =
	createRequire(resolve(modules, "x.js"))("mailparser");
const rows = [];
for (const file of files) {
	const m = await simpleParser(readFileSync(file),
		{ skipHtmlToText: true, skipTextToHtml: true,
			skipImageLinks: true });
	rows.push({ subject: m.subject, id: m.messageId, answers: m.inReplyTo,
		before: m.references, from: m.from?.value, to: m.to?.value,
		date: m.date?.toISOString(), text: m.text, html: m.html,
		files: m.attachments.map((a) =>
			({ name: a.filename, type: a.contentType, id: a.cid,
				size: a.size, inside: a.related ?? false })) });
}
console.log(JSON.stringify(rows));
