/*
 * Style sheets within SVG files, as flat rules, and declarations.  It knows no
 * property.  Private to import/picture/.
 */
#ifndef GP_IMPORT_PICTURE_SVG_SHEET_H
#define GP_IMPORT_PICTURE_SVG_SHEET_H

#include "base/arena.h"
#include "base/buf.h"

/* One rule of a style sheet, for elements of one kind. */
struct gp_svg_rule {
	struct gp_str element, class, id; /* "": any */
	struct gp_str body;
	const struct gp_svg_rule *next;
};

struct gp_svg_sheet {
	const struct gp_svg_rule *first;
	size_t count;
	bool is_rich; /* it says more than such rules can */
};

/* Reads a style sheet: rules of `*`, `name`, `.class`, `name.class` and `#id`,
   and lists of them.  Errors: GP_LIMIT. */
bool
gp_svg_sheet_read(struct gp_arena *a, struct gp_str css,
                  struct gp_svg_sheet *sheet, struct gp_err *e);

/* Calls `put` for each declaration of a rule or of a style attribute. */
void
gp_svg_declarations(struct gp_str body,
                    void (*put)(void *user, struct gp_str name,
                                struct gp_str value),
                    void *user);

#endif
