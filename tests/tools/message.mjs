// Opens the HTML of a message in headless Chromium as mail programs show it: a
// phone of 390 pixels and a pane of 700, light and dark.  Prints as JSON what was
// seen: {errors, outside, faults}, where `outside` are the requests to anything
// but the file, pictures within it apart, and `faults` what axe-core finds, text
// that is wider than the pane, and a preview that can be seen.
//   node message.mjs MODULES PICTURES FILE...
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, pictures, ...files] = process.argv.slice(2);
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
const puppeteer = createRequire(resolve(modules, "x.js"))("puppeteer-core");
const axe = readFileSync(join(modules, "axe-core/axe.min.js"), "utf8");
const LOOKS = [[390, "light"], [390, "dark"], [700, "light"], [700, "dark"]];
const TALLEST = 12000;
const seen = { errors: [], outside: [], faults: [] };

async function judge(page, label) {
	const { wide, shown } = await page.evaluate(() => ({
		wide: document.documentElement.scrollWidth - window.innerWidth,
		shown: document.body.firstElementChild.getBoundingClientRect()
			.height }));
	if (wide > 0)
		seen.faults.push(`${label}: ${wide} pixels too wide`);
	if (shown > 0)
		seen.faults.push(`${label}: the preview is seen`);
	await page.evaluate(axe);
	const { violations } = await page.evaluate(() =>
		window.axe.run({ preload: false }));
	for (const { id, nodes } of violations)
		seen.faults.push(`${label}: ${id}: ${nodes[0].html.slice(0, 200)}`);
}

async function look(browser, file, width, theme) {
	const label = `${basename(file, ".html")}-${width}-${theme}`;
	const url = pathToFileURL(resolve(file)).href;
	const page = await browser.newPage();
	page.on("console", (m) => seen.errors.push(`${label}: ${m.text()}`));
	page.on("request", (request) => {
		if (request.url() !== url && !request.url().startsWith("data:"))
			seen.outside.push(request.url());
	});
	await page.setViewport({ width, height: 900 });
	await page.emulateMediaFeatures(
		[{ name: "prefers-color-scheme", value: theme }]);
	await page.goto(url, { waitUntil: "load" });
	const high = await page.evaluate(() =>
		document.documentElement.scrollHeight);
	// Not fullPage, which loses the place of what runs from right to left.
	await page.setViewport({ width, height: Math.min(high, TALLEST) });
	await page.screenshot({ path: join(pictures, `${label}.png`) });
	await judge(page, label);
	await page.close();
}

mkdirSync(pictures, { recursive: true });
const browser = await puppeteer.launch({
	executablePath: chromium,
	timeout: 60000,
	args: ["--no-sandbox", "--disable-gpu", "--disable-quic",
		"--no-first-run", "--disable-background-networking",
		"--disable-component-update", "--disable-sync",
		"--host-resolver-rules=MAP * ~NOTFOUND"],
});
try {
	for (const file of files)
		for (const [width, theme] of LOOKS)
			await look(browser, file, width, theme);
} finally {
	await browser.close();
}
console.log(JSON.stringify(seen));
