/* A pack that asks much of a writer: see torture.h. */
#include "torture.h"

#include "base/buf.h"
#include "base/limits.h"
#include "fixture.h"
#include "prose.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	LONG_ARTICLE = 10000, /* words */
	LONG_TABLE = 180,     /* rows */
	WIDE_TABLE = 14,      /* columns */
	LONG_WORD = 300,      /* letters */
	LONG_TITLE = 2000,    /* letters, or more */
	DEEP = 10,            /* a quotation and a list five times */
};

static struct gp_doc *
new_doc(const char *file, const char *title)
{
	struct gp_doc *doc = gp_doc_new(64 * GP_MIB);

	if (!doc)
		exit(99);
	doc->lang = GP_STR("en-GB");
	doc->title.text = gp_str(title);
	doc->input.file = gp_str(file);
	doc->input.kind = GP_STR("plain-text");
	doc->input.encoding = GP_STR("UTF-8");
	gp_sha256_hex(file, strlen(file), doc->input.sha256);
	return doc;
}

static struct gp_node *
para(struct gp_doc *doc, const char *words)
{
	return fixture_block(doc, doc->body, GP_PARAGRAPH, words);
}

static struct gp_node *
heading(struct gp_doc *doc, int level, const char *label, const char *words)
{
	struct gp_node *n = fixture_block(doc, doc->body, GP_HEADING, words);

	n->as.heading.level = level;
	n->as.heading.label = gp_str(label);
	return n;
}

/* ---- the long one ---- */

static struct gp_doc *
long_article(void)
{
	struct gp_doc *doc = new_doc("long.txt", "Ten thousand words");
	struct prose p = { 1 };
	size_t words = 0, n, i;

	for (i = 0; words < LONG_ARTICLE; i++, words += n) {
		n = 20 + prose_any(&p, 180);
		if (i % 5 == 0)
			heading(doc, 2 + (int)(i / 5 % 5), "",
			        prose_words(&p, doc->arena, 6).p);
		para(doc, prose_words(&p, doc->arena, n).p);
	}
	return doc;
}

/* ---- tables ---- */

static struct gp_node *
cell(struct gp_doc *doc, struct gp_node *row, bool header, const char *words)
{
	struct gp_node *n = fixture_block(doc, row, GP_CELL, words);

	n->as.cell.header = header;
	return n;
}

/* A head of two rows, a head in each row, a cell that spans. */
static void
long_table(struct gp_doc *doc)
{
	struct gp_node *t = fixture_add(doc, doc->body, GP_TABLE), *row;
	struct prose p = { 2 };
	size_t i;

	fixture_block(doc, t, GP_CAPTION, "A table over several pages");
	row = fixture_add(doc, t, GP_ROW);
	cell(doc, row, true, "Service")->as.cell.rows = 2;
	cell(doc, row, true, "In one year")->as.cell.columns = 2;
	row = fixture_add(doc, t, GP_ROW);
	cell(doc, row, true, "Transactions");
	cell(doc, row, true, "What each costs the department that runs it");
	for (i = 0; i < LONG_TABLE; i++) {
		row = fixture_add(doc, t, GP_ROW);
		cell(doc, row, true, prose_words(&p, doc->arena, 3).p);
		cell(doc, row, false,
		     gp_arena_printf(doc->arena, "%zu,%03zu", i, i * 7).p);
		cell(doc, row, false,
		     prose_words(&p, doc->arena, 1 + prose_any(&p, 12)).p);
	}
	row = fixture_add(doc, t, GP_ROW);
	cell(doc, row, false, "The whole row is one cell")->as.cell.columns = 3;
}

static void
wide_table(struct gp_doc *doc)
{
	struct gp_node *t = fixture_add(doc, doc->body, GP_TABLE), *row;
	size_t i, k;

	for (i = 0; i < 4; i++) {
		row = fixture_add(doc, t, GP_ROW);
		for (k = 0; k < WIDE_TABLE; k++)
			cell(doc, row, i == 0,
			     k % 3 ? "interoperability" : "12");
	}
}

/* Rows of different lengths, a row higher than a page, spans that reach
   beyond the table. */
