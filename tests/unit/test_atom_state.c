/* The feed from run to run: when an `updated` moves and when not, and what is
   made of a last feed that is none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/limits.h"
#include "feed.h"

#define ROWS(table) (sizeof(table) / sizeof *(table))

/* ---- dates ---- */

static void
same_again(void **state)
{
	struct feed_run r = feed_begin(fixture_pack());
	struct gp_bytes first;

	(void)state;
	feed_write(&r, NULL, "2015-11-09");
	first = feed_take(&r);
	feed_updated_is(&(struct feed_run){ .feed = first },
	                "2015-11-09T00:00:00Z");
	feed_write(&r, &first, "2015-11-09");
	feed_must_equal(&r.feed, &first);
	/* Another day alone changes nothing, not even for undated articles. */
	feed_write(&r, &first, "2016-02-29");
	feed_must_equal(&r.feed, &first);
	feed_write(&r, &first, "2014-01-01");
	feed_must_equal(&r.feed, &first);
	assert_int_equal(feed_findings(&r, "feed-previous"), 0);
	gp_bytes_free(&first);
	feed_end(&r);
}

static void
one_changed(void **state)
{
	struct feed_run r = feed_begin(fixture_pack());
	struct gp_doc *doc = fixture_lessons();
	struct gp_bytes first, second;

	(void)state;
	feed_write(&r, NULL, "2015-11-09");
	first = feed_take(&r);
	doc->title.text = GP_STR("Four lessons");
	feed_replace(&r, 1, doc);
	feed_write(&r, &first, "2015-12-01");
	feed_entry_updated_is(&r, "lessons", "2015-12-01T00:00:00Z");
	feed_entry_updated_is(&r, "every-kind", "2015-09-23T00:00:00Z");
	feed_entry_updated_is(&r, "bare", "2015-11-09T00:00:00Z");
	feed_updated_is(&r, "2015-12-01T00:00:00Z");
	second = feed_take(&r);

	/* Changed again on the same day, and on an earlier one. */
	doc->title.text = GP_STR("Five lessons");
	feed_write(&r, &second, "2015-12-01");
	feed_entry_updated_is(&r, "lessons", "2015-12-01T00:00:01Z");
	feed_write(&r, &second, "2015-01-01");
	feed_entry_updated_is(&r, "lessons", "2015-12-01T00:00:01Z");
	feed_updated_is(&r, "2015-12-01T00:00:01Z");
	gp_bytes_free(&first);
	gp_bytes_free(&second);
	feed_end(&r);
}

/* Each part of an entry counts, and only that entry. */
static void
each_part_counts(void **state)
{
	struct feed_run r = feed_begin(fixture_pack());
	struct gp_doc *doc = fixture_bare();
	struct gp_bytes first;
	size_t i;

	(void)state;
	feed_write(&r, NULL, "2015-11-09");
	first = feed_take(&r);
	for (i = 0; i < 6; i++) {
		feed_replace(&r, 3, doc);
		if (i == 0)
			doc->standfirst.text = GP_STR("new");
		if (i == 1)
			doc->source.name = GP_STR("new");
		if (i == 2)
			doc->url.text = GP_STR("https://example.org/new");
		if (i == 3)
			doc->lang = GP_STR("cy");
		if (i == 4)
			fixture_block(doc, doc->body, GP_PARAGRAPH, "new");
		if (i == 5)
			doc->byline.text = GP_STR("By somebody new");
		feed_write(&r, &first, "2015-12-01");
		feed_entry_updated_is(&r, "bare", "2015-12-01T00:00:00Z");
		feed_entry_updated_is(&r, "lessons", "2015-09-25T14:57:00Z");
		doc = fixture_bare();
	}
	gp_doc_free(doc);
	gp_bytes_free(&first);
	feed_end(&r);
}

