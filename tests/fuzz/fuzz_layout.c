/*
 * Any bytes as the building plan of a document, laid out and written as PDF:
 * trees and texts that no importer makes.  A fault is a crash, any error but a
 * named limit, or a file that qpdf has to repair.
 */
#include "fixture.h"
#include "base/buf.h"
#include "base/limits.h"
#include "normalise/doc_making.h"
#include "write/write.h"

#include <qpdf/qpdf-c.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	MOST_DEPTH = 100,
	MOST_NODES = 3000,
	MOST_TEXT = 20000,   /* bytes of one text */
	MOST_TEXTS = 200000, /* bytes of all: a plan is small, so is its file */
};

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct plan {
	const uint8_t *data;
	size_t size, at;
	struct gp_doc *doc;
	struct gp_node *node; /* what is open */
	size_t depth, nodes, text;
};

static void
fault(const char *what, const char *more)
{
	fprintf(stderr, "fuzz_layout: %s: %s\n", what, more);
	abort();
}

static unsigned
next(struct plan *p)
{
	return p->at < p->size ? p->data[p->at++] : 0;
}

/* ---- words ---- */

/* What lays out in ways of its own: other scripts, marks, what is not seen,
   what no font has. */
static const uint32_t odd[] = {
	0xA0,   0xAD,    0xE9,    0x300,   0x301,   0x323,   0x3A9,   0x416,
	0x5D0,  0x5B0,   0x627,   0x645,   0x644,   0x651,   0x661,   0x915,
	0x94D,  0xE01,   0x1100,  0x1161,  0x200B,  0x200C,  0x200D,  0x200E,
	0x200F, 0x2011,  0x2013,  0x2014,  0x2018,  0x2019,  0x201C,  0x201D,
	0x2026, 0x2028,  0x2029,  0x202A,  0x202B,  0x202C,  0x202E,  0x2060,
	0x2066, 0x2067,  0x2069,  0x20AC,  0x3000,  0x3001,  0x304B,  0x3099,
	0x4E2D, 0xAC00,  0xE000,  0xFB01,  0xFDFA,  0xFE0F,  0xFEFF,  0xFFFC,
	0xFFFD, 0x1D504, 0x1F1EC, 0x1F3FD, 0x1F468, 0x1F600, 0xE0067, 0x10FFFD,
};

/* Text as the model allows it: nothing that XML forbids, no controls. */
static struct gp_str
text(struct plan *p)
{
	struct gp_buf out = { .max = 0 };
	size_t letters = next(p), times = 1;
	struct gp_str s;
	size_t from;

	if (letters >= 0xF0) {
		times = next(p);
		letters &= 15;
	}
	while (letters--) {
		unsigned c = next(p);

		if (c < 0x20)
			gp_buf_putc(&out, ' ');
		else if (c < 0x7F)
			gp_buf_putc(&out, (char)c);
		else
			gp_buf_utf8(&out, odd[c % (sizeof odd / sizeof *odd)]);
	}
	for (from = out.len; times > 1 && out.len < MOST_TEXT; times--) {
		char *copy = malloc(from ? from : 1);

		if (!copy)
			fault("text", "no memory");
		memcpy(copy, out.data ? out.data : "", from);
		gp_buf_put(&out, copy, from);
		free(copy);
	}
	p->text += out.len;
	s = p->text < MOST_TEXTS
	            ? gp_arena_str(p->doc->arena, gp_buf_view(&out))
	            : GP_STR("x");
	gp_buf_free(&out);
	return s;
}

/* ---- nodes ---- */

static struct gp_node *
add(struct plan *p, enum gp_kind kind)
{
	struct gp_node *n;

	if (p->nodes >= MOST_NODES || p->depth >= MOST_DEPTH)
		return NULL;
	n = gp_node_new(p->doc->arena, kind, (struct gp_span){ 0, 0 });
	if (!gp_node_append(p->node, n))
		return NULL;
	p->nodes++;
	return n;
}

/* What a node is given; what is not given is what most documents have. */
struct given {
	unsigned bits;
	struct gp_str label, target, title;
	int columns, rows;
	size_t run_in;
	enum gp_speech speech;
};

static void
give_paragraph(struct gp_node *n, const struct given *g)
{
	n->as.paragraph.run_in = g->run_in;
	n->as.paragraph.speech = g->speech;
}

static void
give_heading(struct gp_node *n, const struct given *g)
{
	n->as.heading.level = (int)(g->bits & 7);
	n->as.heading.label = g->label;
}

static void
give_list(struct gp_node *n, const struct given *g)
{
	n->as.list.ordered = g->bits & 8;
}

static void
give_item(struct gp_node *n, const struct given *g)
{
	n->as.item.label = g->label;
}

static void
give_cell(struct gp_node *n, const struct given *g)
{
	n->as.cell.header = g->bits & 16;
	n->as.cell.columns = g->columns;
	n->as.cell.rows = g->rows;
}

static void
give_figure(struct gp_node *n, const struct given *g)
{
	n->as.figure.image = g->target;
	n->as.figure.alt = g->title;
}

static void
give_link(struct gp_node *n, const struct given *g)
{
	n->as.link.target = g->target;
}

