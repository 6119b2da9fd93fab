/* The feed: what it and its entries carry, and how much of it there may be. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/limits.h"
#include "feed.h"

#define ROWS(table) (sizeof(table) / sizeof *(table))

static bool
holds(struct gp_str s, const char *part)
{
	return feed_count(s, part) > 0;
}

/* ---- what it carries ---- */

static void
head(void **state)
{
	struct feed_run r = feed_begin(fixture_pack());

	(void)state;
	feed_write(&r, NULL, "2015-11-09");
	feed_must_hold(feed_view(&r.feed),
	               "<feed xmlns=\"http://www.w3.org/2005/Atom\" "
	               "xml:lang=\"en-GB\">");
	feed_must_hold(feed_view(&r.feed),
	               "<link rel=\"self\" type=\"application/atom+xml\" "
	               "href=\"https://press.example.org/packs/feed.xml\"/>");
	feed_must_hold(feed_view(&r.feed), "<category term=\"OFFICIAL\"");
	feed_must_hold(feed_view(&r.feed), "<generator version=\"");
	assert_int_equal(feed_count(feed_view(&r.feed), "<entry>"), 4);
	/* One in the head, at least one in each entry. */
	assert_int_equal(feed_count(feed_view(&r.feed), "<author>"), 5);
	assert_false(holds(feed_view(&r.feed), "<?xml-stylesheet"));
	assert_int_equal(feed_findings(&r, "feed-no-base-url"), 0);
	feed_end(&r);
}

/* The section first, and what says the same only once. */
static void
tags_are_categories(void **state)
{
	struct gp_str tags[] = { GP_STR("boats & tides"), GP_STR("At home") };
	struct gp_pack *pack = fixture_pack();
	const struct gp_doc *doc = pack->entries[0].doc;
	struct gp_doc tagged = *doc;
	struct feed_run r;

	(void)state;
	tagged.tags = tags;
	tagged.n_tags = 2;
	pack->entries[0].doc = &tagged;
	r = feed_begin(pack);
	feed_write(&r, NULL, "2015-11-09");
	feed_must_hold(feed_entry(&r, "every-kind"),
	               "<category term=\"At home\"/>\n");
	feed_must_hold(feed_entry(&r, "every-kind"),
	               "<category term=\"boats &amp; tides\"/>");
	assert_int_equal(feed_count(feed_entry(&r, "every-kind"), "<category"),
	                 2);
	pack->entries[0].doc = doc;
	feed_end(&r);
}

static void
entries(void **state)
{
	struct feed_run r = feed_begin(fixture_pack());
	struct gp_str e;

	(void)state;
	feed_write(&r, NULL, "2015-11-09");
	e = feed_entry(&r, "every-kind");
	assert_int_equal(feed_count(e, "<link "), 1);
	feed_must_hold(e, "rel=\"alternate\" "
	                  "href=\"https://www.example.org/articles/costs\"");
	feed_must_hold(e, "<published>2015-09-23T00:00:00Z</published>");
	feed_must_hold(e, "<name>Civil Service World</name>");
	feed_must_hold(e, "<category term=\"At home\"/>");
	feed_must_hold(e, "<summary>A register of 800");
	feed_must_hold(e, "<content type=\"html\">&lt;p&gt;Text with");
	feed_must_hold(e, "<source>");
	e = feed_entry(&r, "lessons");
	feed_must_hold(e, "<name>Jane Doe MP</name>");
	feed_must_hold(e, "<published>2015-09-25T14:57:00Z</published>");
	assert_false(holds(e, "<source>"));
	e = feed_entry(&r, "hostile");
	feed_must_hold(e, "R&amp;D &lt;desk&gt;</name>");
	/* Its own address would run a script. */
	assert_int_equal(feed_count(e, "<link "), 0);
	e = feed_entry(&r, "bare");
	feed_must_hold(e, "<name>Department of Examples</name>");
	assert_int_equal(feed_count(e, "<link "), 0);
	assert_false(holds(e, "<published>"));
	feed_entry_updated_is(&r, "bare", "2015-11-09T00:00:00Z");
	feed_end(&r);
}

/* Newest first, those without a date last. */
static void
order(void **state)
{
	static const char *const ids[] = { "lessons", "every-kind", "hostile",
		                           "bare" };
	struct feed_run r = feed_begin(fixture_pack());
	size_t i, at = 0;

	(void)state;
	feed_write(&r, NULL, "2015-11-09");
	for (i = 0; i < ROWS(ids); i++) {
		size_t now = (size_t)(feed_entry(&r, ids[i]).p -
		                      (const char *)r.feed.data);

		assert_true(now > at);
		at = now;
	}
	feed_end(&r);
}

/* Nothing in any content is relative, nothing of it runs. */
static void
addresses(void **state)
{
	struct feed_run r = feed_begin(fixture_pack());
	struct gp_str rest;
	size_t i, links = 0;

	(void)state;
	feed_write(&r, NULL, "2015-11-09");
	rest = feed_view(&r.feed);
	while ((i = gp_str_find(rest, GP_STR("&lt;a href=\""), 0)) < rest.n) {
		rest = gp_str_sub(rest, i + 12, rest.n);
		assert_true(gp_str_starts(rest, GP_STR("http://")) ||
		            gp_str_starts(rest, GP_STR("https://")) ||
		            gp_str_starts(rest, GP_STR("mailto:")));
		links++;
	}
	assert_true(links >= 3);
	assert_false(holds(feed_view(&r.feed), "&lt;script"
	                                       "&gt;alert(1)"));
	feed_end(&r);
}

