/* The web edition: which files there are, that no page can load or run
   anything, that every link leads to a file and a place in it, that addresses
   stay, and what is said of the other outputs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <string.h>

#include "base/limits.h"
#include "base/map.h"
#include "fixture.h"
#include "write/write.h"

enum { MOST = 16 };

struct site {
	struct gp_arena *arena;
	struct gp_str names[MOST], bytes[MOST];
	const char *types[MOST];
	size_t n;
	struct gp_map by_name;
};

static bool
take(void *user, struct gp_str name, const char *type, struct gp_buf *bytes,
     struct gp_err *e)
{
	struct site *s = user;
	struct gp_bytes all = gp_buf_take(bytes);

	(void)e;
	assert_in_range(s->n, 0, MOST - 1);
	s->names[s->n] = gp_arena_str(s->arena, name);
	s->types[s->n] = type;
	s->bytes[s->n] = gp_arena_str(
		s->arena, (struct gp_str){ (char *)all.data, all.size });
	assert_null(gp_map_find(&s->by_name, name));
	gp_map_put(&s->by_name, s->names[s->n], &s->bytes[s->n]);
	gp_bytes_free(&all);
	s->n++;
	return true;
}

static const struct gp_made outputs[] = {
	{ .path = { "x.epub", 6 },
	  .type = "application/epub+zip",
	  .bytes = 65001 },
	{ .path = { "x.pdf", 5 },
	  .type = "application/pdf",
	  .bytes = 1249999,
	  .pages = 15 },
	{ .path = { "feed.xml", 8 }, .type = "application/atom+xml" },
};

static struct gp_err
make(const struct gp_pack *pack, struct site *s)
{
	const struct gp_file_sink sink = { take, s };
	struct gp_write_job job = fixture_job(pack);
	struct gp_err e = { 0 };

	*s = (struct site){ .arena = gp_arena_new(GP_MAX_PACK_ARENA) };
	s->by_name.arena = s->arena;
	job.made = outputs;
	job.n_made = sizeof outputs / sizeof *outputs;
	job.way_out = "../";
	assert_int_equal(gp_write_web.write_files(&job, &sink, &e),
	                 e.code == GP_OK);
	return e;
}

static bool
has(struct gp_str text, const char *words)
{
	return gp_str_find(text, gp_str(words), 0) < text.n;
}

static bool
is_page(struct gp_str name)
{
	return gp_str_ends(name, GP_STR(".html"));
}

static struct gp_str
index_of(const struct site *s)
{
	const struct gp_str *page =
		gp_map_find(&s->by_name, GP_STR("index.html"));

	assert_non_null(page);
	return *page;
}

/* ---- what every page is ---- */

static void
one_folder_holds_all(void **state)
{
	struct gp_pack *pack = fixture_pack();
	struct site s;
	size_t i;

	(void)state;
	assert_int_equal(make(pack, &s).code, GP_OK);
	assert_int_equal(s.n, pack->n_entries + 4);
	assert_string_equal(s.names[0].p, "index.html");
	assert_string_equal(s.names[s.n - 2].p, "accessibility.html");
	assert_string_equal(s.names[s.n - 1].p, "style.css");
	assert_string_equal(s.types[s.n - 1], "text/css");
	for (i = 0; i < s.n; i++)
		assert_false(has(s.names[i], "/"));
	for (i = 1; i <= pack->n_entries; i++) {
		assert_true(gp_str_starts(s.names[i], GP_STR("a-")));
		assert_string_equal(s.types[i], "text/html");
	}
	gp_arena_free(s.arena);
	gp_pack_free(pack);
}

static void
check_policy(struct gp_str page)
{
	static const char *const never[] = {
		"<script",  " style=", " onclick",   "epub:",
		"xml:lang", "<iframe", "javascript:"
	};
	size_t i;

	assert_true(has(page, "default-src 'none'; style-src 'self'"));
	assert_false(has(page, "frame-ancestors"));
	assert_true(has(page, "name=\"referrer\" content=\"no-referrer\""));
	assert_true(has(page, "<link rel=\"alternate\" "
	                      "type=\"application/atom+xml\""));
	for (i = 0; i < sizeof never / sizeof *never; i++)
		assert_false(has(page, never[i]));
}

static void
no_page_can_load_or_run_anything(void **state)
{
	struct gp_pack *pack = fixture_pack();
	struct site s;
	size_t i;

	(void)state;
	assert_int_equal(make(pack, &s).code, GP_OK);
	for (i = 0; i < s.n; i++)
		if (is_page(s.names[i]))
			check_policy(s.bytes[i]);
	assert_false(has(s.bytes[s.n - 1], "url("));
	assert_false(has(s.bytes[s.n - 1], "@import"));
	gp_arena_free(s.arena);
	gp_pack_free(pack);
}

