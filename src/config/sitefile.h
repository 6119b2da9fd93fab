/*
 * A rule file: what an editor knows about the pages of one source.  YAML, read
 * into plain data; complaints have file, line and column.  Whether a pattern
 * is one, and which pages a file is for, is the matter of normalise/.
 */
#ifndef GP_CONFIG_SITEFILE_H
#define GP_CONFIG_SITEFILE_H

#include "base/arena.h"

/* A text of the file with its place. */
struct gp_site_line {
	struct gp_str text;
	unsigned line, column;
};

struct gp_site_lines {
	struct gp_site_line *rows;
	size_t n;
};

/* What "03/04/2015" means on these pages. */
enum gp_site_dates {
	GP_DATES_UNSAID,
	GP_DATES_DMY,
	GP_DATES_MDY,
	GP_DATES_YMD, /* not written so: such a date stays unclear */
};

struct gp_site_file {
	struct gp_str path;  /* for messages */
	struct gp_str shown; /* the same, as the manifest has it */
	/* Of each that is given, one must fit. */
	struct gp_site_lines host, generator, text;
	struct gp_str source; /* its name, or "" */
	unsigned source_line, dates_line;
	struct gp_site_lines drop, keep; /* patterns for whole lines */
	struct gp_site_lines article;    /* "#id", ".class", or either */
	struct gp_site_lines not_article;
	enum gp_site_dates dates;
};

/* Reads the YAML text; everything lies in `a`.
   Errors: GP_SYNTAX with line and column, GP_LIMIT, GP_NOMEM. */
struct gp_site_file *
gp_site_file_read(struct gp_arena *a, const char *path, const char *shown,
                  struct gp_str text, struct gp_err *e);

#endif