static void
one_more_one_less(void **state)
{
	struct feed_run r = feed_begin(fixture_pack());
	struct gp_bytes first;

	(void)state;
	r.pack->n_entries = 3;
	feed_write(&r, NULL, "2015-11-09");
	first = feed_take(&r);
	feed_updated_is(&(struct feed_run){ .feed = first },
	                "2015-09-25T14:57:00Z");
	r.pack->n_entries = 4;
	feed_write(&r, &first, "2015-12-24");
	feed_entry_updated_is(&r, "bare", "2015-12-24T00:00:00Z");
	feed_entry_updated_is(&r, "lessons", "2015-09-25T14:57:00Z");
	gp_bytes_free(&first);
	first = feed_take(&r);
	/* An entry less does not take the feed back in time. */
	r.pack->n_entries = 3;
	feed_write(&r, &first, "2015-12-24");
	feed_updated_is(&r, "2015-12-24T00:00:00Z");
	r.pack->n_entries = 4;
	gp_bytes_free(&first);
	feed_end(&r);
}

/* A feed that was laid out anew by another program says the same. */
static void
other_layout(void **state)
{
	struct feed_run r = feed_begin(fixture_pack());
	struct gp_bytes first, second;
	struct gp_buf flat = { .max = 0 };
	struct gp_str s;
	size_t i;

	(void)state;
	feed_write(&r, NULL, "2015-11-09");
	first = feed_take(&r);
	s = feed_view(&first);
	for (i = 0; i < s.n; i++)
		if (s.p[i] != '\t' &&
		    !(s.p[i] == '\n' && i + 1 < s.n && s.p[i + 1] == '\t'))
			gp_buf_putc(&flat, s.p[i]);
	assert_true(flat.len < s.n);
	second = gp_buf_take(&flat);
	feed_write(&r, &second, "2015-12-01");
	feed_must_equal(&r.feed, &first);
	gp_bytes_free(&first);
	gp_bytes_free(&second);
	feed_end(&r);
}

/* ---- a last feed that is none ---- */

#define ATOM "<feed xmlns='http://www.w3.org/2005/Atom'>"
#define FEED_ID "<id>urn:uuid:12345678-90ab-8def-8234-567890abcdef</id>"

static void
bad_previous(void **state)
{
	static const char *const texts[] = {
		"x",
		"<feed/>",
		"<html xmlns='http://www.w3.org/1999/xhtml'/>",
		ATOM "</feed>",
		ATOM FEED_ID,
		ATOM "<id>urn:x:another</id></feed>",
		"<!DOCTYPE feed [<!ENTITY a 'x'>]>" ATOM FEED_ID "</feed>",
		"<!DOCTYPE feed SYSTEM 'file:///etc/passwd'>" ATOM FEED_ID
		"</feed>",
		"<!DOCTYPE l [<!ENTITY a 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'>"
		"<!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
		"<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>"
		"<!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>"
		"<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'>"
		"<!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;'>]>"
		"<feed xmlns='http://www.w3.org/2005/Atom'><id>&f;</id></feed>",
		ATOM "<id>&#0;</id></feed>",
		"<?xml version='1.0' encoding='no-such-thing'?>" ATOM FEED_ID
		"</feed>",
		"\xFF\xFE<",
	};
	struct feed_run r = feed_begin(fixture_pack());
	struct gp_bytes fresh;
	size_t i;

	(void)state;
	feed_write(&r, NULL, "2015-11-09");
	fresh = feed_take(&r);
	for (i = 0; i < ROWS(texts); i++) {
		struct gp_bytes b = { (unsigned char *)strdup(texts[i]),
			              strlen(texts[i]) };

		feed_write(&r, &b, "2015-11-09");
		feed_must_equal(&r.feed, &fresh);
		if (feed_findings(&r, "feed-previous") != i + 1)
			fail_msg("no warning for %s", texts[i]);
		gp_bytes_free(&b);
	}
	gp_bytes_free(&fresh);
	feed_end(&r);
}

