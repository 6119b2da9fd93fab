/*
 * The words for a figure that is not there: that it is missing, what it
 * showed and, when nobody could print it, where it is.  Nothing is escaped
 * here, and no address is looked up.
 */
#include "wording/left_out_words.h"

void
gp_missing_put(const struct gp_node *figure, const struct gp_labels *l,
               struct gp_buf *out)
{
	const struct gp_node_figure *f = gp_node_figure(figure);
	bool foreign = figure->is_other && f->origin.n > 0;

	gp_buf_str(out, gp_word(l, figure->is_other ? GP_W_NOT_INCLUDED
	                                            : GP_W_IMAGE_MISSING));
	if (f->alt.n || foreign)
		gp_buf_str(out, gp_word(l, GP_W_COLON));
	gp_buf_str(out, f->alt);
	if (!foreign)
		return;
	gp_buf_puts(out, f->alt.n ? " (" : "");
	gp_buf_str(out, f->origin);
	gp_buf_puts(out, f->alt.n ? ")" : "");
}