static void
only_the_public_is_searched(void **state)
{
	struct gp_pack *pack = fixture_pack();
	struct site s;

	(void)state;
	assert_int_equal(make(pack, &s).code, GP_OK);
	assert_true(has(index_of(&s), "noindex"));
	gp_arena_free(s.arena);
	pack->info.issue.for_public = true;
	assert_int_equal(make(pack, &s).code, GP_OK);
	assert_false(has(index_of(&s), "noindex"));
	gp_arena_free(s.arena);
	gp_pack_free(pack);
}

/* ---- links ---- */

static bool
is_output(struct gp_str href)
{
	size_t i;

	for (i = 0; i < sizeof outputs / sizeof *outputs; i++)
		if (gp_str_starts(href, GP_STR("../")) &&
		    gp_str_eq(gp_str_sub(href, 3, href.n), outputs[i].path))
			return true;
	return false;
}

static bool
has_place(xmlXPathContextPtr of, struct gp_str id)
{
	char path[128];
	xmlXPathObjectPtr found;
	bool ok;

	(void)snprintf(path, sizeof path, "//*[@id='%.*s']", GP_ARG(id));
	found = xmlXPathEval((const xmlChar *)path, of);
	ok = found && found->nodesetval && found->nodesetval->nodeNr == 1;
	xmlXPathFreeObject(found);
	return ok;
}

static void
check_link(const struct site *s, xmlXPathContextPtr page, struct gp_str href)
{
	if (gp_str_starts(href, GP_STR("http")) ||
	    gp_str_starts(href, GP_STR("mailto:")) || is_output(href))
		return;
	if (href.n && href.p[0] == '#')
		assert_true(has_place(page, gp_str_sub(href, 1, href.n)));
	else
		assert_non_null(gp_map_find(&s->by_name, href));
}

/* Pages are XML too, which makes them easy to look into. */
static void
check_links(const struct site *s, struct gp_str page)
{
	xmlDocPtr doc = xmlReadMemory(page.p, (int)page.n, "page", NULL,
	                              XML_PARSE_NONET);
	xmlXPathContextPtr context = xmlXPathNewContext(doc);
	xmlXPathObjectPtr found;
	int i;

	assert_non_null(doc);
	found = xmlXPathEval((const xmlChar *)"//@href | //@src", context);
	assert_in_range(found->nodesetval->nodeNr, 3, 10000);
	for (i = 0; i < found->nodesetval->nodeNr; i++) {
		xmlChar *href =
			xmlNodeGetContent(found->nodesetval->nodeTab[i]);

		check_link(s, context, gp_str((const char *)href));
		xmlFree(href);
	}
	xmlXPathFreeObject(found);
	xmlXPathFreeContext(context);
	xmlFreeDoc(doc);
}

static void
every_link_leads_somewhere(void **state)
{
	struct gp_pack *pack = fixture_pack();
	struct site s;
	size_t i;

	(void)state;
	assert_int_equal(make(pack, &s).code, GP_OK);
	for (i = 0; i < s.n; i++)
		if (is_page(s.names[i]))
			check_links(&s, s.bytes[i]);
	gp_arena_free(s.arena);
	gp_pack_free(pack);
}

static void
addresses_stay(void **state)
{
	struct gp_pack *pack = fixture_pack();
	struct gp_entry first = pack->entries[0];
	struct site s, other;

	(void)state;
	assert_int_equal(make(pack, &s).code, GP_OK);
	pack->entries[0] = pack->entries[1];
	pack->entries[1] = first;
	pack->info.title = GP_STR("Another title");
	assert_int_equal(make(pack, &other).code, GP_OK);
	assert_string_equal(s.names[1].p, other.names[2].p);
	assert_string_equal(s.names[2].p, other.names[1].p);
	gp_arena_free(s.arena);
	gp_arena_free(other.arena);
	pack->entries[0].uri =
		GP_STR("urn:uuid:0123abcd-4567-5000-8000-000000000000");
	assert_int_equal(make(pack, &s).code, GP_OK);
	assert_string_equal(s.names[1].p, "a-0123abcd-4567.html");
	gp_arena_free(s.arena);
	gp_pack_free(pack);
}

/* ---- what it says ---- */

