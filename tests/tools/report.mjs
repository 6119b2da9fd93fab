// Opens the report of `govpub normalise --report` in headless Chromium, light
// and dark, wide and narrow, and prints as JSON what was seen: {errors,
// outside, faults}, where `outside` are the requests to anything but the file
// and `faults` what axe-core finds against the accessibility of the page.
//   node report.mjs MODULES FILE [PICTURES]
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, file, pictures] = process.argv.slice(2);
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
const puppeteer = createRequire(resolve(modules, "x.js"))("puppeteer-core");
const axe = readFileSync(join(modules, "axe-core/axe.min.js"), "utf8");
const home = pathToFileURL(resolve(file)).href;
const LOOKS = {
	light: { width: 1280, height: 1600, theme: "light" },
	dark: { width: 1280, height: 1600, theme: "dark" },
	phone: { width: 360, height: 740, theme: "light" },
};

function watch(page, seen) {
	page.on("pageerror", (e) => seen.errors.push(`page: ${e.message}`));
	page.on("console", (message) => {
		if (["error", "warn"].includes(message.type()))
			seen.errors.push(`console: ${message.text()}`);
	});
	page.on("requestfailed", (request) => seen.errors.push(
		`failed: ${request.url()} ${request.failure()?.errorText}`));
	page.on("request", (request) => {
		if (request.url().split("#")[0] !== home)
			seen.outside.push(request.url());
	});
}

async function look(browser, name, seen) {
	const { width, height, theme } = LOOKS[name];
	const page = await browser.newPage();
	watch(page, seen);
	await page.setViewport({ width, height });
	await page.emulateMediaFeatures(
		[{ name: "prefers-color-scheme", value: theme }]);
	await page.goto(home, { waitUntil: "load" });
	await page.evaluate(() => document.getElementById("a1").scrollIntoView());
	if (pictures)
		await page.screenshot({ path: join(pictures, `${name}.png`) });
	const wide = await page.evaluate(() =>
		document.documentElement.scrollWidth - window.innerWidth);
	if (wide > 0)
		seen.faults.push(`${name}: ${wide} pixels too wide`);
	await page.evaluate(axe);
	const { violations } = await page.evaluate(() => window.axe.run());
	for (const { id, nodes } of violations)
		seen.faults.push(`${name}: ${id}: ${nodes[0].html.slice(0, 200)}`);
	await page.close();
}

if (pictures)
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
	const seen = { errors: [], outside: [], faults: [] };
	for (const name of Object.keys(LOOKS))
		await look(browser, name, seen);
	console.log(JSON.stringify(seen));
} finally {
	await browser.close();
}
