/*
 * The parts of a layout, put together: each knows only those below it.  For
 * whoever needs placed glyphs or the pages they stand on, and for tests that
 * look at a layout without a file; nothing here knows what is made of it.
 */
#ifndef GP_TYPESET_PARTS_H
#define GP_TYPESET_PARTS_H

#include "typeset/compose/compose.h"
#include "typeset/pages/layout.h"

/* How the summary became one page. */
enum gp_summary_fit {
	GP_SUMMARY_FITS,
	GP_SUMMARY_SMALLER, /* in smaller type */
	GP_SUMMARY_LONG,    /* it takes more, whatever its type */
};

struct gp_parts {
	struct gp_arena *arena; /* owns this struct too */
	struct gp_style style;
	struct gp_faces faces;
	struct gp_hyphenators hyphenators;
	struct gp_measure measure;
	struct gp_breaker breaker;
	struct gp_flow flow;
	struct gp_composer composer;
	struct gp_layout layout;
	enum gp_summary_fit summary;
};

/* The parts for a job, with a copy of its design, whose sheet may be changed;
   NULL on error.  `e` must live as
   long as they do: loading a face may fail at any time.
   Errors: GP_INPUT, GP_SYNTAX, GP_LIMIT, GP_NOMEM. */
struct gp_parts *
gp_parts_open(const struct gp_write_job *job, struct gp_err *e);
void
gp_parts_close(struct gp_parts *p);

/* Throws away what was composed and laid out; faces and what was measured stay.
   What is composed next tells nobody its findings. */
void
gp_parts_begin(struct gp_parts *p);

/* Composes the pack of the job and lays it out.  The cover names as many
   sources as its page has room for. */
bool
gp_parts_lay_out(struct gp_parts *p, struct gp_err *e);

#endif
