/* Packs made by hand: see fixture.h. */
#include "fixture.h"

#include "base/limits.h"
#include "pack/design.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct gp_node *
fixture_add(struct gp_doc *doc, struct gp_node *parent, enum gp_kind kind)
{
	struct gp_node *n =
		gp_node_new(doc->arena, kind, (struct gp_span){ 0, 0 });

	if (!gp_node_append(parent, n)) {
		(void)fprintf(stderr, "fixture: a %s in a %s\n",
		              gp_kind_name(kind), gp_kind_name(parent->kind));
		exit(99);
	}
	return n;
}

struct gp_node *
fixture_text(struct gp_doc *doc, struct gp_node *parent, const char *words)
{
	struct gp_node *n = fixture_add(doc, parent, GP_TEXT);

	n->as.text = gp_str(words);
	return n;
}

struct gp_node *
fixture_block(struct gp_doc *doc, struct gp_node *parent, enum gp_kind kind,
              const char *words)
{
	struct gp_node *n = fixture_add(doc, parent, kind);

	fixture_text(doc, n, words);
	return n;
}

/* ---- short hands ---- */

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

static struct gp_node *
item(struct gp_doc *doc, struct gp_node *list, const char *label,
     const char *words)
{
	struct gp_node *n = fixture_add(doc, list, GP_ITEM);

	n->as.item.label = gp_str(label);
	fixture_block(doc, n, GP_PARAGRAPH, words);
	return n;
}

static struct gp_node *
cell(struct gp_doc *doc, struct gp_node *row, bool header, const char *words)
{
	struct gp_node *n = fixture_block(doc, row, GP_CELL, words);

	n->as.cell.header = header;
	return n;
}

static struct gp_node *
link_to(struct gp_doc *doc, struct gp_node *parent, const char *target,
        const char *words)
{
	struct gp_node *n = fixture_block(doc, parent, GP_LINK, words);

	n->as.link.target = gp_str(target);
	return n;
}

static void
author(struct gp_doc *doc, const char *text, const char *name,
       const char *suffix, const char *role, enum gp_author_kind kind)
{
	struct gp_author *a = gp_arena_alloc(doc->arena, sizeof *a);

	a->name = gp_str(name);
	a->suffix = gp_str(suffix);
	a->display =
		*suffix ? gp_arena_printf(doc->arena, "%s %s", name, suffix)
			: a->name;
	a->role = gp_str(role);
	a->kind = kind;
	doc->byline.text = gp_str(text);
	doc->byline.authors = a;
	doc->byline.n_authors = 1;
}

static void
dropped(struct gp_doc *doc, const char *raw, const char *reason)
{
	struct gp_dropped *d = gp_arena_alloc(doc->arena, sizeof *d);
	struct gp_dropped **at = &doc->dropped;

	while (*at)
		at = &(*at)->next;
	d->raw = gp_str(raw);
	d->reason = gp_str(reason);
	d->rule = GP_STR("by hand");
	d->confidence = 98;
	*at = d;
}

/* ---- every kind ---- */

static void
inline_kinds(struct gp_doc *doc)
{
	struct gp_node *p = para(doc, "Text with "), *n;

	fixture_block(doc, p, GP_EMPHASIS, "emphasis");
	fixture_text(doc, p, ", ");
	fixture_block(doc, p, GP_STRONG, "strong words");
	fixture_text(doc, p, ", ");
	n = fixture_add(doc, p, GP_STRONG);
	fixture_block(doc, n, GP_EMPHASIS, "both at once");
	fixture_text(doc, p, ", a ");
	link_to(doc, p, "https://www.example.org/digital?a=1&b=2#top", "link");
	fixture_text(doc, p, ", a ");
	link_to(doc, p, "mailto:press@example.org", "mail address");
	fixture_text(doc, p, ", the ");
	n = fixture_block(doc, p, GP_ABBREVIATION, "GDS");
	n->as.abbreviation.expansion = GP_STR("Government Digital Service");
	fixture_text(doc, p, ", ");
	fixture_block(doc, p, GP_CODE, "GET /status?brief=1");
	fixture_text(doc, p, ", a line");
	fixture_add(doc, p, GP_BREAK);
	fixture_text(doc, p, "break, and ");
	n = fixture_block(doc, p, GP_EMPHASIS, "l’État, c’est moi");
	n->lang = GP_STR("fr");
	fixture_text(doc, p, ".");
}

