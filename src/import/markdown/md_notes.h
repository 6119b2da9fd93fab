/*
 * Footnotes of Markdown, which md4c does not know: "[^1]" with "[^1]: words",
 * as GitHub, Pandoc and PHP Markdown Extra have them, and Pandoc's "^[words]".
 * The text that md4c gets has links and items of lists in their place.
 * Private to import/markdown/.
 */
#ifndef GP_IMPORT_MARKDOWN_MD_NOTES_H
#define GP_IMPORT_MARKDOWN_MD_NOTES_H

#include "base/arena.h"

/* A note of a text. */
struct gp_md_note {
	unsigned line, end; /* lines of the text that it stands on, from 0;
	                       `end` is the one behind */
	unsigned number;    /* from 1, as marks are met; behind those come
	                       notes without a mark */
};

struct gp_md_notes {
	struct gp_str text; /* in which a note is an item of a list with '+',
	                       and a mark a raised link to "#note:NUMBER" */
	unsigned n_lines;   /* that the source's text has; behind them stand
	                       notes that had no line of their own */
	struct gp_md_note *rows; /* in the order of their lines */
	size_t n, cap;
};

/* Finds the notes of `text`.  A mark without a note, and what stands in code,
   are left as they were typed.  Cost: linear.  All is empty after a failure of
   the arena. */
struct gp_md_notes
gp_md_notes_of(struct gp_arena *a, struct gp_str text);

#endif
