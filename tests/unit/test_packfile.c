/* pack.yaml: each key and each slip, the latter by its place and by words of
   its message; sizes and depths at their limits; hostile bytes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "config/packfile.h"

#define ROWS(table) (sizeof(table) / sizeof *(table))

static struct gp_packfile *
parse(struct gp_str text, struct gp_err *e)
{
	struct gp_packfile *p = gp_packfile_new();

	assert_non_null(p);
	*e = (struct gp_err){ 0 };
	if (gp_packfile_read(p, "content/pack.yaml", text, e)) {
		assert_int_equal(e->code, GP_OK);
		return p;
	}
	assert_int_not_equal(e->code, GP_OK);
	gp_packfile_free(p);
	return NULL;
}

static struct gp_packfile *
parse_good(const char *text)
{
	struct gp_err e;
	struct gp_packfile *p = parse(gp_str(text), &e);

	if (!p)
		fail_msg("%u:%u: %s", e.line, e.column, e.msg);
	return p;
}

static void
is(struct gp_str have, const char *want)
{
	if (!gp_str_eq(have, gp_str(want)))
		fail_msg("\"%.*s\" is not \"%s\"", GP_ARG(have), want);
}

/* ---- what is taken ---- */

static void
nothing_given(void **state)
{
	static const char *const texts[] = {
		"",      "\n\n", "# only a comment\n",
		"---\n", "~\n",  "\xEF\xBB\xBF",
	};
	size_t i;

	(void)state;
	for (i = 0; i < ROWS(texts); i++) {
		struct gp_packfile *p = parse_good(texts[i]);

		is(p->info.title, "");
		is(p->info.lang, "en-GB");
		is(p->path, "content/pack.yaml");
		assert_int_equal(p->info.date.precision, GP_NO_DATE);
		assert_int_equal(p->info.feed_rights, GP_FEED_FULL);
		assert_int_equal(p->n_sections + p->n_articles + p->n_rules, 0);
		gp_packfile_free(p);
	}
}

static const char every_key[] =
	"title: \"Digital government: press briefing\"\r\n"
	"subtitle:   Autumn\r\n"
	"organisation: Office\r\n"
	"name: pack-1\r\n"
	"language: cy\r\n"
	"date: 2015-11-10\r\n"
	"identifier: urn:isbn:9780000000000\r\n"
	"authority: \"tag:example.gov.uk,2015:\"\r\n"
	"base_url: https://www.example.gov.uk/press\r\n"
	"marking: OFFICIAL\r\n"
	"page_list: no\r\n"
	"embed_fonts: yes\r\n"
	"accessibility:\r\n"
	"  conforms_to: A standard\r\n"
	"  certified_by: Somebody\r\n"
	"  credential: A credential\r\n"
	"  report: https://example.org/report\r\n"
	"  summary: Looked at.\r\n"
	"rights: >-\r\n"
	"  For internal\r\n"
	"  use only.\r\n"
	"rights_feed: links\r\n"
	"note: |\r\n"
	"  First line\r\n"
	"  of one paragraph.\r\n"
	"\r\n"
	"\r\n"
	"  Another.\r\n"
	"sections: [News, Opinion]\r\n"
	"articles:\r\n"
	"  - file: a b.txt\r\n"
	"    id: a.1_x\r\n"
	"    title: 2015\r\n"
	"    standfirst: S\r\n"
	"    byline: By B\r\n"
	"    date: 2015-09\r\n"
	"    source: Weekly\r\n"
	"    url: http://example.org/a?b=%20c#d\r\n"
	"    language: fr\r\n"
	"    section: Opinion\r\n"
	"    order: -7\r\n"
	"    skip: Yes\r\n"
	"  - file: c.txt\r\n"
	"    title: ~\r\n"
	"rules:\r\n"
	"  - pattern: 'read \\d+ more '\r\n"
	"  - pattern: x\r\n"
	"    zone: tail\r\n"
	"    reason: site-promo\r\n"
	"    confidence: 0.5\r\n";