static void
the_other_forms_have_type_size_and_pages(void **state)
{
	struct gp_pack *pack = fixture_pack();
	struct gp_str page;
	struct site s;

	(void)state;
	assert_int_equal(make(pack, &s).code, GP_OK);
	page = index_of(&s);
	assert_true(has(page, "<a href=\"../x.epub\" "
	                      "type=\"application/epub+zip\">EPUB</a> for "
	                      "reading apps and e-readers, 66\xc2\xa0KB<"));
	assert_true(
		has(page, "PDF</a> for printing, 15 pages, 1.2\xc2\xa0MB<"));
	assert_true(has(page, "<a href=\"../feed.xml\" "));
	assert_true(gp_str_find(page, GP_STR("x.epub"), 0) >
	            gp_str_find(page, s.names[pack->n_entries], 0));
	gp_arena_free(s.arena);
	gp_pack_free(pack);
}

static void
the_marking_is_first_and_last(void **state)
{
	struct gp_pack *pack = fixture_pack();
	struct gp_str page, head, foot;
	struct site s;
	size_t i;

	(void)state;
	pack->info.marking = GP_STR("OFFICIAL & SO ON");
	assert_int_equal(make(pack, &s).code, GP_OK);
	for (i = 0; i < s.n; i++) {
		if (!is_page(s.names[i]))
			continue;
		page = s.bytes[i];
		head = gp_str_sub(page, 0,
		                  gp_str_find(page, GP_STR("<main"), 0));
		foot = gp_str_sub(page, gp_str_find(page, GP_STR("</main>"), 0),
		                  page.n);
		assert_true(has(head, ">OFFICIAL &amp; SO ON</p>"));
		assert_true(has(foot, ">OFFICIAL &amp; SO ON</p>\n</footer>"));
	}
	gp_arena_free(s.arena);
	gp_pack_free(pack);
}

static void
own_words_among_others_are_marked(void **state)
{
	struct gp_pack *pack = fixture_pack();
	const struct gp_doc *own = pack->entries[0].doc;
	struct gp_doc doc = *own;
	struct site s;

	(void)state;
	doc.lang = GP_STR("ar");
	pack->entries[0].doc = &doc;
	assert_int_equal(make(pack, &s).code, GP_OK);
	assert_true(has(s.bytes[1], "<html lang=\"ar\" dir=\"rtl\">"));
	assert_true(has(s.bytes[1], "href=\"#main\" lang=\"en\" "
	                            "dir=\"ltr\">Skip"));
	assert_true(has(s.bytes[1], "class=\"label\" lang=\"en\" "
	                            "dir=\"ltr\">Next<"));
	gp_arena_free(s.arena);
	pack->entries[0].doc = own;
	gp_pack_free(pack);
}

static bool
at_once(void *user)
{
	(void)user;
	return true;
}

static bool
refuse(void *user, struct gp_str name, const char *type, struct gp_buf *bytes,
       struct gp_err *e)
{
	(void)user;
	(void)type;
	(void)bytes;
	return gp_fail(e, GP_OUTPUT, "%.*s", GP_ARG(name));
}

static void
it_stops_when_it_is_told(void **state)
{
	const struct gp_file_sink full = { refuse, NULL };
	const struct gp_host host = { .data = ".", .cancelled = at_once };
	struct gp_pack *pack = fixture_pack();
	struct gp_write_job job = fixture_job(pack);
	struct site s = { .arena = gp_arena_new(GP_MAX_PACK_ARENA) };
	const struct gp_file_sink sink = { take, &s };
	struct gp_err e = { 0 };

	(void)state;
	assert_false(gp_write_web.write_files(&job, &full, &e));
	assert_int_equal(e.code, GP_OUTPUT);
	assert_string_equal(e.msg, "index.html");
	e = (struct gp_err){ 0 };
	job.host = &host;
	s.by_name.arena = s.arena;
	assert_false(gp_write_web.write_files(&job, &sink, &e));
	assert_int_equal(e.code, GP_CANCELLED);
	gp_arena_free(s.arena);
	gp_pack_free(pack);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_folder_holds_all),
		cmocka_unit_test(no_page_can_load_or_run_anything),
		cmocka_unit_test(only_the_public_is_searched),
		cmocka_unit_test(every_link_leads_somewhere),
		cmocka_unit_test(addresses_stay),
		cmocka_unit_test(the_other_forms_have_type_size_and_pages),
		cmocka_unit_test(the_marking_is_first_and_last),
		cmocka_unit_test(own_words_among_others_are_marked),
		cmocka_unit_test(it_stops_when_it_is_told),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
