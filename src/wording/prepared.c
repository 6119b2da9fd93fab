/* Repairs and dropped lines of a document counted by kind and put into one
   sentence, each reason once, in the order it was met.  What a count means
   stands in words.c; the document is only read, and nothing is judged again. */
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
repairs(struct gp_buf *out, const struct gp_doc *doc)
{
	const struct gp_repair *r;

	for (r = doc->repairs; r; r = r->next) {
		gp_buf_str(out, r == doc->repairs ? GP_STR("") : GP_STR(", "));
		gp_buf_str(out, gp_word_for(r->name));
		gp_buf_printf(out, " (%zu)", r->count);
	}
}

/* "4 lines left out: links to other articles (3), sharing buttons (1)" */
static void
left_out(struct gp_buf *out, const struct gp_doc *doc)
{
	const struct gp_dropped *d;
	size_t all = all_lines(doc), n;
	bool begun = false;

	gp_buf_printf(out, "%s%zu ", doc->repairs ? "; " : "", all);
	gp_buf_str(out, gp_word(all == 1 ? GP_W_LINE : GP_W_LINES));
	gp_buf_str(out, GP_STR(" "));
	gp_buf_str(out, gp_word(GP_W_LEFT_OUT));
	gp_buf_str(out, GP_STR(": "));
	for (d = doc->dropped; d; d = d->next) {
		n = lines_for(doc, d);
		if (n == 0)
			continue;
		gp_buf_str(out, begun ? GP_STR(", ") : GP_STR(""));
		gp_buf_str(out, gp_word_for(d->reason));
		gp_buf_printf(out, " (%zu)", n);
		begun = true;
	}
}

void
gp_prepared(const struct gp_doc *doc, struct gp_buf *out)
{
	size_t lines = all_lines(doc);

	repairs(out, doc);
	if (lines)
		left_out(out, doc);
	else if (!doc->repairs)
		gp_buf_str(out, gp_word(GP_W_AS_IT_CAME));
	if (doc->repairs || lines)
		gp_buf_putc(out, '.');
}
