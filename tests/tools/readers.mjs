// Opens each spine item of an EPUB in a reading system that runs in headless
// Chromium, and prints as JSON what was seen: {items: [{name, text}], notes:
// [{mark, text, shown}], errors, outside}, where `notes` are what stood where
// marks of notes lead, each of which was pressed, and `outside` the requests to
// anything but this program.
//   node readers.mjs MODULES READER EPUB [PICTURES]
// READER is epubjs or foliate; PICTURES a folder for pictures of the pages in
// light, dark and on a narrow screen.
import { createReadStream, existsSync, mkdirSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { extname, join, resolve } from "node:path";

const [modules, reader, epub, pictures] = process.argv.slice(2);
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
const puppeteer = createRequire(resolve(modules, "x.js"))("puppeteer-core");

// What the page of a reader does: open() gives the number of spine items,
// show(i) {name, text} of one of them, follow(i) the notes that its marks led to.
const PAGES = {
	epubjs: `<script src="/jszip/dist/jszip.min.js"></script>
<script src="/epubjs/dist/epub.min.js"></script>
<div id="book" style="height: 100vh"></div>
<script>
let book, rendition;
async function open() {
	book = ePub(await (await fetch("/book.epub")).arrayBuffer());
	rendition = book.renderTo("book",
		{ width: "100%", height: "100%", flow: "scrolled-doc" });
	await book.ready;
	return book.spine.spineItems.length;
}
async function show(i) {
	const item = book.spine.get(i);
	await rendition.display(item.href);
	const [contents] = rendition.getContents();
	return { name: item.href, text: contents.document.body.textContent };
}
// What stands where the mark of a note leads, once it was pressed.
async function follow(i) {
	const item = book.spine.get(i), found = [];
	await rendition.display(item.href);
	const doc = rendition.getContents()[0].document;
	for (const mark of doc.querySelectorAll("[role=doc-noteref]")) {
		const note = doc.getElementById(mark.getAttribute("href").slice(1));
		const top = () => note.getBoundingClientRect().top +
			doc.defaultView.frameElement.getBoundingClientRect().top;
		await rendition.display(item.href);
		mark.click();
		for (let n = 0; n < 40 && top() >= innerHeight; n++)
			await new Promise((done) => setTimeout(done, 50));
		found.push({ mark: mark.textContent, text: note.textContent.trim(),
			shown: top() > -1 && top() < innerHeight });
	}
	return found;
}
</script>`,
	foliate: `<style>body { margin: 0 }
foliate-view { display: block; height: 100vh }</style>
<script type="module">
import "/foliate-js/view.js";
let view, loaded = () => {};
window.open = async () => {
	view = document.createElement("foliate-view");
	document.body.append(view);
	const blob = await (await fetch("/book.epub")).blob();
	await view.open(new File([blob], "book.epub"));
	view.renderer.setAttribute("flow", "scrolled");
	view.addEventListener("load", (e) => loaded(e.detail));
	return view.book.sections.length;
};
window.show = async (i) => {
	const shown = new Promise((done) => { loaded = done; });
	await view.goTo(i);
	const { doc, index } = await shown;
	if (index !== i)
		throw new Error("item " + index + " came for " + i);
	return { name: view.book.sections[i].id, text: doc.body.textContent };
};
import { FootnoteHandler } from "/foliate-js/footnotes.js";
window.follow = async (i) => {
	const shown = new Promise((done) => { loaded = done; });
	await view.goTo(i);
	const { doc } = await shown;
	const found = [], marks = [...doc.querySelectorAll("[role=doc-noteref]")]
		.map((a) => [a, a.textContent]);
	for (const [a, mark] of marks) {
		const handler = new FootnoteHandler();
		const href = view.book.sections[i].resolveHref(a.getAttribute("href"));
		const rendered = new Promise((done) =>
			handler.addEventListener("render", (e) => done(e.detail)));
		handler.addEventListener("before-render", (e) => {
			document.body.append(e.detail.view); });
		await handler.handle(view.book, { detail: { a, href },
			preventDefault() {} });
		const note = await rendered;
		found.push({ mark, type: note.type, hidden: note.hidden,
			text: note.view.renderer.getContents()[0].doc.body
				.textContent.trim(), shown: true });
		note.view.remove();
	}
	return found;
};
</script>`,
};
const TYPES = { ".js": "text/javascript", ".epub": "application/epub+zip" };
const LOOKS = {
	light: { width: 1024, height: 1366, theme: "light" },
	dark: { width: 1024, height: 1366, theme: "dark" },
	phone: { width: 360, height: 740, theme: "light" },
};

function serve(request, response) {
	const path = new URL(request.url, "http://localhost").pathname;
	const file = path === "/book.epub" ? epub : join(modules, path);
	if (path === "/") {
		response.setHeader("Content-Type", "text/html; charset=utf-8");
		response.end(`<!DOCTYPE html><html lang="en"><title>Reader</title>
<link rel="icon" href="data:,">${PAGES[reader]}</html>`);
	} else if (existsSync(file)) {
		response.setHeader("Content-Type",
			TYPES[extname(file)] ?? "application/octet-stream");
		createReadStream(file).pipe(response);
	} else {
		response.writeHead(404).end();
	}
}

// Errors of pages and of the console, and requests to others, from now on.
function watch(page, home) {
	const seen = { items: [], errors: [], outside: [] };
	page.on("pageerror", (e) => seen.errors.push(`page: ${e.message}`));
	page.on("console", (message) => {
		if (message.type() === "error")
			seen.errors.push(`console: ${message.text()}`);
	});
	page.on("requestfailed", (request) => seen.errors.push(
		`failed: ${request.url()} ${request.failure()?.errorText}`));
	page.on("request", (request) => {
		const url = request.url();
		if (!url.startsWith(home) && !/^(blob|data|about):/.test(url))
			seen.outside.push(url);
	});
	return seen;
}

async function look(page, name, count) {
	const { width, height, theme } = LOOKS[name];
	await page.setViewport({ width, height });
	await page.emulateMediaFeatures(
		[{ name: "prefers-color-scheme", value: theme }]);
	for (let i = 0; i < count; i++) {
		await page.evaluate((n) => show(n), i);
		await page.screenshot({ path: join(pictures,
			`${reader}-${name}-${String(i + 1).padStart(2, "0")}.png`) });
	}
}

async function read(browser, home) {
	const page = await browser.newPage();
	const seen = watch(page, home);
	await page.goto(home, { waitUntil: "load" });
	const count = await page.evaluate(() => open());
	for (let i = 0; i < count; i++)
		seen.items.push(await page.evaluate((n) => show(n), i));
	seen.notes = [];
	for (let i = 0; i < count; i++)
		seen.notes.push(...await page.evaluate((n) => follow(n), i));
	if (pictures) {
		mkdirSync(pictures, { recursive: true });
		for (const name of Object.keys(LOOKS))
			await look(page, name, count);
	}
	return seen;
}

const server = createServer(serve).listen(0, "127.0.0.1");
await new Promise((ready) => server.on("listening", ready));
const browser = await puppeteer.launch({
	executablePath: chromium,
	timeout: 60000,
	args: ["--no-sandbox", "--disable-gpu", "--disable-quic",
		"--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync",
		"--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
});
try {
	console.log(JSON.stringify(await read(browser,
		`http://127.0.0.1:${server.address().port}/`)));
} finally {
	await browser.close();
	server.close();
}