static void
inline_marks(struct gp_doc *doc)
{
	struct gp_node *p = para(doc, "It saved 10"), *n;

	fixture_block(doc, p, GP_SUPERSCRIPT, "6");
	fixture_text(doc, p, " tonnes of CO");
	fixture_block(doc, p, GP_SUBSCRIPT, "2");
	fixture_text(doc, p, " on the 21");
	fixture_block(doc, p, GP_SUPERSCRIPT, "st");
	fixture_text(doc, p, ", or x");
	fixture_block(doc, p, GP_SUPERSCRIPT, "a/b");
	fixture_text(doc, p, ", at ");
	fixture_block(doc, p, GP_DELETED, "£12 million");
	fixture_text(doc, p, " ");
	fixture_block(doc, p, GP_INSERTED, "£14 million");
	fixture_text(doc, p, ", as the word ");
	n = fixture_block(doc, p, GP_RUBY, "register");
	fixture_block(doc, n, GP_READING, "REJ-ist-er");
	fixture_text(doc, p, " has it.");
}

static void
speech(struct gp_doc *doc)
{
	struct gp_node *p;

	para(doc, "The minister told the committee:");
	p = para(doc, "“We began with the services that people use most. "
	              "Nobody asks for a portal; they ask for a licence, a "
	              "pension or a place at a school.");
	p->as.paragraph.speech = GP_SPEECH_OPEN;
	p = para(doc, "“And we published what each of them costs.”");
	p->as.paragraph.speech = GP_SPEECH_CONTINUED;
	p = para(doc, "Author’s view: the figures are worth a second look.");
	p->as.paragraph.run_in = strlen("Author’s view:");
}

static void
lists(struct gp_doc *doc)
{
	struct gp_node *list = fixture_add(doc, doc->body, GP_LIST), *n, *inner;

	item(doc, list, "•", "a list item");
	n = item(doc, list, "•", "an item that holds a list:");
	inner = fixture_add(doc, n, GP_LIST);
	inner->as.list.ordered = true;
	item(doc, inner, "1.", "the first of two");
	item(doc, inner, "2.", "the second of two");
	item(doc, list, "•", "the last item");
	list = fixture_add(doc, doc->body, GP_LIST);
	list->as.list.ordered = true;
	item(doc, list, "4.", "a list that starts at four");
	item(doc, list, "5.", "five");
	item(doc, list, "7.", "and leaves six out");
	list = fixture_add(doc, doc->body, GP_LIST);
	list->as.list.ordered = true;
	item(doc, list, "(a)", "a lettered list");
	item(doc, list, "(b)", "with its second item");
}

static void
terms(struct gp_doc *doc)
{
	struct gp_node *list = fixture_add(doc, doc->body, GP_TERMS), *n,
		       *inner;

	fixture_block(doc, list, GP_TERM, "Transaction");
	n = fixture_add(doc, list, GP_MEANING);
	fixture_block(doc, n, GP_PARAGRAPH, "What a person asks of a service.");
	fixture_block(doc, list, GP_TERM, "Licence");
	fixture_block(doc, list, GP_TERM, "Permit");
	n = fixture_add(doc, list, GP_MEANING);
	fixture_block(doc, n, GP_PARAGRAPH, "One of two papers:");
	inner = fixture_add(doc, n, GP_LIST);
	item(doc, inner, "•", "to drive;");
	item(doc, inner, "•", "to fish.");
	n = fixture_add(doc, list, GP_MEANING);
	fixture_block(doc, n, GP_PARAGRAPH, "What such a paper says.");
}

