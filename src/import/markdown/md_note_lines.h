/*
 * What a line of Markdown is as far as notes ask: whether one begins with it or
 * goes on, whether it is code.  Knows no marks but that of a line's beginning.
 * Private to import/markdown/.
 */
#ifndef GP_IMPORT_MARKDOWN_MD_NOTE_LINES_H
#define GP_IMPORT_MARKDOWN_MD_NOTE_LINES_H

#include "base/str.h"

struct gp_md_line {
	enum { GP_MD_BLANK, GP_MD_CODE, GP_MD_WORDS, GP_MD_NOTE } kind;
	size_t words;        /* where they begin, behind signs of quotation */
	size_t behind;       /* a note's mark and colon, and the spaces */
	struct gp_str label; /* of that mark */
};

/* What stands open between two lines; all zero before the first. */
struct gp_md_lines {
	char fence;   /* of code, or 0 */
	bool in_note; /* lines may belong to the note before */
	bool in_list, in_code, in_words;
};

struct gp_md_line
gp_md_line_of(struct gp_md_lines *l, struct gp_str line);

/* The label of a mark, "[^label]", at byte `i`; "" when there is none. */
struct gp_str
gp_md_note_label(struct gp_str s, size_t i);

#endif
