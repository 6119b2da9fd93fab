// Prints the structure tree of a PDF as pdf.js sees it, as JSON: for each
// page its nodes, {role, kids}, in which a string is text.
//   node structure.mjs PDFJS PDF
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [library, file] = process.argv.slice(2);
const { getDocument } = await import(pathToFileURL(library));

// The text of each marked piece of a page by its id.
async function marked(page) {
	const texts = new Map(), open = [];
	const content = await page.getTextContent({ includeMarkedContent: true });
	for (const item of content.items) {
		if (item.type?.startsWith("beginMarkedContent"))
			open.push(item.id ?? null);
		else if (item.type === "endMarkedContent")
			open.pop();
		const id = open.findLast((one) => one !== null);
		if (item.str !== undefined && id !== undefined)
			texts.set(id, (texts.get(id) ?? "") + item.str +
				(item.hasEOL ? "\n" : ""));
	}
	return texts;
}

function tree(node, texts) {
	if (node.type === "content")
		return texts.get(node.id) ?? "";
	const kids = (node.children ?? []).map((kid) => tree(kid, texts));
	return { role: node.role ?? node.type, kids };
}

const pdf = await getDocument({
	data: new Uint8Array(readFileSync(file)),
	verbosity: 0,
}).promise;
const pages = [];
for (let number = 1; number <= pdf.numPages; number++) {
	const page = await pdf.getPage(number);
	const root = await page.getStructTree();
	pages.push(root ? tree(root, await marked(page)) : null);
}
console.log(JSON.stringify(pages));