static void
parts(void **state)
{
	struct feed_run r = feed_begin(fixture_pack());
	struct gp_str e;

	(void)state;
	r.pack->info.feed_rights = GP_FEED_LINKS;
	feed_write(&r, NULL, "2015-11-09");
	assert_int_equal(feed_count(feed_view(&r.feed), "<content"), 0);
	e = feed_entry(&r, "bare");
	feed_must_hold(e, "href=\"https://press.example.org/packs/#bare\"");
	feed_must_hold(feed_entry(&r, "lessons"),
	               "href=\"http://example.org/lessons\"");
	assert_int_equal(feed_findings(&r, "feed-no-address"), 0);

	r.pack->info.base_url = GP_STR("");
	feed_write(&r, NULL, "2015-11-09");
	feed_must_hold(
		feed_entry(&r, "bare"),
		"<content type=\"text\">A note without a name</content>");
	feed_must_hold(feed_entry(&r, "hostile"),
	               "<content type=\"text\">1 &lt; 2 &amp;&amp; 3");
	assert_int_equal(feed_count(feed_view(&r.feed), "<content"), 2);
	assert_int_equal(feed_findings(&r, "feed-no-address"), 2);
	assert_int_equal(feed_findings(&r, "feed-no-base-url"), 1);

	r.pack->info.feed_rights = GP_FEED_EXTRACT;
	feed_write(&r, NULL, "2015-11-09");
	e = feed_entry(&r, "every-kind");
	feed_must_hold(e, "&lt;p&gt;Text with");
	assert_false(holds(e, "The last paragraph."));
	assert_false(holds(e, "&lt;h2"));
	assert_false(holds(e, "xml:lang"));
	feed_end(&r);
}

/* ---- caps ---- */

static void
too_many(void **state)
{
	struct feed_run r = feed_begin(fixture_many(60));

	(void)state;
	feed_write(&r, NULL, "2015-11-09");
	assert_int_equal(feed_count(feed_view(&r.feed), "<entry>"),
	                 GP_MAX_FEED_ENTRIES);
	assert_int_equal(feed_findings(&r, "feed-cut"), 1);
	assert_int_equal(gp_diag_count(r.diag, GP_WARNING), 0);
	feed_end(&r);
}

/* Text of `n` times 1 KiB. */
static void
add_text(struct gp_doc *doc, size_t paragraphs, size_t n)
{
	char *text = gp_arena_alloc(doc->arena, n * 1024 + 1);
	size_t i;

	assert_non_null(text);
	memset(text, 'x', n * 1024);
	for (i = 8; i < n * 1024; i += 8)
		text[i] = ' ';
	for (i = 0; i < paragraphs; i++)
		fixture_block(doc, doc->body, GP_PARAGRAPH, text);
}

static void
too_large(void **state)
{
	struct feed_run r = feed_begin(fixture_many(50));
	struct gp_doc *doc;
	size_t i;

	(void)state;
	for (i = 0; i < 50; i++) {
		doc = fixture_bare();
		add_text(doc, 1, 30);
		feed_replace(&r, i, doc);
	}
	feed_write(&r, NULL, "2015-11-09");
	assert_true(r.feed.size <= GP_MAX_FEED_BYTES);
	assert_true(feed_count(feed_view(&r.feed), "<entry>") == 16);
	assert_int_equal(feed_findings(&r, "feed-cut"), 1);
	feed_end(&r);
}

static void
one_too_large(void **state)
{
	struct feed_run r = feed_begin(fixture_pack());
	struct gp_doc *doc = fixture_bare();

	(void)state;
	add_text(doc, 300, 1);
	feed_replace(&r, 3, doc);
	feed_write(&r, NULL, "2015-11-09");
	assert_int_equal(feed_findings(&r, "feed-extract"), 1);
	assert_int_equal(feed_count(feed_view(&r.feed), "<entry>"), 4);
	assert_true(feed_entry(&r, "bare").n < 4096);

	doc = fixture_bare();
	add_text(doc, 2, 300);
	doc->body->first = doc->body->first->next;
	feed_replace(&r, 3, doc);
	feed_write(&r, NULL, "2015-11-09");
	assert_int_equal(feed_findings(&r, "feed-left-out"), 1);
	assert_int_equal(feed_count(feed_view(&r.feed), "<entry>"), 3);
	assert_int_equal(feed_findings(&r, "feed-cut"), 0);
	feed_end(&r);
}

static void
no_articles(void **state)
{
	struct feed_run r = feed_begin(fixture_many(0));

	(void)state;
	feed_write(&r, NULL, "2015-11-09");
	feed_updated_is(&r, "2015-11-09T00:00:00Z");
	assert_int_equal(feed_count(feed_view(&r.feed), "<entry>"), 0);
	feed_end(&r);
}

static bool
stop(void *user)
{
	(void)user;
	return true;
}

static void
cancelled(void **state)
{
	struct feed_run r = feed_begin(fixture_pack());

	(void)state;
	r.host.cancelled = stop;
	assert_false(feed_try_write(&r, NULL, "2015-11-09"));
	assert_int_equal(r.err.code, GP_CANCELLED);
	feed_end(&r);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(head),
		cmocka_unit_test(tags_are_categories),
		cmocka_unit_test(entries),
		cmocka_unit_test(order),
		cmocka_unit_test(addresses),
		cmocka_unit_test(parts),
		cmocka_unit_test(too_many),
		cmocka_unit_test(too_large),
		cmocka_unit_test(one_too_large),
		cmocka_unit_test(no_articles),
		cmocka_unit_test(cancelled),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
