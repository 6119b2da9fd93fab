/*
 * Any bytes to the scanners of the guard, and what they tell to the comparison:
 * as a page, as a Markdown text, as entries of a feed.  A fault is a crash, a
 * text that is not found in itself, or a loss that was planted and not told.
 */
#include "base/limits.h"
#include "base/text/word_guard.h"
#include "import/guard/html_words.h"
#include "import/guard/json_words.h"
#include "import/guard/markdown_words.h"
#include "import/guard/xml_words.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef void
scanner(struct gp_str text, struct gp_listener *l);

/* A text and its scanner, and perhaps a word that stands nowhere else. */
struct told {
	struct gp_str text;
	scanner *scan;
	const char *more;
};

static void
tell(const void *what, struct gp_listener *l)
{
	const struct told *told = what;

	told->scan(told->text, l);
	l->part(l);
	gp_tell(l, gp_str(told->more), told->text.n);
}

static size_t
lost(const struct told *source, const struct told *found)
{
	struct gp_teller from = { tell, source }, to = { tell, found };
	struct gp_loss loss;
	struct gp_err e = { 0 };

	if (!gp_word_guard(&from, &to, &loss, &e)) {
		fprintf(stderr, "fuzz_guard: %s\n", e.msg);
		abort();
	}
	return loss.words;
}

static void
check(struct gp_str text, scanner *scan)
{
	struct told plain = { text, scan, "" };
	struct told more = { text, scan, "qzxvqzxvqzxv" };

	if (lost(&plain, &plain) != 0 || lost(&plain, &more) != 0) {
		fprintf(stderr, "fuzz_guard: a text is not in itself\n");
		abort();
	}
	if (lost(&more, &plain) != 1) {
		fprintf(stderr, "fuzz_guard: a loss is not told\n");
		abort();
	}
}

static void
scan_markdown(struct gp_str text, struct gp_listener *l)
{
	struct gp_buf page = { .max = GP_MIB };

	gp_markdown_plain(text, &page);
	gp_html_words(gp_buf_view(&page), l);
	gp_buf_free(&page);
}

static void
scan_entries(struct gp_str text, struct gp_listener *l)
{
	struct gp_str entry;
	size_t at = 0;

	while (gp_xml_entry(text, &at, &entry))
		gp_xml_words(entry, l);
}

static void
scan_items(struct gp_str text, struct gp_listener *l)
{
	struct gp_str item;
	size_t at = 0;

	while (gp_json_item(text, &at, &item))
		gp_json_words(item, l);
	gp_json_words(text, l);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct gp_str text = { (const char *)data, size };

	check(text, gp_html_words);
	check(text, scan_markdown);
	check(text, scan_entries);
	check(text, scan_items);
	return 0;
}
