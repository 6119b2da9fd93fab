/* Walks from text to text.  A word that is emphasised in part counts as two:
   texts are not put together to be counted. */
#include "model/node_words.h"

#include "base/spaceless.h"
#include "base/utf8.h"
#include "model/plain_marks.h"

#include <unictype.h>

static void
put_words(const struct gp_node *n, bool marks_of_notes, struct gp_buf *out)
{
	struct gp_walk w = gp_walk_from(n);
	struct gp_plain_marks marks = { .out = out };
	size_t start = out->len;
	bool gap = false;

	while (gp_walk_next(&w)) {
		gp_plain_mark(&marks, &w);
		if (w.event != GP_ENTER)
			continue;
		if (!marks_of_notes &&
		    gp_node_link(w.node)->jump == GP_JUMP_TO_NOTE)
			gp_walk_skip(&w);
		gap |= gp_kind_parts_words(w.node->kind);
		if (w.node->kind != GP_TEXT || gp_node_text(w.node).n == 0)
			continue;
		if (gap && out->len > start && out->data[out->len - 1] != ' ')
			gp_buf_putc(out, ' ');
		gap = false;
		gp_buf_str(out, gp_node_text(w.node));
	}
}

void
gp_node_words(const struct gp_node *n, struct gp_buf *out)
{
	put_words(n, true, out);
}

void
gp_heading_words(const struct gp_node *n, struct gp_buf *out)
{
	put_words(n, false, out);
}

size_t
gp_node_count_words(const struct gp_node *n)
{
	struct gp_walk w = gp_walk_from(n);
	size_t words = 0;

	while (gp_walk_next(&w))
		if (w.event == GP_ENTER)
			words += gp_text_words(gp_node_text(w.node));
	return words;
}

static bool
is_blank(struct gp_str s)
{
	size_t i = 0;

	while (i < s.n) {
		uint32_t c = gp_utf8_next(s, &i);

		if (!uc_is_property_white_space(c) &&
		    !uc_is_property_ignorable_control(c) &&
		    !uc_is_property_default_ignorable_code_point(c))
			return false;
	}
	return true;
}

bool
gp_node_is_blank(const struct gp_node *n)
{
	struct gp_walk w = gp_walk_from(n);

	while (gp_walk_next(&w))
		if (w.event == GP_ENTER &&
		    (w.node->kind == GP_FIGURE ||
		     !is_blank(gp_node_text(w.node)) ||
		     (w.node->kind == GP_LINK && !w.node->first)))
			return false;
	return true;
}

enum gp_side
gp_node_side(const struct gp_node *n)
{
	enum { TELLING_NODES = 256 };
	struct gp_side_letters letters = { .first = GP_SIDE_NONE };
	struct gp_walk w = gp_walk_from(n);
	size_t seen = 0;

	while (seen++ < TELLING_NODES && gp_walk_next(&w))
		if (w.event == GP_ENTER &&
		    !gp_side_count(&letters, gp_node_text(w.node)))
			break;
	return gp_side_told(&letters);
}
