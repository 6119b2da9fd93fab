/*
 * Lines for a terminal: text from outside made harmless, measured in columns,
 * wrapped, cut.  Control characters and those that turn the direction of
 * writing are shown as <U+202E>, so that no article can move the cursor of
 * whoever reads a report.  Knows no document.  Private to report/.
 */
#ifndef GP_REPORT_TERMINAL_LINES_H
#define GP_REPORT_TERMINAL_LINES_H

#include "base/buf.h"

enum { GP_LINE_COLUMNS = 80 };

/* Appends `s`, harmless; line feeds and tabs as spaces. */
void
gp_put_safe(struct gp_buf *out, struct gp_str s);

/* How many columns that takes. */
size_t
gp_columns(struct gp_str s);

/* Appends `s`, harmless, cut to `columns` with an ellipsis. */
void
gp_put_short(struct gp_buf *out, struct gp_str s, size_t columns);

/* Appends `s`, harmless, and a line feed; breaks at spaces before column
   GP_LINE_COLUMNS.  The first line begins at `column`, the others with
   `next_line`, which is ASCII. */
void
gp_put_wrapped(struct gp_buf *out, struct gp_str s, size_t column,
               const char *next_line);

#endif