static void
check_info(const struct gp_packfile *p)
{
	is(p->info.title, "Digital government: press briefing");
	is(p->info.subtitle, "Autumn");
	is(p->info.organisation, "Office");
	is(p->info.name, "pack-1");
	is(p->info.lang, "cy");
	assert_int_equal(p->info.date.precision, GP_DAY);
	assert_int_equal(p->info.date.day, 10);
	is(p->info.identifier, "urn:isbn:9780000000000");
	is(p->info.authority, "example.gov.uk,2015");
	is(p->info.base_url, "https://www.example.gov.uk/press/");
	is(p->info.marking, "OFFICIAL");
	assert_int_equal(p->info.page_list, GP_PAGES_NO);
	assert_true(p->info.embed_fonts);
	is(p->info.accessibility.conforms_to, "A standard");
	is(p->info.accessibility.certified_by, "Somebody");
	is(p->info.accessibility.credential, "A credential");
	is(p->info.accessibility.report, "https://example.org/report");
	is(p->info.accessibility.summary, "Looked at.");
	is(p->info.rights, "For internal use only.");
	assert_int_equal(p->info.feed_rights, GP_FEED_LINKS);
	is(p->info.note, "First line\nof one paragraph.\n\n\nAnother.\n");
}

static void
check_rows(const struct gp_packfile *p)
{
	const struct gp_override *a = p->articles;

	is(a->file, "a b.txt");
	is(a->id, "a.1_x");
	is(a->title, "2015");
	is(a->standfirst, "S");
	is(a->byline, "By B");
	assert_int_equal(a->date.precision, GP_MONTH);
	is(a->source, "Weekly");
	is(a->url, "http://example.org/a?b=%20c#d");
	is(a->lang, "fr");
	is(a->section, "Opinion");
	assert_true(a->has_order && a->order == -7 && a->skip);
	assert_int_equal(a->line, 31);
	assert_int_equal(a->column, 5);
	is(a[1].title, "");
	assert_false(a[1].has_order || a[1].skip);
	is(p->rules[0].pattern, "read \\d+ more ");
	is(p->rules[0].zone, "any");
	is(p->rules[0].reason, "house-rule");
	assert_int_equal(p->rules[0].confidence, 95);
	assert_int_equal(p->rules[1].confidence, 50);
	is(p->rules[1].zone, "tail");
	is(p->rules[1].reason, "site-promo");
	assert_int_equal(p->rules[1].line, 47);
}

static void
all_keys(void **state)
{
	struct gp_packfile *p = parse_good(every_key);

	(void)state;
	check_info(p);
	assert_int_equal(p->n_sections, 2);
	is(p->sections[1], "Opinion");
	assert_int_equal(p->n_articles, 2);
	assert_int_equal(p->n_rules, 2);
	check_rows(p);
	assert_ptr_equal(gp_packfile_find(p, GP_STR("c.txt")), &p->articles[1]);
	assert_null(gp_packfile_find(p, GP_STR("d.txt")));
	gp_packfile_free(p);
}

/* ---- what is refused ---- */

struct slip {
	const char *text;
	unsigned line, column;
	const char *says;
};

static void
check_slips(const struct slip *slips, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		const struct slip *s = &slips[i];
		struct gp_err e;

		if (parse(gp_str(s->text), &e))
			fail_msg("taken: %s", s->text);
		if (e.line != s->line || e.column != s->column ||
		    !strstr(e.msg, s->says))
			fail_msg("%u:%u: %s (for: %s)", e.line, e.column, e.msg,
			         s->text);
		assert_int_equal(e.code, GP_SYNTAX);
		assert_string_equal(e.file, "content/pack.yaml");
		assert_null(strchr(e.msg, '\n'));
	}
}

/* Nothing written is not the same as "there is none". */
static void
none_of_it(void **state)
{
	struct gp_packfile *p = parse_good(
		"articles:\n"
		" - {file: a, standfirst: '', byline: ~}\n"
		" - {file: b, standfirst: null, byline: ' '}\n"
		" - file: c\n   title:\n   standfirst:\n   byline:\n");
	size_t i;

	(void)state;
	for (i = 0; i < 3; i++) {
		assert_int_equal(p->articles[i].no_standfirst, i < 2);
		assert_int_equal(p->articles[i].no_byline, i < 2);
		is(p->articles[i].standfirst, "");
		is(p->articles[i].byline, "");
	}
	gp_packfile_free(p);
}

