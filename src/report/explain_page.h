/*
 * The page that `normalise --explain` prints, as far as it looks: sections of
 * fields, each with a line or two on where it is from.  What is found wrong is
 * for the reader to say: nothing is judged here.  Private to report/.
 */
#ifndef GP_REPORT_EXPLAIN_PAGE_H
#define GP_REPORT_EXPLAIN_PAGE_H

#include "base/buf.h"
#include "model/doc.h"

/* "  Standfirst  " is 14 columns wide. */
#define GP_EXPLAIN_MARGIN "              "
enum { GP_EXPLAIN_COLUMNS = 14, GP_EXPLAIN_NAME = 10 };

#define GP_BOLD "\x1B[1m"
#define GP_DIM "\x1B[2m"
#define GP_YELLOW "\x1B[33m"
#define GP_PLAIN "\x1B[0m"

struct gp_explained {
	struct gp_buf *out;
	struct gp_buf line; /* put together here, then wrapped */
	bool colour, suggested;
	const struct gp_doc *doc;
};

/* A code of the terminal, when there are colours. */
void
gp_explain_paint(struct gp_explained *p, const char *code);
/* The head of a section, after a blank line. */
void
gp_explain_section(struct gp_explained *p, const char *name);
/* A field, or "not found" in its place. */
void
gp_explain_field(struct gp_explained *p, const char *name, struct gp_str text);

/* p->line as a detail of the field above it, when there is anything in it;
   it is empty afterwards. */
void
gp_explain_flush(struct gp_explained *p);
/* More of p->line, a semicolon before all but its first part. */
void
gp_explain_add(struct gp_explained *p, const char *before, struct gp_str text);
/* "line 3" or "lines 3 to 5"; nothing for no lines. */
void
gp_explain_place(struct gp_explained *p, struct gp_span at);
/* ", lines 3, 7" */
void
gp_explain_lines(struct gp_explained *p, const unsigned *lines, size_t n);

#endif
