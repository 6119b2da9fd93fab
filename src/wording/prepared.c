/* Repairs and dropped lines of a document counted by kind and put into one
   sentence, each reason once, in the order it was met.  What a count means
   stands in labels.def; the document is only read, nothing is judged again. */
#include "wording/prepared.h"

#include "wording/words.h"

/* How many lines went for this reason; 0 when it was met before `at`, so that
   each reason is told once. */
static size_t
lines_for(const struct gp_doc *doc, const struct gp_dropped *at)
{
	const struct gp_dropped *d;
	size_t n = 0;

	for (d = doc->dropped; d; d = d->next) {
		if (!gp_str_eq(d->reason, at->reason))
			continue;
		if (n == 0 && d != at)
			return 0;
		n += gp_str_lines(d->raw);
	}
	return n;
}

static size_t
all_lines(const struct gp_doc *doc)
{
	const struct gp_dropped *d;
	size_t n = 0;

	for (d = doc->dropped; d; d = d->next)
		n += gp_str_lines(d->raw);
	return n;
}

/* "no-break spaces made plain (8), runs of spaces closed up (3)" */
static void
repairs(struct gp_buf *out, const struct gp_doc *doc, const struct gp_labels *l)
{
	const struct gp_repair *r;

	for (r = doc->repairs; r; r = r->next) {
		if (r != doc->repairs)
			gp_buf_str(out, gp_word(l, GP_W_COMMA));
		gp_buf_str(out, gp_word_for(r->name, l));
		gp_buf_printf(out, " (%zu)", r->count);
	}
}

/* "4 lines left out: links to other articles (3), sharing buttons (1)" */
static void
left_out(struct gp_buf *out, const struct gp_doc *doc,
         const struct gp_labels *l)
{
	const struct gp_dropped *d;
	size_t all = all_lines(doc), n;
	bool begun = false;

	if (doc->repairs)
		gp_buf_str(out, gp_word(l, GP_W_SEMICOLON));
	gp_word_count(l, GP_W_LINES_LEFT_OUT, all, out);
	gp_buf_str(out, gp_word(l, GP_W_COLON));
	for (d = doc->dropped; d; d = d->next) {
		n = lines_for(doc, d);
		if (n == 0)
			continue;
		if (begun)
			gp_buf_str(out, gp_word(l, GP_W_COMMA));
		gp_buf_str(out, gp_word_for(d->reason, l));
		gp_buf_printf(out, " (%zu)", n);
		begun = true;
	}
}

void
gp_prepared(const struct gp_doc *doc, const struct gp_labels *l,
            struct gp_buf *out)
{
	size_t lines = all_lines(doc);

	repairs(out, doc, l);
	if (lines)
		left_out(out, doc, l);
	else if (!doc->repairs)
		gp_buf_str(out, gp_word(l, GP_W_AS_IT_CAME));
	if (doc->repairs || lines)
		gp_buf_putc(out, '.');
}
