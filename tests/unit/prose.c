/* Prose by number: see prose.h. */
#include "prose.h"

#include "base/buf.h"
#include "base/limits.h"
#include "fixture.h"

#include <stdlib.h>

/* Five words of six are short, as in most English. */
// clang-format off
static const char *const often[] = {
	"the", "of", "a", "to", "and", "in", "is", "that", "for", "it",
	"with", "as", "was", "on", "be", "by", "data", "open", "cost", "at",
	"one", "work", "how", "people", "can", "use", "year", "their",
	"from", "we", "should", "not", "up", "are", "local", "this", "if",
	"so", "an", "which", "has", "been", "will", "more", "than", "its",
	"new", "who", "said", "they", "have", "were", "but", "had", "all",
	"would", "there", "what", "when", "make", "out", "time", "first",
	"other", "could", "our", "under", "years", "also", "made", "public",
	"minister", "digital", "policy", "council", "schools", "services",
};

static const char *const seldom[] = {
	"government", "departments", "transformation", "register",
	"responsibilities", "standards", "£4.2 million", "2015",
	"infrastructure", "well-known", "citizens", "notwithstanding",
	"because", "procurement", "internationally", "administration",
	"(GDS)", "‘platform’", "accountability", "interoperability",
	"straightforward", "characteristically", "end-to-end", "technology",
	"communications", "strengths", "24/7", "café", "counterproductive",
	"commissioning", "through", "www.gov.uk", "Parliament",
	"Northumberland", "unquestionably", "programme", "squeezed", "80%",
	"AI", "legislation", "implementation",
};
// clang-format on

uint32_t
prose_any(struct prose *p, uint32_t below)
{
	p->seed = p->seed * 1664525U + 1013904223U;
	return (p->seed >> 8) % below;
}

static void
put_word(struct prose *p, struct gp_buf *out, bool capital)
{
	const uint32_t few = sizeof seldom / sizeof *seldom;
	const uint32_t many = sizeof often / sizeof *often;
	const char *word = prose_any(p, 6) ? often[prose_any(p, many)]
	                                   : seldom[prose_any(p, few)];

	if (capital && *word >= 'a' && *word <= 'z')
		gp_buf_putc(out, (char)(*word++ - 'a' + 'A'));
	gp_buf_puts(out, word);
}

/* A sentence of at most `most` words; how many it has. */
static size_t
put_sentence(struct prose *p, struct gp_buf *out, size_t most)
{
	static const char *const between[] = { ", ", "; ", " – ", "—", ": " };
	size_t n = 3 + prose_any(p, 25), i;

	if (n > most)
		n = most;
	for (i = 0; i < n; i++) {
		put_word(p, out, i == 0);
		if (i + 1 == n)
			gp_buf_puts(out, prose_any(p, 12) ? "." : "?");
		else if (prose_any(p, 9) == 0)
			gp_buf_puts(out, between[prose_any(p, 5)]);
		else
			gp_buf_putc(out, ' ');
	}
	return n;
}

struct gp_str
prose_words(struct prose *p, struct gp_arena *a, size_t words)
{
	struct gp_buf out = { .max = 0 };
	struct gp_str s;

	while (words) {
		words -= put_sentence(p, &out, words);
		if (words)
			gp_buf_putc(&out, ' ');
	}
	s = gp_arena_str(a, gp_buf_view(&out));
	gp_buf_free(&out);
	return s;
}

/* ---- articles ---- */

struct making {
	struct prose prose;
	struct gp_doc *doc;
};

static struct gp_node *
block(struct making *m, struct gp_node *parent, enum gp_kind kind, size_t words)
{
	struct gp_str s = prose_words(&m->prose, m->doc->arena, words);

	return fixture_block(m->doc, parent, kind, s.p);
}

