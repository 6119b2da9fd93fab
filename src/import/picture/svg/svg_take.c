/* From a file to a clean one and a drawing.  Two files that draw the same have
   the same bytes no more than two that are written alike: nothing is put in
   another form but what styles say. */
#include "import/picture/svg/svg_take.h"

#include "import/picture/svg/svg_draw.h"
#include "import/picture/svg/svg_tree.h"

bool
gp_svg_is(struct gp_str data)
{
	enum { NEAR = 4096 };
	struct gp_str start = gp_str_sub(data, 0, NEAR);
	struct gp_str first = gp_str_trim(gp_str_sub(start, 0, 64));

	if (gp_str_starts(first, GP_STR("\xEF\xBB\xBF")))
		first = gp_str_sub(first, 3, first.n);
	return gp_str_starts(first, GP_STR("<")) &&
	       (gp_str_find(start, GP_STR("<svg"), 0) < start.n ||
	        gp_str_find(start, GP_STR(":svg"), 0) < start.n);
}

bool
gp_svg_take(struct gp_arena *a, struct gp_str data, struct gp_buf *out,
            struct gp_image *image, struct gp_err *e)
{
	struct gp_svg_drawing *drawing = gp_arena_alloc(a, sizeof *drawing);
	struct gp_svg_tree tree;

	image->type = GP_IMAGE_SVG;
	if (!drawing)
		return gp_arena_ok(a, e);
	if (!gp_svg_read(a, data, &tree, e) ||
	    !gp_svg_draw(a, &tree, drawing, &image->undrawn, e))
		return false;
	image->width = image->from_width = drawing->width;
	image->height = image->from_height = drawing->height;
	image->left_out = tree.left_out;
	image->drawing = image->undrawn.n ? NULL : drawing;
	gp_svg_write(&tree, image->width, image->height, out);
	return gp_buf_ok(out, e);
}