static void
slips_in_keys(void **state)
{
	static const struct slip slips[] = {
		{ "tilte: x\n", 1, 1, "`tilte`; did you mean `title`?" },
		{ "TITLE: x\n", 1, 1, "did you mean `title`?" },
		{ "lang: en\n", 1, 1, "did you mean `language`?" },
		{ "a: 1\n", 1, 1, "the keys are title, subtitle" },
		{ "\ntitle: a\ntitle: b\n", 3, 1, "the first is on line 2" },
		{ "articles:\n - file: a\n   titel: b\n", 3, 4,
		  "in an entry of `articles`; did you mean `title`?" },
		{ "rules:\n - patern: b\n", 2, 4, "did you mean `pattern`?" },
		{ "- a\n", 1, 1, "not a list" },
		{ "hello\n", 1, 1, "not text" },
		{ "? [a]\n: b\n", 1, 3, "a key must be a plain word" },
		{ "\"a\\nb\": 1\n", 1, 1, "unknown key `a`" },
		{ "<<: {}\n", 1, 1, "unknown key `<<`" },
	};

	(void)state;
	check_slips(slips, ROWS(slips));
}

static void
slips_in_values(void **state)
{
	static const struct slip slips[] = {
		{ "title: [a]\n", 1, 8, "must be text, not a list" },
		{ "title: a\xEF\xB7\x90\n", 1, 9, "control character" },
		{ "title: \"a\\uFDEF\"\n", 1, 8, "control character" },
		{ "title: \"a\\U0010FFFF\"\n", 1, 8, "control character" },
		{ "title: {a: b}\n", 1, 8, "not a group of keys" },
		{ "title: ' '\n", 1, 8, "`title` is blank" },
		{ "title: \"a\\u202Eb\"\n", 1, 8, "not in pairs" },
		{ "page_list: perhaps\n", 1, 12, "" },
		{ "accessibility: WCAG\n", 1, 16, "must hold lines" },
		{ "accessibility:\n  certifed_by: x\n", 2, 3,
		  "did you mean `certified_by`" },
		{ "accessibility:\n  report: x\n", 2, 11, "must begin with" },
		{ "name: My Pack\n", 1, 7, "small letters and digits" },
		{ "name: a-\n", 1, 7, "small letters and digits" },
		{ "language: en_GB\n", 1, 11, "with hyphens" },
		{ "language: e\n", 1, 11, "not a language" },
		{ "date: 2015-02-31\n", 1, 7,
		  "2015-02-31 is not a day in the calendar" },
		{ "date: 2015-02\n", 1, 7, "needs a day" },
		{ "date: 31/12/2015\n", 1, 7, "write YYYY-MM-DD" },
		{ "date: 2015-02-03T25:00\n", 1, 7, "a time that cannot" },
		{ "identifier: foo\n", 1, 13, "absolute URI" },
		{ "authority: example.gov.uk\n", 1, 12, "tag authority" },
		{ "authority: Example.gov.uk,2015\n", 1, 12, "small letters" },
		{ "authority: example.gov.uk,2015-13\n", 1, 12, "a year" },
		{ "base_url: example.gov.uk\n", 1, 11, "must begin with" },
		{ "base_url: https://a/?b\n", 1, 11, "without `?` and `#`" },
		{ "base_url: https://\n", 1, 11, "names no host" },
		{ "base_url: https://u:p@a/\n", 1, 11, "a user name" },
		{ "base_url: 'https://a/ b'\n", 1, 11, "%XX" },
		{ "base_url: https://a/%g0\n", 1, 11, "%XX" },
		{ "paper: a3\n", 1, 8, "one of a4, a5, letter" },
		{ "papre: a4\n", 1, 1, "did you mean `paper`" },
		{ "design: [a]\n", 1, 9, "" },
		{ "rights_feed: some\n", 1, 14, "one of full, extract, links" },
		{ "sections: News\n", 1, 11, "must be a list" },
		{ "sections: [a, '']\n", 1, 15, "this entry is blank" },
		{ "sections: [a, b, a]\n", 1, 18, "`a` is listed twice" },
		{ "articles: x\n", 1, 11, "must be a list" },
		{ "rules:\n - x\n", 2, 4, "must be `pattern: ...`" },
		{ "rules:\n - reason: x\n", 2, 4, "needs `pattern: ...`" },
		{ "rules:\n - pattern: ''\n", 2, 13, "`pattern` is blank" },
		{ "rules:\n - {pattern: x, zone: top}\n", 2, 23,
		  "one of any, tail, mid, end" },
		{ "rules:\n - {pattern: x, confidence: 1.5}\n", 2, 29,
		  "from 0 to 1" },
		{ "rules:\n - {pattern: x, confidence: 0.}\n", 2, 29,
		  "from 0 to 1" },
	};

	(void)state;
	check_slips(slips, ROWS(slips));
}

