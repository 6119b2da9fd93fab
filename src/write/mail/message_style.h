/*
 * The look of a message: what each kind of its parts has for an attribute
 * `style`, with the colours of the design, since many mail programs drop style
 * sheets; and the sheet that those get which do not, for dark screens.  It
 * writes no element.  Private to write/mail/.
 */
#ifndef GP_WRITE_MAIL_MESSAGE_STYLE_H
#define GP_WRITE_MAIL_MESSAGE_STYLE_H

#include "base/arena.h"
#include "config/style.h"
#include "write/xml.h"

enum gp_message_style {
	GP_MS_PAGE,
	GP_MS_SHEET, /* the table of the text */
	GP_MS_HIDDEN,
	GP_MS_MARKING,
	GP_MS_HANDLING,
	GP_MS_BAR,
	GP_MS_ORGANISATION,
	GP_MS_TITLE,
	GP_MS_SUBTITLE,
	GP_MS_PARTICULARS,
	GP_MS_LEAD,
	GP_MS_LINK_ROW,
	GP_MS_LINK,
	GP_MS_HEADING,
	GP_MS_ITEM,
	GP_MS_HEADLINE,
	GP_MS_HEADLINE_LINK,
	GP_MS_STANDFIRST,
	GP_MS_BELOW,
	GP_MS_MARK,
	GP_MS_PLACE,
	GP_MS_ARTICLE,
	GP_MS_ARTICLE_TITLE,
	GP_MS_TEXT,
	GP_MS_COUNT,
};

struct gp_message_styles {
	struct gp_str rows[GP_MS_COUNT];
	struct gp_str sheet; /* for <style> */
};

/* Fills them in from the design, in `a`.  Errors: GP_NOMEM, GP_INTERNAL. */
bool
gp_message_styles(const struct gp_style *design, struct gp_arena *a,
                  struct gp_message_styles *out, struct gp_err *e);

/* Those of the elements of an article's text, by their names. */
extern const struct gp_xml_style gp_message_body[];
extern const size_t gp_message_n_body;

#endif
