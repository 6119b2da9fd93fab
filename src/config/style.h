/*
 * Styles: a design of styles/ (YAML) resolved to numbers.  Everything about
 * the look is data there; a missing, unknown or impossible value is an error
 * with its file, line and column.  This header knows sheets and roles, neither
 * the text nor PDF, and reads no file: the caller hands it the YAML.
 */
#ifndef GP_CONFIG_STYLE_H
#define GP_CONFIG_STYLE_H

#include "base/err.h"
#include "base/str.h"

#include <stdint.h>

/* A length in 1/65536 point.  Integers, so that lines break and pages end at
   the same places on every processor. */
typedef int32_t gp_len;
#define GP_PT 65536

enum gp_family {
	GP_FAMILY_TEXT,
	GP_FAMILY_HEADING,
	GP_FAMILY_CODE,
	GP_FAMILY_COUNT,
};

/* The faces of a family; bold + italic is the last. */
enum gp_variant {
	GP_REGULAR = 0,
	GP_ITALIC = 1,
	GP_BOLD = 2,
	GP_BOLD_ITALIC = 3,
	GP_VARIANT_COUNT = 4,
};

/* Where an article begins: on a page of its own; or under a bar where the last
   one ends, unless that page is all but full (typeset/pages/openers.h). */
enum gp_openers { GP_OPENERS_PAGE, GP_OPENERS_RUN_ON };

/* How emphasis is shown. */
enum gp_emphasis { GP_EMPHASIS_ITALIC, GP_EMPHASIS_BOLD };

/* The last is no key of a style: labels that end at an edge. */
enum gp_align {
	GP_ALIGN_LEFT,
	GP_ALIGN_JUSTIFY,
	GP_ALIGN_CENTRE,
	GP_ALIGN_RIGHT,
};

enum gp_role {
#define GP_ROLE(role, name) role,
#include "config/roles.def"
#undef GP_ROLE
	GP_ROLE_COUNT,
};

/* How a role is set. */
struct gp_role_style {
	enum gp_family family;
	enum gp_align align;
	bool bold, italic;
	bool hyphenate;  /* words may be divided */
	bool keep;       /* stays on one page with what follows */
	gp_len size;     /* of the type */
	gp_len leading;  /* from baseline to baseline */
	gp_len before;   /* space above, dropped at the top of a page */
	gp_len after;    /* space below */
	gp_len indent;   /* from the left edge */
	uint32_t colour; /* 0xRRGGBB */
};

enum {
	GP_STYLE_NAME = 64,
	GP_STYLE_PATH = 128,
	GP_STYLE_LANG = 16,
	GP_MAX_HYPHENATIONS = 32,
	GP_MAX_FALLBACKS = 8,
	GP_MAX_COLUMNS = 4,
};

/* Where the patterns of a language lie; "en" also serves "en-GB". */
struct gp_hyphenation {
	char lang[GP_STYLE_LANG];
	char path[GP_STYLE_PATH];
};

struct gp_style {
	gp_len width, height;            /* of the page */
	gp_len top, right, bottom, left; /* margins of the text */
	gp_len head, foot;               /* page edge to running line */
	gp_len marking;                  /* page edge to marking */
	gp_len grid;                     /* baseline grid; 0: none */
	unsigned columns;                /* of the body, at least 1 */
	gp_len gutter;                   /* between two columns */
	enum gp_openers openers;
	enum gp_emphasis emphasis;
	gp_len list_indent, quote_indent; /* of each level */
	gp_len cell_gap;                  /* between columns of a table */
	gp_len table_least;    /* type of a table that needs more room than
	                        there is does not go below this */
	bool table_records;    /* such a table is a list of its rows */
	gp_len rule;           /* thickness of a rule */
	gp_len rule_gap;       /* between a rule and the text beside it */
	gp_len bar;            /* thickness of an accent bar */
	uint32_t accent, line; /* colours of bars and rules */
	uint32_t link;         /* colour of links */
	char fonts[GP_FAMILY_COUNT][GP_VARIANT_COUNT][GP_STYLE_PATH];
	/* Fonts for what the families have no glyph for, in their order; a bold
	   one is "" where there is none. */
	char fallback[GP_MAX_FALLBACKS][GP_STYLE_PATH];
	char fallback_bold[GP_MAX_FALLBACKS][GP_STYLE_PATH];
	size_t n_fallbacks;
	struct gp_hyphenation hyphenation[GP_MAX_HYPHENATIONS];
	size_t n_hyphenations;
	struct gp_role_style roles[GP_ROLE_COUNT];
};

/* The text of a style file; `path` is for messages. */
struct gp_style_source {
	const char *path;
	struct gp_str yaml;
};

/* Resolves a style that stands on no other.  Every font path is filled: a
   variant that is not given is the regular face.
   Errors: GP_SYNTAX, GP_NOMEM. */
bool
gp_style_read(const char *path, struct gp_str yaml, struct gp_style *out,
              struct gp_err *e);

/* The name of the style that a file stands on (`base: reading`), "" when on
   none. */
bool
gp_style_base(const struct gp_style_source *source, char name[GP_STYLE_NAME],
              struct gp_err *e);

/* The same as gp_style_read() for a style and, before it, what it stands on:
   at most two sources.  What is not given in the last is as in the first. */
bool
gp_style_stack(const struct gp_style_source *sources, size_t count,
               struct gp_style *out, struct gp_err *e);

/* Moves the style to another sheet: margins keep their share of the page.
   False when no sheet has that name. */
bool
gp_style_paper(struct gp_style *s, struct gp_str name);

/* Width of the text area. */
gp_len
gp_style_measure(const struct gp_style *s);

/* Width of one column of the body. */
gp_len
gp_style_column(const struct gp_style *s);

/* Height of the text area, whole lines of the grid where there is one. */
gp_len
gp_style_depth(const struct gp_style *s);

/* A length as it is written: "10.5pt", "22mm".  Nothing below zero, nothing
   over 10000pt. */
bool
gp_len_parse(struct gp_str s, gp_len *out);

/* A colour as it is written: "#1b2a3c". */
bool
gp_colour_parse(struct gp_str s, uint32_t *out);

/* The contrast of a colour with white in hundredths, 100 to 2100, rounded
   down (WCAG 2.1, relative luminance). */
unsigned
gp_colour_contrast(uint32_t colour);

#endif
