/* The order of the passes: nothing is read before it is there, nothing is
   decided behind the last who asks, and a person has the last word.  And that
   the rows tell the truth: a pass that sees no part but those it names, and
   changes none but those it names, comes to the same document. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>

#include "normalised.h"

#include "base/limits.h"
#include "config/sitefile.h"
#include "import/import.h"
#include "model/walk.h"
#include "normalise/rules/sites.h"
#include "normalise/work.h"
#include "report/printer.h"

/* ---- the order ---- */

/* Parts that serve the work alone: the document does not show them. */
static const unsigned working = GP_PART_UNITS | GP_PART_VERDICTS |
                                GP_PART_FATES | GP_PART_KINDS |
                                GP_PART_AFTER_TITLE | GP_PART_FIRST_PROSE |
                                GP_PART_LABEL | GP_PART_LINES_GIVEN;

/* Fields that pack.yaml may give. */
static const unsigned given = GP_PART_LANG | GP_PART_TITLE |
                              GP_PART_STANDFIRST | GP_PART_BYLINE |
                              GP_PART_DATE | GP_PART_SOURCE | GP_PART_URL;

static size_t
row_of(const struct gp_pass_row *rows, const char *name)
{
	size_t i = 0;

	while (i < GP_N_PASSES && strcmp(rows[i].name, name) != 0)
		i++;
	assert_true(i < GP_N_PASSES);
	return i;
}

/* The first pass that reads a part which is not there yet; NULL: none. */
static const char *
too_early(const struct gp_pass_row *rows)
{
	unsigned there = GP_PARTS_AT_FIRST;
	size_t i;

	for (i = 0; i < GP_N_PASSES; i++) {
		if (rows[i].reads & ~there)
			return rows[i].name;
		there |= rows[i].writes;
	}
	return NULL;
}

/* The last pass that decides some working part nobody asks for any more. */
static const char *
too_late(const struct gp_pass_row *rows)
{
	unsigned asked = 0;
	size_t i;

	for (i = GP_N_PASSES; i-- > 0;) {
		if (rows[i].writes & working & ~asked)
			return rows[i].name;
		asked |= rows[i].reads;
	}
	return NULL;
}

/* The first behind the overrides that decides what a person may give.  Closing
   marks of direction decides nothing. */
static const char *
over_a_person(const struct gp_pass_row *rows)
{
	size_t i = row_of(rows, "overrides") + 1;

	for (; i < GP_N_PASSES; i++)
		if (rows[i].writes & given &&
		    strcmp(rows[i].name, "turns") != 0)
			return rows[i].name;
	return NULL;
}

static void
the_order(void **state)
{
	(void)state;
	assert_null(too_early(gp_passes));
	assert_null(too_late(gp_passes));
	assert_null(over_a_person(gp_passes));
	assert_true(row_of(gp_passes, "source") <
	            row_of(gp_passes, "site_name"));
}

/* Swaps two rows, and tells whether that is seen. */
static bool
is_seen(const char *one, const char *other)
{
	struct gp_pass_row rows[GP_N_PASSES], row;
	size_t a = row_of(gp_passes, one), b = row_of(gp_passes, other);

	memcpy(rows, gp_passes, sizeof rows);
	row = rows[a];
	rows[a] = rows[b];
	rows[b] = row;
	return too_early(rows) || too_late(rows) || over_a_person(rows);
}