static void
odd_tables(struct gp_doc *doc)
{
	struct gp_node *t = fixture_add(doc, doc->body, GP_TABLE), *row;
	struct prose p = { 3 };

	row = fixture_add(doc, t, GP_ROW);
	cell(doc, row, true, "Only a head");
	t = fixture_add(doc, doc->body, GP_TABLE);
	row = fixture_add(doc, t, GP_ROW);
	cell(doc, row, false, "No head");
	cell(doc, row, false, "");
	row = fixture_add(doc, t, GP_ROW);
	cell(doc, row, false, "A cell that is too high")->as.cell.rows = 9;
	row = fixture_add(doc, t, GP_ROW);
	cell(doc, row, false, "A cell that is too wide")->as.cell.columns = 99;
	row = fixture_add(doc, t, GP_ROW);
	cell(doc, row, false, prose_words(&p, doc->arena, 1500).p);
	cell(doc, row, false, "Beside a cell higher than a page");
}

static struct gp_doc *
tables(void)
{
	struct gp_doc *doc = new_doc("tables.txt", "Tables");
	struct gp_node *q, *t, *row;

	para(doc, "Before the tables.");
	long_table(doc);
	para(doc, "Between the tables.");
	wide_table(doc);
	odd_tables(doc);
	q = fixture_add(doc, doc->body, GP_QUOTE);
	t = fixture_add(doc, q, GP_TABLE);
	row = fixture_add(doc, t, GP_ROW);
	cell(doc, row, true, "Quoted");
	cell(doc, row, false, "a table in a quotation");
	para(doc, "After the tables.");
	return doc;
}

/* ---- scripts ---- */