static void
table(struct gp_doc *doc)
{
	static const char *const rows[][3] = {
		{ "Driving licence", "4.5 million", "£1.20" },
		{ "Vehicle tax", "42.8 million", "£0.64" },
	};
	struct gp_node *t = fixture_add(doc, doc->body, GP_TABLE), *row, *c;
	size_t i;

	fixture_block(doc, t, GP_CAPTION, "Two services in one year");
	row = fixture_add(doc, t, GP_ROW);
	cell(doc, row, true, "Service");
	cell(doc, row, true, "Transactions");
	cell(doc, row, true, "Cost of each");
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		row = fixture_add(doc, t, GP_ROW);
		cell(doc, row, true, rows[i][0]);
		cell(doc, row, false, rows[i][1]);
		cell(doc, row, false, rows[i][2]);
	}
	row = fixture_add(doc, t, GP_ROW);
	c = cell(doc, row, false, "Figures of the departments themselves");
	c->as.cell.columns = 3;
}

static void
figures(struct gp_doc *doc)
{
	struct gp_node *f = fixture_add(doc, doc->body, GP_FIGURE);

	f->as.figure.image = GP_STR("https://www.example.org/costs.png");
	f->as.figure.alt =
		GP_STR("A line that falls from £3 in 2012 to £1 in 2015");
	fixture_block(doc, f, GP_CAPTION, "What one transaction costs");
	f = fixture_add(doc, doc->body, GP_FIGURE);
	f->as.figure.image = GP_STR("team.jpg");
}

static void
exhibits(struct gp_doc *doc)
{
	struct gp_node *x = fixture_add(doc, doc->body, GP_EXHIBIT), *f;

	fixture_block(doc, x, GP_CAPTION, "Listing 1: how to ask");
	fixture_block(doc, x, GP_CODE_BLOCK, "ask --cost licence");
	x = fixture_add(doc, doc->body, GP_EXHIBIT);
	fixture_block(doc, fixture_add(doc, x, GP_QUOTE), GP_PARAGRAPH,
	              "Nobody asks for a portal.");
	fixture_block(doc, x, GP_CAPTION, "The minister, in committee");
	x = fixture_add(doc, doc->body, GP_EXHIBIT);
	f = fixture_add(doc, x, GP_FIGURE);
	f->as.figure.image = GP_STR("before.jpg");
	f = fixture_add(doc, x, GP_FIGURE);
	f->is_other = true;
	f->as.figure.alt = GP_STR("Costs, year by year");
	f->as.figure.origin = GP_STR("https://www.example.org/chart");
	fixture_block(doc, x, GP_CAPTION, "Before and after");
}

static void
quote_and_code(struct gp_doc *doc)
{
	struct gp_node *q = fixture_add(doc, doc->body, GP_QUOTE), *inner;

	fixture_block(doc, q, GP_PARAGRAPH,
	              "Government should only do what only government can do.");
	inner = fixture_add(doc, q, GP_QUOTE);
	fixture_block(doc, inner, GP_PARAGRAPH, "A quotation in a quotation.");
	fixture_add(doc, doc->body, GP_RULE);
	fixture_block(doc, doc->body, GP_CODE_BLOCK,
	              "GET /register/country/GB\n\n{\n    \"name\": \"United "
	              "Kingdom\" }");
}

struct gp_doc *
fixture_every_kind(void)
{
	struct gp_doc *doc = new_doc("every-kind.txt",
	                             "Departments publish what their services "
	                             "cost, down to the penny");

	doc->standfirst.text =
		GP_STR("A register of 800 transactions shows where paper is "
	               "still the quicker way");
	author(doc, "By Civil Service World", "Civil Service World", "", "",
	       GP_ORGANISATION);
	(void)gp_date_parse(GP_STR("2015-09-23"), &doc->date.date);
	doc->source.name = GP_STR("Civil Service World");
	doc->source.confidence = GP_STR("inferred");
	doc->url.text = GP_STR("https://www.example.org/articles/costs");
	inline_kinds(doc);
	inline_marks(doc);
	heading(doc, 2, "", "A heading of level two");
	speech(doc);
	heading(doc, 3, "", "Level three: lists");
	lists(doc);
	terms(doc);
	heading(doc, 4, "", "Level four: a table");
	table(doc);
	heading(doc, 5, "", "Level five: figures");
	figures(doc);
	exhibits(doc);
	heading(doc, 6, "", "Level six: quotations and code");
	quote_and_code(doc);
	heading(doc, 2, "", "Once more");
	para(doc, "The last paragraph.");
	gp_doc_repair(doc, "nbsp-to-space", 8);
	gp_doc_repair(doc, "straight-double-curled", 15);
	gp_doc_repair(doc, "edge-space-trimmed", 1);
	dropped(doc, "Related articles\nOne thing\nAnother thing",
	        "related-links");
	dropped(doc, "Share this page", "share-widget");
	return doc;
}