static void
swapped_rows_are_seen(void **state)
{
	static const char *const pairs[][2] = {
		{ "units", "site_rules" },
		{ "claims", "title" },
		{ "title", "front" },
		{ "front", "source" },
		{ "line_kinds", "standfirst" },
		{ "site_name", "overrides" },
		{ "standfirst", "overrides" },
		{ "overrides", "line_kinds_again" },
		{ "line_kinds_again", "account" },
		{ "blocks", "hints" },
		{ "blocks", "links" },
		{ "claims", "topics" },
	};
	size_t i;

	(void)state;
	assert_false(is_seen("hints", "hints"));
	for (i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (!is_seen(pairs[i][0], pairs[i][1]))
			fail_msg("%s, %s", pairs[i][0], pairs[i][1]);
}

/* ---- the truth ---- */

enum holder { WORK, DOC, UNIT };

/* Where a part is kept. */
static const struct place {
	unsigned part;
	enum holder holder;
	size_t at, size;
} places[] = {
#define IN(part, holder, type, member)                           \
	{                                                        \
		(part), (holder), offsetof(struct type, member), \
			sizeof((struct type *)NULL)->member      \
	}
	IN(GP_PART_VERDICTS, UNIT, gp_unit, verdict),
	IN(GP_PART_VERDICTS, UNIT, gp_unit, wanted),
	IN(GP_PART_VERDICTS, WORK, gp_work, last_prose),
	IN(GP_PART_FATES, UNIT, gp_unit, fate),
	IN(GP_PART_FATES, UNIT, gp_unit, why),
	IN(GP_PART_FATES, UNIT, gp_unit, confidence),
	IN(GP_PART_KINDS, UNIT, gp_unit, kind),
	IN(GP_PART_KINDS, UNIT, gp_unit, ordered),
	IN(GP_PART_KINDS, UNIT, gp_unit, label),
	IN(GP_PART_KINDS, UNIT, gp_unit, rest),
	IN(GP_PART_UNITS, WORK, gp_work, units),
	IN(GP_PART_UNITS, WORK, gp_work, n),
	IN(GP_PART_UNITS, WORK, gp_work, unseen),
	IN(GP_PART_UNITS, WORK, gp_work, n_unseen),
	IN(GP_PART_UNITS, WORK, gp_work, aside),
	IN(GP_PART_UNITS, WORK, gp_work, n_aside),
	IN(GP_PART_UNITS, WORK, gp_work, structured),
	IN(GP_PART_UNITS, WORK, gp_work, words),
	IN(GP_PART_UNITS, WORK, gp_work, usual_gap),
	IN(GP_PART_UNITS, WORK, gp_work, spaced),
	IN(GP_PART_UNITS, WORK, gp_work, evidence),
	IN(GP_PART_AFTER_TITLE, WORK, gp_work, after_title),
	IN(GP_PART_FIRST_PROSE, WORK, gp_work, first_prose),
	IN(GP_PART_LABEL, WORK, gp_work, source_label),
	IN(GP_PART_LABEL, WORK, gp_work, source_line),
	IN(GP_PART_LINES_GIVEN, WORK, gp_work, lines_given),
	IN(GP_PART_CLAIMS, DOC, gp_doc, claims),
	IN(GP_PART_LANG, DOC, gp_doc, lang),
	IN(GP_PART_TITLE, DOC, gp_doc, title),
	IN(GP_PART_STANDFIRST, DOC, gp_doc, standfirst),
	IN(GP_PART_BYLINE, DOC, gp_doc, byline),
	IN(GP_PART_DATE, DOC, gp_doc, date),
	IN(GP_PART_SOURCE, DOC, gp_doc, source),
	IN(GP_PART_URL, DOC, gp_doc, url),
	IN(GP_PART_EMBARGO, DOC, gp_doc, embargo),
	IN(GP_PART_RULE_FILE, DOC, gp_doc, rule_file),
	IN(GP_PART_RULE_FILE, DOC, gp_doc, rule_effects),
	IN(GP_PART_BODY, DOC, gp_doc, body),
	IN(GP_PART_SHORT_FORMS, DOC, gp_doc, short_forms),
	IN(GP_PART_SHORT_FORMS, DOC, gp_doc, n_short_forms),
	IN(GP_PART_FILING, DOC, gp_doc, section),
	IN(GP_PART_FILING, DOC, gp_doc, feed_id),
	IN(GP_PART_FILING, DOC, gp_doc, tags),
	IN(GP_PART_FILING, DOC, gp_doc, n_tags),
	IN(GP_PART_DROPPED, DOC, gp_doc, dropped),
#undef IN
};

/* A work as it was: copies, bit by bit. */
struct saved {
	struct gp_work work;
	struct gp_doc doc;
	struct gp_unit *units;
	uint64_t claims, body; /* what they say, which is behind pointers */
};

static uint64_t
claims_of(const struct gp_doc *doc)
{
	const struct gp_judged_claim *c;
	uint64_t sum = 1;

	for (c = doc->claims; c; c = c->next)
		sum = sum * 31 + (c->taken ? 2U : 0U) + (c->differs ? 1U : 0U);
	return sum;
}

static uint64_t
body_of(const struct gp_doc *doc)
{
	struct gp_walk w = gp_walk_from(doc->body);
	uint64_t sum = 1;

	while (gp_walk_next(&w)) {
		const void *as = &w.node->as;

		sum = sum * 31 + (uint64_t)w.node->kind +
		      gp_fnv1a((struct gp_str){ as, sizeof w.node->as });
	}
	return sum;
}

static void
save(const struct gp_work *w, struct saved *s)
{
	memcpy(&s->work, w, sizeof *w);
	memcpy(&s->doc, w->doc, sizeof *w->doc);
	s->units = calloc(w->n + 1, sizeof *s->units);
	assert_non_null(s->units);
	if (w->n)
		memcpy(s->units, w->units, w->n * sizeof *w->units);
	s->claims = claims_of(w->doc);
	s->body = body_of(w->doc);
}

/* Where the place number `i` of the holder is, in the work and in a copy. */
static char *
now(const struct place *p, struct gp_work *w, struct gp_unit *units, size_t i)
{
	if (p->holder == WORK)
		return (char *)w + p->at;
	if (p->holder == DOC)
		return (char *)w->doc + p->at;
	return (char *)(units + i) + p->at;
}

static const char *
then(const struct place *p, const struct saved *s, size_t i)
{
	if (p->holder == WORK)
		return (const char *)&s->work + p->at;
	if (p->holder == DOC)
		return (const char *)&s->doc + p->at;
	return (const char *)(s->units + i) + p->at;
}

static size_t
count(const struct place *p, const struct saved *s)
{
	return p->holder == UNIT ? s->work.n : 1;
}

/* What the pass does not name is not there for it. */
static void
hide(struct gp_work *w, const struct saved *s, unsigned seen)
{
	const struct place *p;
	size_t i;

	for (p = places; p < places + sizeof places / sizeof *places; p++)
		for (i = 0; !(p->part & seen) && i < count(p, s); i++)
			memset(now(p, w, s->work.units, i), 0, p->size);
}

static bool
is_hidden(const char *bytes, size_t n)
{
	size_t i = 0;

	while (i < n && bytes[i] == 0)
		i++;
	return i == n;
}

/* Puts back what was hidden, which nobody may have touched. */
static void
show(struct gp_work *w, const struct saved *s, const struct gp_pass_row *row)
{
	const struct place *p;
	size_t i;

	for (p = places; p < places + sizeof places / sizeof *places; p++)
		for (i = 0; i < count(p, s); i++) {
			char *here = now(p, w, s->work.units, i);

			if (p->part & row->writes)
				continue;
			if (p->part & row->reads
			            ? memcmp(here, then(p, s, i), p->size) != 0
			            : !is_hidden(here, p->size))
				fail_msg("%s writes part %#x", row->name,
				         p->part);
			memcpy(here, then(p, s, i), p->size);
		}
	if (!(row->writes & GP_PART_CLAIMS))
		assert_int_equal(claims_of(w->doc), s->claims);
	if (!(row->writes & GP_PART_BODY))
		assert_int_equal(body_of(w->doc), s->body);
}

static bool
run_blindly(struct gp_work *w, struct gp_err *e)
{
	const struct gp_pass_row *row = gp_passes;
	struct saved before;
	bool ok = true;

	while (ok && row < gp_passes + GP_N_PASSES) {
		save(w, &before);
		hide(w, &before, row->reads | row->writes);
		ok = row->run(w, e);
		show(w, &before, row);
		free(before.units);
		row = w->again ? gp_passes + 1 : row + 1;
		w->again = false;
	}
	w->doc->words = gp_doc_words(w->doc);
	return ok;
}

static struct gp_buf
printed(const struct gp_doc *doc)
{
	struct gp_buf out = { .max = 0 };
	struct gp_err e = { 0 };

	assert_true(gp_printer_find("json")->print(doc, false, &out, &e));
	return out;
}

static void
is_same(const struct gp_doc *a, const struct gp_doc *b)
{
	struct gp_buf x = printed(a), y = printed(b);

	assert_string_equal(x.data, y.data);
	gp_buf_free(&x);
	gp_buf_free(&y);
}

static void
tells_the_truth(const struct gp_draft *draft, const struct gp_normaliser *how)
{
	struct gp_err e = { 0 }, own = { 0 };
	const struct gp_doc *doc = gp_normalise(draft, how, &e);
	struct gp_work w;

	assert_true(gp_work_open(&w, draft, how, &own));
	if (run_blindly(&w, &own) && doc)
		is_same(doc, w.doc);
	else
		assert_true(!doc);
	gp_work_close(&w);
	gp_doc_free(w.doc);
	gp_doc_free(doc);
}

static void
with_rules(const char *name, struct gp_str text, const struct gp_override *o)
{
	struct gp_source_bytes source = { .name = name, .data = text };
	struct gp_err e = { 0 };
	struct gp_rules *rules = rules_of(NULL, &e);
	struct gp_normaliser how = { .rules = rules, .override = o };
	struct gp_draft *draft = gp_import(&source, NULL, &e);

	if (draft)
		tells_the_truth(draft, &how);
	gp_draft_free(draft);
	gp_rules_free(rules);
}

static void
files(const char *pattern)
{
	struct gp_bytes b = { NULL, 0 };
	struct gp_err e = { 0 };
	glob_t found;
	size_t i;

	assert_int_equal(glob(pattern, 0, NULL, &found), 0);
	for (i = 0; i < found.gl_pathc; i++) {
		assert_true(gp_read(found.gl_pathv[i], GP_MIB, &b, &e));
		with_rules(strrchr(found.gl_pathv[i], '/') + 1,
		           (struct gp_str){ (const char *)b.data, b.size },
		           NULL);
		gp_bytes_free(&b);
	}
	globfree(&found);
}

static void
rows_tell_the_truth(void **state)
{
	(void)state;
	files("content/*.txt");
	files("tests/golden/html/*.html");
	files("tests/golden/import/in.md");
}

#define PROSE                                                               \
	"This is a paragraph of prose that is long enough to be taken for " \
	"one, and it ends.\n"

static void
overrides_tell_the_truth(void **state)
{
	static const struct gp_override o = {
		.title = { "The editor's title", 18 },
		.byline = { "Tom Jones MP", 12 },
		.source = { "The Times", 9 },
		.url = { "https://example.org/", 20 },
		.lang = { "cy", 2 },
		.no_standfirst = true,
		.date = { .precision = GP_MONTH, .year = 2014, .month = 6 },
	};

	(void)state;
	with_rules("a.txt",
	           GP_STR("Title here\n\nA line that says the same in more "
	                  "words\n\nBy Jane Smith\n\n1 May 2014\n\nSource: The "
	                  "Guardian\n\n" PROSE "\n" PROSE),
	           &o);
}

/* Everything that a plain text can have at once: a label before the title, a
   date that a byline holds, marks of direction that are left open, an address
   of its own and one in the text, a standfirst by structure. */
static const char busy[] =
	"Opinion\n\nThe minister\u2019s \u202Bplan\n\nBy Jane \u202BSmith, "
	"1 May 2014\n\nhttps://example.org/plan\n\nSource: The "
	"\u202BGuardian\n\n" PROSE "\nA heading\n\n" PROSE
	"\nThe Office for Examples (OFE) says so at https://example.org/a.\n"
	"\n1) One\n2) Two\n\n" PROSE "\n" PROSE "\nOFE closes.\n\n"
	"Share this page\n\nRelated articles\nOne of them\nAnother one\n";

static void
busy_texts_tell_the_truth(void **state)
{
	static const struct gp_override source = { .source = { "Times", 5 } };
	static const struct gp_override standfirst = {
		.standfirst = { "A heading", 9 },
	};

	(void)state;
	with_rules("a.txt", gp_str(busy), NULL);
	with_rules("a.txt", gp_str(busy), &source);
	with_rules("a.txt", gp_str(busy), &standfirst);
}

static void
site_rules_tell_the_truth(void **state)
{
	struct gp_err e = { 0 };
	struct gp_arena *a = gp_arena_new(GP_MIB);
	struct gp_site_file *file = gp_site_file_read(
		a, "a.yaml", "a.yaml",
		GP_STR("match:\n  text: [\"Share.*\"]\nsource: The Sun\n"
	               "drop: [\"OFE closes.\"]\nkeep: [\"One of.*\"]\n"),
		&e);
	struct gp_site *site = file ? gp_site_new(file, &e) : NULL;
	struct gp_rules *rules = rules_of(NULL, &e);
	struct gp_normaliser how = { .rules = rules, .site = site };
	struct gp_source_bytes source = { .name = "a.txt",
		                          .data = gp_str(busy) };
	struct gp_draft *draft = gp_import(&source, NULL, &e);

	(void)state;
	assert_string_equal(e.msg, "");
	tells_the_truth(draft, &how);
	gp_draft_free(draft);
	gp_rules_free(rules);
	gp_site_free(site);
	gp_arena_free(a);
}

/* A rule that takes too much of an article: all begins anew. */
static void
a_second_round_tells_the_truth(void **state)
{
	struct gp_err e = { 0 };
	struct gp_rules *rules = rules_of("any\t0.99\tpromo\tgreed.*\n", &e);
	struct gp_normaliser how = { .rules = rules };
	struct gp_source_bytes source = {
		.name = "a.txt",
		.data = GP_STR("Title here\n\nBy Jane Smith\n\ngreed is one\n\n"
		               "greed and greed and greed are four words and "
		               "more, and this ends.\n\n" PROSE),
	};
	struct gp_draft *draft = gp_import(&source, NULL, &e);
	const struct gp_doc *doc;

	(void)state;
	assert_non_null(rules);
	tells_the_truth(draft, &how);
	doc = gp_normalise(draft, &how, &e);
	assert_int_equal(warned(doc, "drop-refused"), 1);
	gp_doc_free(doc);
	gp_draft_free(draft);
	gp_rules_free(rules);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_order),
		cmocka_unit_test(swapped_rows_are_seen),
		cmocka_unit_test(rows_tell_the_truth),
		cmocka_unit_test(overrides_tell_the_truth),
		cmocka_unit_test(busy_texts_tell_the_truth),
		cmocka_unit_test(site_rules_tell_the_truth),
		cmocka_unit_test(a_second_round_tells_the_truth),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
