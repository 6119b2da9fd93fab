/* The dot, and the marks that keep parts from turning each other.  Which parts
   there are, and in which order, is for the caller to say. */
#include "wording/line_parts.h"

#include "base/text/bidi.h"

void
gp_line_put(struct gp_buf *line, const struct gp_labels *l, struct gp_str words)
{
	gp_put_apart(line,
	             words.n && (gp_labels_rtl(l) || gp_bidi_turns(words)),
	             words);
}

void
gp_line_add(struct gp_buf *line, const struct gp_labels *l, struct gp_str part)
{
	if (part.n == 0)
		return;
	if (line->len)
		gp_buf_puts(line, GP_LINE_DOT);
	gp_line_put(line, l, part);
}

void
gp_line_count(struct gp_buf *line, const struct gp_labels *l, enum gp_word word,
              size_t n)
{
	struct gp_buf part = { .max = line->max };

	gp_word_count(l, word, n, &part);
	gp_line_add(line, l, gp_buf_view(&part));
	gp_buf_inherit(line, &part);
	gp_buf_free(&part);
}