static void
slips_in_articles(void **state)
{
	static const struct slip slips[] = {
		{ "articles:\n - a.txt\n", 2, 4, "must be `file: ...`" },
		{ "articles:\n - title: x\n", 2, 4, "needs `file: ...`" },
		{ "articles:\n - file:\n", 2, 4, "needs `file: ...`" },
		{ "articles:\n - file: ../x\n", 2, 10, "without a folder" },
		{ "articles:\n - file: a\\x\n", 2, 10, "without a folder" },
		{ "articles:\n - file: ..\n", 2, 10, "not the name" },
		{ "articles:\n - file: .x\n", 2, 10, "hidden" },
		{ "articles:\n - {file: a, id: A}\n", 2, 18, "small letters" },
		{ "articles:\n - {file: a, id: ../a}\n", 2, 18, "in between" },
		{ "articles:\n - {file: a, title: ''}\n", 2, 21, "is blank" },
		{ "articles:\n - {file: a, order: 1.5}\n", 2, 21, "whole" },
		{ "articles:\n - {file: a, order: -}\n", 2, 21, "whole" },
		{ "articles:\n - {file: a, order: 1234567890}\n", 2, 21,
		  "at most 9 digits" },
		{ "articles:\n - {file: a, skip: maybe}\n", 2, 20,
		  "true or false" },
		{ "articles:\n - {file: a, url: 'javascript:x'}\n", 2, 19,
		  "not a web address" },
		{ "articles:\n - {file: a, id: x}\n - {file: b, id: x}\n", 3,
		  18, "id `x` is taken by the entry on line 2" },
		{ "articles:\n - file: a\n - file: a\n", 3, 10,
		  "file `a` is taken by the entry on line 2" },
		{ "articles:\n - {file: a, section: Opinon}\n"
		  "sections: [News, Opinion]\n",
		  2, 23, "did you mean `Opinion`?" },
		{ "sections: [News]\narticles:\n - file: a\n"
		  "   section: Sports pages\n",
		  4, 13, "add it there" },
	};

	(void)state;
	check_slips(slips, ROWS(slips));
}

static void
slips_in_yaml(void **state)
{
	static const struct slip slips[] = {
		{ "\ttitle: x\n", 1, 1, "tabs cannot indent in YAML" },
		{ "sections:\n\t- a\n", 2, 1, "tabs cannot indent in YAML" },
		{ "title: a\n\tb: c\n", 2, 1, "tabs cannot indent in YAML" },
		{ "title: a: b\n", 1, 9, "must stand in quotes" },
		{ "authority: tag:a,2015:\n", 1, 22, "must stand in quotes" },
		{ "title:x\nname: y\n", 2, 5, "the key before it" },
		{ "title: \"abc\nname: y\n", 1, 8, "is never closed" },
		{ "title: 'it's'\n", 1, 12, "as a whole" },
		{ "title: @x\n", 1, 8, "must stand in quotes" },
		{ "title: *x*\n", 1, 8, "begins with `*`" },
		{ "title: [a\n", 1, 8, "begins with `[`" },
		{ "title: {a\n", 1, 8, "begins with `{`" },
		{ "title: ]\n", 1, 8, "begins with `,`" },
		{ "title: - x\n", 1, 8, "begins with `- `" },
		{ "title: >x\n", 1, 9, "next line" },
		{ "title: \"\\q\"\n", 1, 9, "unknown escape" },
		{ "%x\n", 1, 1, "begin with `%`" },
		{ "title: x\nfoo\n", 2, 1, "`key: value`" },
		{ "articles:\n  - file: a\n   id: b\n", 3, 4, "line up" },
		{ "title: x\n---\ntitle: y\n", 2, 1, "second document" },
		{ "title: x\n...\nname: y\n", 3, 1, "one document" },
		{ "title: &a x\nname: *a\n", 1, 8, "anchors" },
		{ "title: *a\n", 1, 8, "aliases" },
		{ "title: !!str x\n", 1, 8, "tags" },
		{ "title: \xC3\xA9\xFF\n", 1, 9, "not UTF-8" },
		{ "\r\n\rtitle: \x01\n", 3, 8, "control character" },
		{ "title: \xC2\x9B\n", 1, 8, "control character" },
		{ "title: \xEF\xBF\xBE\n", 1, 8, "control character" },
		{ "title: \"a\\0b\"\n", 1, 8, "escaped control" },
		{ "title: \"\\e[2J\"\n", 1, 8, "escaped control" },
		{ "title: \"\\uFEFF\"\n", 1, 8, "byte order mark" },
		{ "title: a\xEF\xBB\xBF\n", 1, 8, "byte order mark" },
		{ "\xFF\xFEt", 1, 1, "save the file as UTF-8" },
	};

	(void)state;
	check_slips(slips, ROWS(slips));
}