/* Writes behind a feed of which one tag has so many attributes. */
static void
write_behind(struct feed_run *r, size_t attributes)
{
	struct gp_buf text = { .max = 0 };
	struct gp_bytes last;
	size_t i;

	gp_buf_puts(&text, "<feed xmlns='http://www.w3.org/2005/Atom'");
	for (i = 1; i < attributes; i++)
		gp_buf_printf(&text, " a%zu='b'", i);
	gp_buf_puts(&text, ">" FEED_ID "</feed>");
	last = (struct gp_bytes){ (unsigned char *)text.data, text.len };
	feed_write(r, &last, "2015-11-09");
	gp_buf_free(&text);
}

/* libxml2 compares each attribute of a tag with all others of it. */
static void
too_many_attributes(void **state)
{
	struct feed_run r = feed_begin(fixture_pack());

	(void)state;
	write_behind(&r, GP_MAX_XML_ATTRIBUTES);
	assert_int_equal(feed_findings(&r, "feed-previous"), 0);
	write_behind(&r, GP_MAX_XML_ATTRIBUTES + 1);
	assert_int_equal(feed_findings(&r, "feed-previous"), 1);
	feed_end(&r);
}

/* Our own feed, cut or with a byte changed, at every seventh place: taken or
   not, the new feed is whole. */
static void
damaged_previous(void **state)
{
	struct feed_run r = feed_begin(fixture_pack());
	struct gp_bytes first, bad;
	size_t i;

	(void)state;
	feed_write(&r, NULL, "2015-11-09");
	first = feed_take(&r);
	bad.data = malloc(first.size);
	assert_non_null(bad.data);
	for (i = 1; i < first.size; i += 7) {
		memcpy(bad.data, first.data, first.size);
		bad.size = i % 2 ? first.size : i;
		bad.data[i - 1] = (unsigned char)"<>&\"\xFF\0x"[i % 7];
		feed_write(&r, &bad, "2015-11-10");
		assert_int_equal(feed_count(feed_view(&r.feed), "<entry>"), 4);
		assert_true(
			gp_str_ends(feed_view(&r.feed), GP_STR("</feed>\n")));
	}
	gp_bytes_free(&bad);
	gp_bytes_free(&first);
	feed_end(&r);
}

static void
odd_dates(void **state)
{
	static const char text[] =
		ATOM FEED_ID "<updated>2016-05-01T00:00:00+01:00</updated>"
			     "<entry><id>tag:example.org,2015:bare</id>"
			     "<updated>9999-12-31T23:59:59Z</updated></entry>"
			     "<entry><id>tag:example.org,2015:lessons</id>"
			     "<updated>yesterday</updated></entry>"
			     "<entry><id/></entry><entry/></feed>";
	struct gp_bytes b = { (unsigned char *)strdup(text), sizeof text - 1 };
	struct feed_run r = feed_begin(fixture_pack());

	(void)state;
	feed_write(&r, &b, "2015-11-09");
	feed_entry_updated_is(&r, "bare", "9999-12-31T23:59:59Z");
	feed_entry_updated_is(&r, "lessons", "2015-09-25T14:57:00Z");
	assert_int_equal(feed_findings(&r, "feed-previous"), 0);
	r.pack->n_entries = 3;
	feed_write(&r, &b, "2015-11-09");
	feed_updated_is(&r, "2016-04-30T23:00:00Z");
	r.pack->n_entries = 4;
	gp_bytes_free(&b);
	feed_end(&r);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(same_again),
		cmocka_unit_test(one_changed),
		cmocka_unit_test(each_part_counts),
		cmocka_unit_test(one_more_one_less),
		cmocka_unit_test(other_layout),
		cmocka_unit_test(bad_previous),
		cmocka_unit_test(too_many_attributes),
		cmocka_unit_test(damaged_previous),
		cmocka_unit_test(odd_dates),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
