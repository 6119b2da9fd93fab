// Makes digest.pdf out of a folder's digest.typ by Typst, tagged to PDF/UA-1.
//   node compile.mjs MODULES FOLDER FONTS
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { writeFileSync } from "node:fs";

const [modules, folder, fonts] = process.argv.slice(2).map((p) => resolve(p));
const { NodeCompiler } = createRequire(modules + "/")(
	"@myriaddreamin/typst-ts-node-compiler");
const compiler = NodeCompiler.create({
	workspace: folder,
	fontArgs: [{ fontPaths: [fonts] }],
});
const pdf = compiler.pdf({ mainFilePath: folder + "/digest.typ" },
	{ pdfStandard: "ua-1" });
writeFileSync(folder + "/digest.pdf", pdf);