/* ---- the other articles ---- */

struct gp_doc *
fixture_lessons(void)
{
	struct gp_doc *doc = new_doc(
		"lessons.txt", "Three lessons from the digital exemplars");

	author(doc,
	       "Written by Jane Doe MP, Minister for Examples and Member for "
	       "Anytown",
	       "Jane Doe", "MP", "Minister for Examples and Member for Anytown",
	       GP_PERSON);
	(void)gp_date_parse(GP_STR("2015-09-25T14:57"), &doc->date.date);
	doc->date.role = GP_AGGREGATED;
	doc->url.text = GP_STR("http://example.org/lessons");
	para(doc, "We have learnt three lessons from our work:")
		->as.paragraph.leads_to_sections = true;
	heading(doc, 2, "1)", "Start small");
	para(doc, "…because the best way to convince is to show something "
	          "that works. The idea was to prove not just the technology, "
	          "but the method.");
	heading(doc, 2, "2)", "Change the business, not the website");
	para(doc, "Before, technology was mostly contract management. Services "
	          "were designed, built and delivered by others, on terms that "
	          "locked us into ageing systems.");
	heading(doc, 2, "3)", "Data as a public service");
	para(doc, "There are more than 2,000 registers, and no two of them "
	          "agree.");
	gp_doc_repair(doc, "nbsp-to-space", 27);
	gp_doc_repair(doc, "space-run-collapsed", 3);
	dropped(doc, "Jane Doe MP", "consumed-as-metadata");
	dropped(doc, "Comments are closed.", "comment-form");
	return doc;
}

struct gp_doc *
fixture_hostile(void)
{
	struct gp_doc *doc = new_doc(
		"../<hostile>&.txt",
		"R&D <script>alert(\"1\")</script> & 'what' ]]> comes next");
	struct gp_node *p, *n;

	doc->standfirst.text = GP_STR("1 < 2 && 3 > 2; <!-- no comment -->");
	doc->source.name = GP_STR("Smith & <Sons>");
	doc->byline.text = GP_STR("By R&D <desk>");
	doc->url.text = GP_STR("javascript:alert(1)");
	(void)gp_date_parse(GP_STR("2015"), &doc->date.date);
	p = para(doc, "Before ]]> and <b>not bold</b>, ");
	link_to(doc, p, "javascript:alert(1)", "a script");
	fixture_text(doc, p, ", ");
	link_to(doc, p, "data:text/html,x", "data");
	fixture_text(doc, p, ", ");
	link_to(doc, p, "../secret.html", "a relative address");
	fixture_text(doc, p, ", ");
	link_to(doc, p, "HTTP://Example.org/a b/\"<ü>[1]%zz%41", "odd");
	fixture_text(doc, p, ", ");
	n = link_to(doc, p, "https://example.org/outer", "outer and ");
	link_to(doc, n, "https://example.org/inner", "inner");
	fixture_text(doc, p, ".");
	heading(doc, 6, "<i>", "Level six straight away & <more>");
	para(doc, "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbau"
	          "unterbeamtengesellschaft and https://www.example.org/a/very/"
	          "long/address/that/does/not/break/anywhere/at/all.");
	fixture_block(doc, doc->body, GP_HEADING, "Level nought")
		->as.heading.level = 0;
	n = para(doc, "مرحبا بالعالم");
	n->lang = GP_STR("ar");
	n = para(doc, "A language that is none.");
	n->lang = GP_STR("x\"><script>");
	return doc;
}

struct gp_doc *
fixture_bare(void)
{
	struct gp_doc *doc = new_doc("bare.txt", "A note without a name");

	para(doc, "One paragraph, and nothing else is known.");
	return doc;
}

struct gp_doc *
fixture_note(const char *words)
{
	struct gp_doc *doc = new_doc("pack.yaml", "");

	para(doc, words);
	return doc;
}

/* ---- jobs ---- */

const struct gp_host fixture_host = { .data = "." };