static const struct {
	const char *lang, *words;
} scripts[] = {
	{ "el", "Ἐν ἀρχῇ ἦν ὁ λόγος· η κυβέρνηση δημοσίευσε το κόστος κάθε "
	        "υπηρεσίας, ώς την τελευταία δεκάρα." },
	{ "ru", "Министерство опубликовало стоимость каждой услуги — до "
	        "последней копейки; «цифровое правительство»." },
	{ "uk", "Уряд оприлюднив вартість кожної послуги: ґрунт, їжак, є." },
	{ "ar", "نشرت الحكومة تكلفة كل خدمة في عام 2015، حتى آخر قرش (GDS)." },
	{ "he", "הממשלה פרסמה את עלותו של כל שירות בשנת 2015 (GDS), עד לאגורה "
	        "האחרונה." },
	{ "zh-Hans", "政府公布了每项服务的成本，精确到最后一分钱。"
	             "数字政府是为公民服务的。" },
	{ "ja", "政府は各サービスの費用を公表した。デジタル・ガバメント。" },
	{ "ko", "정부는 각 서비스의 비용을 공개했다." },
	{ "hi", "सरकार ने हर सेवा की लागत प्रकाशित की।" },
	{ "vi", "Chính phủ đã công bố chi phí của từng dịch vụ." },
	{ "cy", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch." },
	{ "de", "Donaudampfschifffahrtsgesellschaft: ﬁnden, ﬂiegen, Straße." },
	{ "",
	  "A smile 😀, a family 👨‍👩‍👧‍👦, a flag 🇬🇧, "
	  "a thumb 👍🏽, a heart ❤️, the number 1️⃣." },
	{ "", "Marks: e\xCC\x81, a\xCC\x8A\xCC\xA3, "
	      "Z\xCC\x80\xCC\x81\xCC\x82\xCC\x83\xCC\x84\xCC\x85\xCC\x86"
	      "\xCC\x87\xCC\x88\xCC\x89\xCC\x8A\xCC\x8B, and one alone: "
	      "\xCC\x81" },
	{ "", "Turned \xE2\x80\xAEright to left\xE2\x80\xAC and back; "
	      "\xE2\x81\xA7isolated\xE2\x81\xA9; a mark\xE2\x80\x8F." },
	{ "", "Not seen: soft\xC2\xADhyphen, zero\xE2\x80\x8Bwidth, "
	      "no\xE2\x81\xA0"
	      "break, \xEF\xBB\xBFmark, a\xE2\x80\xA8line, "
	      "a\xE2\x80\xA9 paragraph, a tag \xF3\xA0\x81\xA7." },
	{ "", "Not there: \xEF\xBF\xBD \xEE\x80\x80 \xF4\x8F\xBF\xBD "
	      "\xF0\x93\x80\x80 \xF0\x9D\x94\x84 \xE1\xB4\x81." },
	{ "", "Signs: € £ § ¶ † ‡ ‰ № ™ ½ ⅔ ≤ ∑ ∞ → ⇒ ■ ☐ ✓ Ω ℮ ₤ ﷼." },
	{ "", "Mixed: the word مرحبا in English, שלום 123 and 中文 in one "
	      "line, then (العربية) 50%." },
};

static struct gp_doc *
many_scripts(void)
{
	struct gp_doc *doc =
		new_doc("scripts.txt",
	                "Ελληνικά, Кириллица, العربية, עברית, 中文, 日本語, 😀");
	struct gp_node *list = fixture_add(doc, doc->body, GP_LIST), *item;
	size_t i;

	doc->standfirst.text = gp_str(scripts[3].words);
	doc->byline.text = GP_STR("Γράφει η Ελένη 😀");
	doc->source.name = GP_STR("الأهرام");
	for (i = 0; i < sizeof scripts / sizeof *scripts; i++) {
		heading(doc, 2, scripts[i].lang, scripts[i].words);
		para(doc, scripts[i].words)->lang = gp_str(scripts[i].lang);
		item = fixture_add(doc, list, GP_ITEM);
		item->as.item.label = gp_str("א)");
		item->lang = gp_str(scripts[i].lang);
		fixture_block(doc, item, GP_PARAGRAPH, scripts[i].words);
		fixture_block(doc, doc->body, GP_CODE_BLOCK, scripts[i].words);
	}
	return doc;
}

/* ---- words ---- */

static const char *
repeated(struct gp_doc *doc, const char *s, size_t bytes)
{
	struct gp_buf out = { .max = 0 };
	const char *made;

	while (out.len < bytes)
		gp_buf_puts(&out, s);
	made = gp_arena_str(doc->arena, gp_buf_view(&out)).p;
	gp_buf_free(&out);
	return made;
}

static void
link_to(struct gp_doc *doc, struct gp_node *p, const char *url)
{
	fixture_text(doc, p, "Before the address ");
	fixture_block(doc, p, GP_LINK, url)->as.link.target = gp_str(url);
	fixture_text(doc, p, ", and after it.");
}

/* One word in each kind of block. */
static void
word_everywhere(struct gp_doc *doc, const char *word)
{
	struct gp_node *n;

	heading(doc, 3, "", word);
	para(doc, word);
	n = fixture_add(doc, doc->body, GP_LIST);
	n = fixture_add(doc, n, GP_ITEM);
	n->as.item.label = gp_str_sub(gp_str(word), 0, 60);
	fixture_block(doc, n, GP_PARAGRAPH, word);
	n = fixture_add(doc, doc->body, GP_QUOTE);
	fixture_block(doc, n, GP_PARAGRAPH, word);
	fixture_block(doc, doc->body, GP_CODE_BLOCK, word);
	n = fixture_add(doc, doc->body, GP_TABLE);
	n = fixture_add(doc, n, GP_ROW);
	cell(doc, n, true, word);
	cell(doc, n, false, "beside it");
}

static struct gp_doc *
long_words(void)
{
	struct gp_doc *doc = new_doc("words.txt", "Words without an end");
	const char *url = repeated(
		doc,
		"https://www.example.org/a-long-way/to/the?end=of&it=", 300);

	doc->title.text = gp_str(repeated(doc, "title", LONG_WORD));
	doc->standfirst.text = gp_str(repeated(doc, "standfirst", LONG_WORD));
	doc->url.text = gp_str(url);
	doc->source.name = gp_str(repeated(doc, "source", LONG_WORD));
	word_everywhere(doc, repeated(doc, "m", LONG_WORD));
	word_everywhere(doc, repeated(doc, "administrations", LONG_WORD));
	word_everywhere(doc, repeated(doc, "-", LONG_WORD));
	word_everywhere(doc, repeated(doc, "👍🏽", 2 * LONG_WORD));
	word_everywhere(doc, repeated(doc, "e\xCC\x81", 3 * LONG_WORD));
	word_everywhere(doc, repeated(doc, "\xC2\xA0", LONG_WORD));
	link_to(doc, para(doc, ""), url);
	link_to(doc, heading(doc, 2, "", ""), url);
	link_to(doc, para(doc, ""), "https://example.org/ä ö/#[x]");
	return doc;
}

/* ---- nests, headings, figures ---- */

static struct gp_doc *
nests(void)
{
	struct gp_doc *doc = new_doc("nests.txt", "Lists and quotations");
	struct gp_node *at = doc->body;
	struct prose p = { 4 };
	size_t i;

	for (i = 0; i < DEEP; i++) {
		if (i % 2) {
			at = fixture_add(doc, at, GP_QUOTE);
		} else {
			at = fixture_add(doc, at, GP_LIST);
			at->as.list.ordered = i % 4 == 0;
			at = fixture_add(doc, at, GP_ITEM);
			at->as.item.label =
				i % 3 ? GP_STR("") : GP_STR("(viii)");
		}
		fixture_block(doc, at, GP_PARAGRAPH,
		              prose_words(&p, doc->arena, 30).p);
	}
	fixture_block(doc, at, GP_CODE_BLOCK, "deep = code;");
	fixture_add(doc, at, GP_RULE);
	fixture_block(doc, at, GP_HEADING, "A heading at the bottom")
		->as.heading.level = 3;
	at = fixture_add(doc, doc->body, GP_LIST);
	for (i = 0; i < 120; i++) {
		at->as.list.ordered = true;
		fixture_block(doc, fixture_add(doc, at, GP_ITEM), GP_PARAGRAPH,
		              prose_words(&p, doc->arena, 4).p);
	}
	return doc;
}

static struct gp_doc *
headings(void)
{
	static const char *const labels[] = { "1.", "a)", "IV.", "§ 12",
		                              "2.3.4" };
	static const int levels[] = { 6, 2, 4, 3, 5, 2, 6, 0, 9, -1 };
	struct gp_doc *doc = new_doc("headings.txt", "Headings");
	struct prose p = { 5 };
	struct gp_node *n;
	size_t i;

	for (i = 0; i < 40; i++) {
		heading(doc, levels[i % 10], labels[i % 5],
		        prose_words(&p, doc->arena, 1 + prose_any(&p, 30)).p);
		if (i % 3 == 0)
			para(doc, prose_words(&p, doc->arena, 40).p);
	}
	n = heading(doc, 2, "", "A heading with ");
	fixture_block(doc, n, GP_EMPHASIS, "emphasis");
	fixture_add(doc, n, GP_BREAK);
	fixture_block(doc, n, GP_CODE, "code()");
	link_to(doc, n, "https://www.example.org/");
	heading(doc, 2, "", "The last words of the article are a heading");
	return doc;
}

static struct gp_doc *
figures(void)
{
	struct gp_doc *doc = new_doc("figures.txt", "Figures without pictures");
	struct gp_node *f;
	size_t i;

	for (i = 0; i < 8; i++) {
		f = fixture_add(doc, doc->body, GP_FIGURE);
		if (i & 1)
			f->as.figure.image = GP_STR("nowhere.png");
		if (i & 2)
			f->as.figure.alt = GP_STR("What would be seen");
		if (i & 4)
			fixture_block(doc, f, GP_CAPTION, "What is said of it");
	}
	return doc;
}

/* ---- next to nothing ---- */

static struct gp_doc *
hollow(void)
{
	struct gp_doc *doc = new_doc("hollow.txt", "Nothing in many forms");
	struct gp_node *n;

	para(doc, "");
	para(doc, "\xC2\xA0");
	fixture_add(doc, doc->body, GP_PARAGRAPH);
	heading(doc, 2, "", "");
	heading(doc, 3, "1.", "");
	fixture_add(doc, doc->body, GP_LIST);
	fixture_add(doc, fixture_add(doc, doc->body, GP_LIST), GP_ITEM);
	n = fixture_add(doc, fixture_add(doc, doc->body, GP_LIST), GP_ITEM);
	fixture_add(doc, n, GP_PARAGRAPH);
	fixture_add(doc, n, GP_LIST);
	fixture_add(doc, doc->body, GP_QUOTE);
	fixture_add(doc, fixture_add(doc, doc->body, GP_QUOTE), GP_QUOTE);
	fixture_add(doc, doc->body, GP_TABLE);
	fixture_add(doc, fixture_add(doc, doc->body, GP_TABLE), GP_ROW);
	n = fixture_add(doc, fixture_add(doc, doc->body, GP_TABLE), GP_ROW);
	fixture_add(doc, n, GP_CELL);
	fixture_add(doc, n, GP_CELL)->as.cell.header = true;
	n = fixture_add(doc, doc->body, GP_TABLE);
	fixture_add(doc, n, GP_CAPTION);
	fixture_add(doc, fixture_add(doc, doc->body, GP_FIGURE), GP_CAPTION);
	fixture_add(doc, doc->body, GP_CODE_BLOCK);
	n = para(doc, "");
	fixture_add(doc, n, GP_EMPHASIS);
	fixture_add(doc, n, GP_LINK)->as.link.target =
		GP_STR("https://example.org/");
	fixture_add(doc, n, GP_BREAK);
	fixture_add(doc, n, GP_CODE);
	return doc;
}

static struct gp_doc *
long_titles(void)
{
	struct gp_doc *doc = new_doc("titles.txt", "");
	struct prose p = { 6 };

	doc->title.text = prose_words(&p, doc->arena, LONG_TITLE / 5);
	doc->standfirst.text = prose_words(&p, doc->arena, LONG_TITLE / 5);
	doc->byline.text = prose_words(&p, doc->arena, LONG_TITLE / 5);
	doc->source.name = prose_words(&p, doc->arena, LONG_TITLE / 5);
	para(doc, "A short paragraph under a long title.");
	return doc;
}

/* ---- the pack ---- */

static const struct {
	const char *id;
	struct gp_doc *(*make)(void);
} articles[] = {
	{ "every-kind", fixture_every_kind },
	{ "hostile", fixture_hostile },
	{ "long", long_article },
	{ "tables", tables },
	{ "scripts", many_scripts },
	{ "words", long_words },
	{ "nests", nests },
	{ "headings", headings },
	{ "figures", figures },
	{ "hollow", hollow },
	{ "empty", NULL },
	{ "titles", long_titles },
};

static void
fill(struct gp_pack *pack)
{
	size_t i;

	for (i = 0; i < sizeof articles / sizeof *articles; i++)
		pack->entries[pack->n_entries++] = (struct gp_entry){
			.id = gp_str(articles[i].id),
			.uri = gp_arena_printf(pack->arena,
			                       "tag:example.org,2015:%s",
			                       articles[i].id),
			.section = i < 6 ? i / 3 : GP_NO_SECTION,
			.doc = articles[i].make
			               ? articles[i].make()
			               : new_doc("empty.txt", "Nothing"),
		};
}

struct gp_pack *
torture_pack(void)
{
	const size_t n = sizeof articles / sizeof *articles;
	struct gp_pack *pack = fixture_many(0);
	struct prose p = { 7 };

	pack->info.title = GP_STR("A pack that asks much: Ωμέγα, Щит, 中文 😀");
	pack->info.subtitle = prose_words(&p, pack->arena, 60);
	pack->info.organisation = GP_STR("Department of Examples");
	pack->info.name = GP_STR("torture");
	pack->info.marking = GP_STR("OFFICIAL – SENSITIVE");
	pack->info.rights = prose_words(&p, pack->arena, 200);
	pack->note = fixture_note(prose_words(&p, pack->arena, 900).p);
	pack->sections = gp_arena_array(pack->arena, 2, sizeof(struct gp_str));
	pack->entries = gp_arena_array(pack->arena, n, sizeof *pack->entries);
	if (!pack->sections || !pack->entries)
		exit(99);
	pack->n_sections = 2;
	pack->sections[0] = GP_STR("One");
	pack->sections[1] = prose_words(&p, pack->arena, 60);
	fill(pack);
	return pack;
}
