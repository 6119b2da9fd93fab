/* The marks of leaves: what is read, by its element and a number on its page;
   furniture, by its kind.  Where a mark ends is not known here. */
#include "write/pdf/type/leaf_mark.h"

#include "write/pdf/file/values.h"

void
gp_leaf_mark(struct gp_buf *b, const struct gp_tree *t, struct gp_leaf *leaf,
             uint32_t *marks)
{
	static const char *const kinds[] = {
		[GP_ARTIFACT_HEADER] = "/Type /Pagination /Subtype /Header "
				       "/Attached [ /Top ]",
		[GP_ARTIFACT_FOOTER] = "/Type /Pagination /Subtype /Footer "
				       "/Attached [ /Bottom ]",
		[GP_ARTIFACT_LAYOUT] = "/Type /Layout",
	};
	const struct gp_element *e;

	if (leaf->element == GP_NONE) {
		gp_buf_puts(b, "/Artifact << ");
		gp_buf_puts(b, kinds[leaf->artifact]);
		gp_buf_puts(b, " >> BDC\n");
		return;
	}
	leaf->mark = (*marks)++;
	e = &t->elements[leaf->element];
	gp_buf_puts(b, gp_tag_name(e->tag));
	gp_put_int(b, " << /MCID ", leaf->mark);
	if (e->actual.n)
		gp_put_text(b, " /ActualText ", e->actual);
	gp_buf_puts(b, " >> BDC\n");
}
