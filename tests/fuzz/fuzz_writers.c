/*
 * Any bytes as an article of a pack, through every writer: the EPUB, the PDF,
 * the feed.  Slow beside fuzz_text, because fonts are read each time.  A fault
 * is a crash, any error but a named limit, or a feed that is not well-formed.
 */
#include "fixture.h"
#include "base/limits.h"
#include "import/import.h"
#include "normalise/normalise.h"
#include "normalise/rules/rules.h"
#include "write/write.h"

#include <libxml/parser.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
fault(const char *what, const char *more)
{
	fprintf(stderr, "fuzz_writers: %s: %s\n", what, more);
	abort();
}

/* Compiled once; the leak checker knows it as still in use. */
static const struct gp_rules *
rules(void)
{
	static struct gp_rules *compiled;
	struct gp_err e = { 0 };

	if (!compiled)
		compiled = gp_rules_new("none", GP_STR(""), NULL, &e);
	if (!compiled)
		fault("no rules", e.msg);
	return compiled;
}

static const struct gp_doc *
read_doc(struct gp_str bytes)
{
	struct gp_source_bytes source = { .name = "fuzz.txt", .data = bytes };
	struct gp_normaliser how = {
		.rules = rules(),
		.lang = GP_STR("en-GB"),
	};
	struct gp_err e = { 0 };
	struct gp_draft *draft = gp_import(&source, NULL, &e);
	const struct gp_doc *doc = draft ? gp_normalise(draft, &how, &e) : NULL;

	gp_draft_free(draft);
	return doc;
}

static void
check_xml(struct gp_str s)
{
	xmlDocPtr doc = xmlReadMemory(s.p, (int)s.n, "feed.xml", NULL,
	                              XML_PARSE_NONET | XML_PARSE_NOERROR |
	                                      XML_PARSE_NOWARNING);

	if (!doc)
		fault("atom", "not well-formed");
	xmlFreeDoc(doc);
}

static bool
drop(void *user, struct gp_str name, const char *type, struct gp_buf *bytes,
     struct gp_err *e)
{
	(void)user;
	(void)name;
	(void)type;
	return gp_buf_ok(bytes, e);
}

static bool
write_one(const struct gp_writer *w, const struct gp_write_job *job,
          struct gp_buf *out, struct gp_err *e)
{
	const struct gp_file_sink nowhere = { drop, NULL };

	return w->write ? w->write(job, out, e)
	                : w->write_files(job, &nowhere, e);
}

static void
write_all(const struct gp_pack *pack)
{
	struct gp_write_job job = fixture_job(pack);
	const struct gp_writer *const *w;

	for (w = gp_writers; *w; w++) {
		struct gp_buf out = { .max = 0 };
		struct gp_err e = { 0 };

		if (!write_one(*w, &job, &out, &e) && e.code != GP_LIMIT)
			fault((*w)->format.name, e.msg);
		if (e.code == GP_OK && strcmp((*w)->format.name, "atom") == 0)
			check_xml(gp_buf_view(&out));
		gp_buf_free(&out);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct gp_str bytes = { (const char *)data, size };
	const struct gp_doc *doc = read_doc(bytes);
	struct gp_entry entry = {
		.id = GP_STR("fuzz"),
		.uri = GP_STR("tag:example.org,2020:fuzz"),
		.section = GP_NO_SECTION,
		.doc = doc,
	};
	struct gp_pack pack = {
		.arena = gp_arena_new(GP_MAX_PACK_ARENA),
		.info = {
			.title = GP_STR("Fuzz"),
			.name = GP_STR("fuzz"),
			.lang = GP_STR("en-GB"),
			.design = GP_STR("reading"),
			.identifier = GP_STR("tag:example.org,2020:pack"),
			.series_id = GP_STR("tag:example.org,2020:pack"),
			.date = { .precision = GP_DAY, .year = 2020,
			          .month = 1, .day = 2 },
		},
		.entries = &entry,
		.n_entries = 1,
	};

	if (doc && pack.arena)
		write_all(&pack);
	gp_arena_free(pack.arena);
	gp_doc_free(doc);
	return 0;
}