static void
give_abbreviation(struct gp_node *n, const struct given *g)
{
	n->as.abbreviation.expansion = g->title;
}

static void (*const givers[GP_KIND_COUNT])(struct gp_node *n,
                                           const struct given *g) = {
	[GP_PARAGRAPH] = give_paragraph, [GP_HEADING] = give_heading,
	[GP_LIST] = give_list,           [GP_ITEM] = give_item,
	[GP_CELL] = give_cell,           [GP_FIGURE] = give_figure,
	[GP_LINK] = give_link,           [GP_ABBREVIATION] = give_abbreviation,
};

/* The plan is read in one way whatever the kind. */
static void
dress(struct plan *p, struct gp_node *n)
{
	static const char *const langs[] = {
		"", "fr", "ar", "zh", "x-y", "en"
	};
	struct given g = { .bits = next(p) };

	if (g.bits & 32)
		g.label = text(p);
	if (g.bits & 64) {
		g.target = text(p);
		g.title = text(p);
		g.columns = (int)next(p) - 8;
		g.rows = (int)next(p) - 8;
	}
	if (g.bits & 128) {
		n->lang = gp_str(langs[next(p) % 6]);
		g.run_in = next(p);
		g.speech = next(p) % 2 ? GP_SPEECH_OPEN : GP_NO_SPEECH;
	}
	if (givers[n->kind])
		givers[n->kind](n, &g);
}

static void
open_node(struct plan *p, unsigned kind)
{
	struct gp_node *n = add(p, (enum gp_kind)(kind % GP_KIND_COUNT));

	if (!n)
		return;
	dress(p, n);
	if (n->kind == GP_TEXT) {
		n->as.text = text(p);
	} else if (n->kind != GP_BREAK && n->kind != GP_RULE) {
		p->node = n;
		p->depth++;
	}
}

static void
close_node(struct plan *p)
{
	if (!p->node->parent)
		return;
	p->node = p->node->parent;
	p->depth--;
}

/* A row or a list of many, without a byte for each. */
static void
repeat(struct plan *p)
{
	struct gp_str words = text(p);
	unsigned times = next(p);
	struct gp_node *outer = p->node;
	enum gp_kind kind = (enum gp_kind)(next(p) % GP_KIND_COUNT);

	while (times--) {
		struct gp_node *n = add(p, kind);

		if (!n)
			return;
		p->node = n;
		n = add(p, GP_TEXT);
		p->text += words.n;
		if (n)
			n->as.text = p->text < MOST_TEXTS ? words : GP_STR("x");
		p->node = outer;
	}
}

static struct gp_doc *
build(struct plan *p)
{
	unsigned with = next(p);

	p->doc = gp_doc_new(64 * GP_MIB);
	if (!p->doc)
		fault("document", "no memory");
	p->node = p->doc->body;
	p->doc->input.file = GP_STR("fuzz.txt");
	p->doc->lang = GP_STR("en-GB");
	p->doc->title.text = text(p);
	if (with & 1)
		p->doc->standfirst.text = text(p);
	if (with & 2)
		p->doc->byline.text = text(p);
	if (with & 4)
		p->doc->source.name = text(p);
	if (with & 8)
		p->doc->url.text = text(p);
	while (p->at < p->size) {
		unsigned what = next(p);

		if (what < 192)
			open_node(p, what);
		else if (what < 240)
			close_node(p);
		else
			repeat(p);
	}
	return p->doc;
}

/* ---- writing ---- */

static void
check_pdf(const struct gp_buf *pdf)
{
	qpdf_data q = qpdf_init();

	qpdf_set_suppress_warnings(q, QPDF_TRUE);
	if (qpdf_read_memory(q, "fuzz.pdf", pdf->data, pdf->len, NULL) !=
	            QPDF_SUCCESS ||
	    qpdf_check_pdf(q) != QPDF_SUCCESS)
		fault("pdf", "qpdf has warnings or errors");
	qpdf_cleanup(&q);
}

static void
write_pdf(const struct gp_pack *pack)
{
	struct gp_write_job job = fixture_job(pack);
	struct gp_buf out = { .max = 0 };
	struct gp_err e = { 0 };

	job.diag = gp_diag_new();
	if (gp_write_pdf.write(&job, &out, &e))
		check_pdf(&out);
	else if (e.code != GP_LIMIT)
		fault("pdf", e.msg);
	gp_diag_free(job.diag);
	gp_buf_free(&out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct plan p = { .data = data, .size = size };
	struct gp_doc *doc = build(&p);
	struct gp_entry entry = {
		.id = GP_STR("fuzz"),
		.uri = GP_STR("tag:example.org,2020:fuzz"),
		.section = GP_NO_SECTION,
		.doc = doc,
	};
	struct gp_pack pack = {
		.arena = gp_arena_new(GP_MAX_PACK_ARENA),
		.info = {
			.title = doc->title.text,
			.marking = doc->source.name,
			.note = doc->standfirst.text,
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

	if (pack.arena)
		write_pdf(&pack);
	gp_arena_free(pack.arena);
	gp_doc_free(doc);
	return 0;
}