/* ---- limits ---- */

static char *
repeat(const char *head, const char *unit, size_t n, const char *foot)
{
	size_t step = strlen(unit), at = strlen(head), i;
	char *text = malloc(at + n * step + strlen(foot) + 1);

	assert_non_null(text);
	memcpy(text, head, at);
	for (i = 0; i < n; i++, at += step)
		memcpy(text + at, unit, step);
	memcpy(text + at, foot, strlen(foot) + 1);
	return text;
}

static void
check_limit(char *text, enum gp_code code, const char *says)
{
	struct gp_err e;

	if (parse(gp_str(text), &e))
		fail_msg("taken: %.40s", text);
	if (e.code != code || !strstr(e.msg, says))
		fail_msg("%s (for: %.40s)", e.msg, text);
	free(text);
}

static void
limits(void **state)
{
	(void)state;
	check_limit(repeat("title: ", "[", 17, "\n"), GP_LIMIT,
	            "more than 16 levels");
	check_limit(repeat("", "[", 3000000, ""), GP_LIMIT, "levels");
	check_limit(repeat("", "{a: ", 100000, ""), GP_LIMIT, "levels");
	check_limit(repeat("# ", "x", GP_MAX_PACKFILE_BYTES, "\n"), GP_LIMIT,
	            "larger than 4 MiB");
	check_limit(repeat("sections:\n", "- a\n", GP_MAX_SECTIONS + 1, ""),
	            GP_LIMIT, "more than 1000 entries");
	check_limit(repeat("rules:\n", "- pattern: a\n", GP_MAX_RULES + 1, ""),
	            GP_LIMIT, "more than 2000 entries");
	check_limit(
		repeat("articles:\n", "- file: a\n", GP_MAX_ARTICLES + 1, ""),
		GP_LIMIT, "more than 50000 entries");
	check_limit(repeat("title: ", "x", GP_MAX_PACK_TEXT + 1, "\n"),
	            GP_SYNTAX, "longer than 64 KiB");
	check_limit(repeat("x: [", "a,", 2000000, "]\n"), GP_LIMIT,
	            "more than 2000000 values");
}

/* Every start of a good file and every file with one byte changed is taken
   or refused, and never worse. */
static void
damaged(void **state)
{
	static const char bytes[] = "\t\n:-[{\"'&*!|>%@`#\xFF\x01";
	char text[sizeof every_key];
	size_t i, k, taken = 0, refused = 0;

	(void)state;
	for (i = 0; i < sizeof every_key; i++)
		for (k = 0; k < sizeof bytes; k++) {
			struct gp_packfile *p;
			struct gp_err e;

			memcpy(text, every_key, sizeof text);
			text[i] = bytes[k];
			p = parse((struct gp_str){ text,
			                           k ? sizeof text - 1 : i },
			          &e);
			taken += p != NULL;
			refused += p == NULL;
			gp_packfile_free(p);
		}
	assert_true(taken > 100 && refused > 100);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_given),
		cmocka_unit_test(all_keys),
		cmocka_unit_test(none_of_it),
		cmocka_unit_test(slips_in_keys),
		cmocka_unit_test(slips_in_values),
		cmocka_unit_test(slips_in_articles),
		cmocka_unit_test(slips_in_yaml),
		cmocka_unit_test(limits),
		cmocka_unit_test(damaged),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
