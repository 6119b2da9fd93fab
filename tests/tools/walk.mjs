// Walks a site as a reader does, by pressing what stands on its pages: from
// latest/ to the newest pack and by its contents and "next" to every article,
// back by "previous", and by the page of the series and those of months to every
// other pack.  Prints as JSON what was seen: {packs: {address: {onward, back}},
// links: {address: [page]}, outside, errors}, addresses from the top of the site;
// `errors` has messages of the console, of which the browser makes one when a
// page breaks its own policy, and requests that failed.
//   node walk.mjs MODULES ADDRESS
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [modules, home] = process.argv.slice(2);
const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
const puppeteer = createRequire(resolve(modules, "x.js"))("puppeteer-core");
const seen = { packs: {}, links: {}, outside: [], errors: [], newest: "" };
const MOST = 500; // steps in one direction

const short = (address) => address.replace(home, "").replace(/#.*/, "");

function watch(page) {
	page.on("pageerror", (e) => seen.errors.push(`page: ${e.message}`));
	page.on("console", (m) => seen.errors.push(
		`console: ${m.type()}: ${m.text()} ${page.url()}`));
	page.on("requestfailed", (r) => seen.errors.push(`failed: ${r.url()}`));
	page.on("response", (r) => {
		if (r.status() >= 400)
			seen.errors.push(`${r.status()}: ${r.url()}`);
	});
	page.on("request", (r) => {
		if (!r.url().startsWith(home))
			seen.outside.push(r.url());
	});
}

// Notes where all links of the page lead, also those to elsewhere.
async function note(page) {
	const all = await page.$$eval("[href]", (list) =>
		list.map((e) => e.href));
	for (const address of all)
		(seen.links[short(address)] ??= []).push(short(page.url()));
}

// Presses the first of these links; false when there is none.
async function press(page, selector) {
	const link = await page.$(selector);
	if (!link)
		return false;
	await Promise.all([page.waitForNavigation(),
		page.evaluate((e) => e.click(), link)]);
	await note(page);
	return true;
}

// From an article on by one kind of link; the articles that were met.
async function along(page, selector) {
	const met = [short(page.url())];
	while (met.length < MOST && await press(page, selector))
		met.push(short(page.url()));
	return met;
}

async function walkPack(page) {
	const pack = short(page.url());
	await press(page, ".contents a");
	const onward = await along(page, "a.next");
	const back = await along(page, "a.previous");
	await press(page, "a.back");
	if (short(page.url()) !== pack)
		seen.errors.push(`back leads to ${page.url()} from ${pack}`);
	seen.packs[pack] = { onward, back };
}

async function addresses(page, selector) {
	return page.$$eval(selector, (list) => list.map((e) => e.href));
}

const browser = await puppeteer.launch({
	executablePath: chromium, headless: true,
	args: ["--no-sandbox", "--disable-gpu"],
});
try {
	const page = await browser.newPage();
	watch(page);
	await page.goto(home + "latest/");
	if (short(page.url()) === "latest/")
		await page.waitForNavigation();
	seen.newest = short(page.url());
	await note(page);
	await walkPack(page);
	await page.goto(home);
	await note(page);
	for (const month of await addresses(page, ".months a")) {
		await page.goto(month);
		await note(page);
		for (const pack of await addresses(page, ".contents h2 a")) {
			await page.goto(pack);
			await note(page);
			if (!seen.packs[short(pack)])
				await walkPack(page);
		}
	}
} finally {
	await browser.close();
}
console.log(JSON.stringify(seen));
