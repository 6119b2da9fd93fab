/*
 * Marks in a line of Markdown that speak to the program which makes a site of
 * it: Hugo's shortcodes, Liquid's tags, kramdown's and Pandoc's attributes,
 * raised and lowered words, names of blocks, lines that ask for a table of
 * contents.  Knows no code and no line before or after.  Private to
 * import/markdown/.
 */
#ifndef GP_IMPORT_MARKDOWN_MD_MARKS_H
#define GP_IMPORT_MARKDOWN_MD_MARKS_H

#include "base/buf.h"

enum { GP_MD_MOST_INSIDE = 400 }; /* bytes between two marks at most */

/* Behind "{#id .class key=value}" at `i`; `i` when there is none.  (Pandoc's
   manual, header_attributes.) */
size_t
gp_md_behind_attributes(struct gp_str line, size_t i);

/* Takes one such mark at `*at` of `line`: appends what of it is text, and as a
   comment what is not, and moves `*at` behind it.  False: there is none.
   Cost: at most what it looks through, GP_MD_MOST_INSIDE. */
bool
gp_md_take_mark(struct gp_buf *out, struct gp_str line, size_t *at);

/* The same of a whole line: "[TOC]", "\newpage", "*[HTML]: what it is short
   for", "{: .note }". */
bool
gp_md_take_line(struct gp_buf *out, struct gp_str line);

/* True when `text` may hold one of these marks. */
bool
gp_md_may_have_marks(struct gp_str text);

#endif