struct gp_write_job
fixture_job(const struct gp_pack *pack)
{
	static struct gp_style design;
	struct gp_write_job job = {
		.host = &fixture_host,
		.pack = pack,
		.date = pack->info.date,
		.design = &design,
	};
	struct gp_err e = { 0 };

	if (gp_design_read(&job, &design, &e))
		return job;
	(void)fprintf(stderr, "fixture: %s: %s\n", e.file, e.msg);
	exit(99);
}

/* ---- packs ---- */

static struct gp_pack *
new_pack(size_t entries)
{
	struct gp_arena *a = gp_arena_new(64 * GP_MIB);
	struct gp_pack *pack = a ? gp_arena_alloc(a, sizeof *pack) : NULL;

	if (!pack)
		exit(99);
	pack->arena = a;
	pack->info.lang = GP_STR("en-GB");
	pack->info.name = GP_STR("pack");
	pack->info.design = GP_STR("reading");
	pack->info.series_id = pack->info.identifier =
		GP_STR("urn:uuid:12345678-90ab-8def-8234-567890abcdef");
	pack->entries = gp_arena_array(a, entries, sizeof *pack->entries);
	if (entries && !pack->entries)
		exit(99);
	return pack;
}

static void
enter(struct gp_pack *pack, const char *id, size_t section,
      const struct gp_doc *doc)
{
	struct gp_entry *e = &pack->entries[pack->n_entries++];

	e->id = gp_arena_cstr(pack->arena, id);
	e->uri = gp_arena_printf(pack->arena, "tag:example.org,2015:%s", id);
	e->section = section;
	e->doc = doc;
}

struct gp_pack *
fixture_pack(void)
{
	struct gp_pack *pack = new_pack(4);
	struct gp_pack_info *i = &pack->info;

	i->title = GP_STR("Digital government");
	i->subtitle = GP_STR("What was written in the autumn of 2015");
	i->organisation = GP_STR("Department of Examples");
	i->name = GP_STR("digital-government");
	(void)gp_date_parse(GP_STR("2015-11-09"), &i->date);
	i->authority = GP_STR("example.org,2015");
	i->base_url = GP_STR("https://press.example.org/packs/");
	i->marking = GP_STR("OFFICIAL");
	i->rights = GP_STR("© their publishers. For internal use only.");
	pack->note = fixture_note("These articles were chosen for the "
	                          "permanent secretary’s meeting.");
	pack->n_sections = 2;
	pack->sections = gp_arena_array(pack->arena, 2, sizeof(struct gp_str));
	if (!pack->sections)
		exit(99);
	pack->sections[0] = GP_STR("At home");
	pack->sections[1] = GP_STR("Abroad & elsewhere");
	enter(pack, "every-kind", 0, fixture_every_kind());
	enter(pack, "lessons", 0, fixture_lessons());
	enter(pack, "hostile", 1, fixture_hostile());
	enter(pack, "bare", GP_NO_SECTION, fixture_bare());
	return pack;
}

static struct gp_doc *
one_of_many(struct gp_pack *pack, size_t number)
{
	struct gp_str title = gp_arena_printf(
		pack->arena, "Article %zu: what the register says", number);
	struct gp_doc *doc = new_doc("many.txt", title.p);
	size_t i;

	doc->standfirst.text = GP_STR("The same words, once more");
	(void)gp_date_parse(GP_STR("2015-09-23"), &doc->date.date);
	for (i = 0; i < 15; i++)
		para(doc,
		     "The plan is for both governments to adopt what has "
		     "worked elsewhere and use it to make public services "
		     "that people will ‘trust and have faith in’, said the "
		     "department, which has run the register since 2012 and "
		     "publishes it in full each quarter.");
	return doc;
}

struct gp_pack *
fixture_many(size_t n)
{
	struct gp_pack *pack = new_pack(n);
	size_t i;

	pack->info.title = GP_STR("Many articles");
	(void)gp_date_parse(GP_STR("2015-11-09"), &pack->info.date);
	for (i = 0; i < n; i++)
		enter(pack,
		      gp_arena_printf(pack->arena, "article-%zu", i + 1).p,
		      GP_NO_SECTION, one_of_many(pack, i + 1));
	return pack;
}