/* A paragraph, now and then with a voice or a link in it. */
static void
paragraph(struct making *m, struct gp_node *parent)
{
	static const enum gp_kind voices[] = { GP_EMPHASIS, GP_STRONG, GP_LINK,
		                               GP_CODE, GP_ABBREVIATION };
	struct gp_node *n =
		block(m, parent, GP_PARAGRAPH, 1 + prose_any(&m->prose, 120));
	struct gp_node *inner;

	while (prose_any(&m->prose, 4) == 0) {
		fixture_text(m->doc, n, " ");
		inner = block(m, n, voices[prose_any(&m->prose, 5)],
		              1 + prose_any(&m->prose, 8));
		inner->as.link.target = GP_STR("https://www.example.org/a?b=c");
		fixture_text(m->doc, n, " ");
		fixture_text(m->doc, n,
		             prose_words(&m->prose, m->doc->arena,
		                         1 + prose_any(&m->prose, 30))
		                     .p);
	}
}

static void
headline(struct making *m)
{
	struct gp_node *n = block(m, m->doc->body, GP_HEADING,
	                          1 + prose_any(&m->prose, 14));

	n->as.heading.level = 2 + (int)prose_any(&m->prose, 5);
	if (prose_any(&m->prose, 3) == 0)
		n->as.heading.label = GP_STR("3)");
}

static void
list(struct making *m)
{
	struct gp_node *n = fixture_add(m->doc, m->doc->body, GP_LIST);
	uint32_t items = 1 + prose_any(&m->prose, 12);

	n->as.list.ordered = prose_any(&m->prose, 2) != 0;
	while (items--) {
		struct gp_node *item = fixture_add(m->doc, n, GP_ITEM);

		block(m, item, GP_PARAGRAPH, 1 + prose_any(&m->prose, 40));
		if (prose_any(&m->prose, 5) == 0)
			paragraph(m, item);
	}
}

static void
quotation(struct making *m)
{
	struct gp_node *n = fixture_add(m->doc, m->doc->body, GP_QUOTE);

	do
		paragraph(m, n);
	while (prose_any(&m->prose, 3) == 0);
}

static void
table(struct making *m)
{
	struct gp_node *n = fixture_add(m->doc, m->doc->body, GP_TABLE), *row;
	uint32_t rows = 1 + prose_any(&m->prose, 60), i, k;
	uint32_t columns = 1 + prose_any(&m->prose, 5);

	for (i = 0; i < rows; i++) {
		row = fixture_add(m->doc, n, GP_ROW);
		for (k = 0; k < columns; k++)
			block(m, row, GP_CELL, 1 + prose_any(&m->prose, 6))
				->as.cell.header = i == 0;
	}
}

static void
add_block(struct making *m)
{
	switch (prose_any(&m->prose, 16)) {
	case 0:
	case 1:
	case 2:
		headline(m);
		break;
	case 3:
		list(m);
		break;
	case 4:
		quotation(m);
		break;
	case 5:
		if (prose_any(&m->prose, 3) == 0)
			table(m);
		break;
	case 6:
		if (prose_any(&m->prose, 4) == 0)
			fixture_add(m->doc, m->doc->body, GP_RULE);
		break;
	default:
		paragraph(m, m->doc->body);
		break;
	}
}

struct gp_doc *
prose_article(uint32_t seed)
{
	struct making m = { .prose = { seed * 7919U + 1 },
		            .doc = gp_doc_new(64 * GP_MIB) };
	uint32_t blocks;

	if (!m.doc)
		exit(99);
	m.doc->lang = GP_STR("en-GB");
	m.doc->input.file = GP_STR("prose.txt");
	m.doc->title.text = prose_words(&m.prose, m.doc->arena,
	                                1 + prose_any(&m.prose, 24));
	if (prose_any(&m.prose, 2))
		m.doc->standfirst.text = prose_words(
			&m.prose, m.doc->arena, 1 + prose_any(&m.prose, 50));
	if (prose_any(&m.prose, 2))
		m.doc->byline.text = GP_STR("By Jane Doe");
	for (blocks = prose_any(&m.prose, 60); blocks; blocks--)
		add_block(&m);
	return m.doc;
}
