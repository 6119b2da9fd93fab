// Opens the pages of a web edition in headless Chromium as a reader has them:
// light, dark, on a phone of 320 pixels, with type of twice the size; walks each
// with the keyboard, and prints it.  Prints as JSON what was seen: {errors,
// outside, faults, printed}, where `outside` are the requests to anything but
// the folder, `faults` what axe-core finds against a page or what the keyboard
// does not reach, and `printed` the PDF of each page.
//   node web.mjs MODULES FOLDER PICTURES PAGE...
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, folder, pictures, ...pages] = process.argv.slice(2);
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
const puppeteer = createRequire(resolve(modules, "x.js"))("puppeteer-core");
const axe = readFileSync(join(modules, "axe-core/axe.min.js"), "utf8");
const home = pathToFileURL(resolve(folder)).href + "/";
const LOOKS = {
	light: { width: 1280, height: 900, theme: "light" },
	dark: { width: 1280, height: 900, theme: "dark" },
	tablet: { width: 768, height: 1024, theme: "light" },
	phone: { width: 390, height: 844, theme: "light" },
	narrow: { width: 320, height: 640, theme: "light" },
};
const TALLEST = 12000;
const seen = { errors: [], outside: [], faults: [], printed: [] };

function watch(page) {
	page.on("pageerror", (e) => seen.errors.push(`page: ${e.message}`));
	page.on("console", (message) => seen.errors.push(
		`console: ${message.type()}: ${message.text()}`));
	page.on("requestfailed", (request) => seen.errors.push(
		`failed: ${request.url()} ${request.failure()?.errorText}`));
	page.on("request", (request) => {
		if (!request.url().startsWith(home))
			seen.outside.push(request.url());
	});
}

async function open(browser, name, { width, height, theme }) {
	const page = await browser.newPage();
	watch(page);
	await page.setViewport({ width, height });
	await page.emulateMediaFeatures(
		[{ name: "prefers-color-scheme", value: theme }]);
	await page.goto(home + name, { waitUntil: "load" });
	return page;
}

// The first screens of a page that is longer than a picture can be.
async function picture(page, path) {
	const high = await page.evaluate(() =>
		document.documentElement.scrollHeight);
	await page.screenshot({ path, fullPage: high < TALLEST });
}

async function judge(page, label) {
	const wide = await page.evaluate(() =>
		document.documentElement.scrollWidth - window.innerWidth);
	if (wide > 0)
		seen.faults.push(`${label}: ${wide} pixels too wide`);
	await page.evaluate(axe);
	const { violations } = await page.evaluate(() =>
		window.axe.run({ preload: false,
			rules: { "target-size": { enabled: true } } }));
	for (const { id, nodes } of violations)
		seen.faults.push(`${label}: ${id}: ${nodes[0].html.slice(0, 200)}`);
}

// What the Tab key comes by, in its order, against what can be used.
async function walk(page, label) {
	const all = await page.evaluate(() => {
		const list = [...document.querySelectorAll("a[href], [tabindex]")];
		list.forEach((e, i) => { e.dataset.nth = i; });
		return list.length;
	});
	const met = [];
	for (let i = 0; i < all; i++) {
		await page.keyboard.press("Tab");
		met.push(await page.evaluate(() => {
			const e = document.activeElement;
			const box = e.getBoundingClientRect();
			return e.dataset.nth === undefined ? "nothing" :
				box.bottom < 1 || box.top > innerHeight ? "unseen" :
				getComputedStyle(e).outlineStyle === "none" ?
				"unmarked" : e.dataset.nth;
		}));
	}
	met.forEach((nth, i) => {
		if (nth !== String(i))
			seen.faults.push(`${label}: key ${i + 1} leads to ${nth}`);
	});
}

async function look(browser, name) {
	const base = join(pictures, name.replace(/\.html$/, ""));
	for (const [how, look] of Object.entries(LOOKS)) {
		const page = await open(browser, name, look);
		await picture(page, `${base}-${how}.png`);
		await judge(page, `${name}, ${how}`);
		if (how === "light") {
			await walk(page, name);
			const path = `${base}.pdf`;
			await page.pdf({ path, format: "A4" });
			seen.printed.push(path);
		}
		await page.close();
	}
}

async function inBrowser(settings, work) {
	const browser = await puppeteer.launch({
		executablePath: chromium,
		timeout: 60000,
		args: ["--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking",
			"--disable-component-update", "--disable-sync",
			"--host-resolver-rules=MAP * ~NOTFOUND", ...settings],
	});
	try {
		await work(browser);
	} finally {
		await browser.close();
	}
}

mkdirSync(pictures, { recursive: true });
await inBrowser([], async (browser) => {
	for (const name of pages)
		await look(browser, name);
});
await inBrowser(["--blink-settings=defaultFontSize=32"], async (browser) => {
	for (const name of pages) {
		const page = await open(browser, name, LOOKS.phone);
		const size = await page.evaluate(() =>
			parseFloat(getComputedStyle(document.body).fontSize));
		if (size < 32)
			seen.faults.push(`${name}: type of ${size}px when 200 % is asked`);
		await picture(page,
			join(pictures, name.replace(/\.html$/, "-large.png")));
		await judge(page, `${name}, large type`);
		await page.close();
	}
});
console.log(JSON.stringify(seen));
