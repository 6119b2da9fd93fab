/*
 * The rows of a message as HTML that mail programs keep: a table for the page
 * and one for the text, both for their looks alone, styles on every element,
 * real headings, and nothing that is fetched.  Which rows there are is the
 * plan's matter.  Private to write/mail/.
 */
#ifndef GP_WRITE_MAIL_MESSAGE_HTML_H
#define GP_WRITE_MAIL_MESSAGE_HTML_H

#include "write/mail/message_plan.h"
#include "write/mail/message_style.h"
#include "write/xhtml/shown_pictures.h"

/* Appends the page.  `shown`: the pictures that go with the message, `path`
   their content ids; NULL: none does.
   Errors: GP_LIMIT, GP_NOMEM, GP_INTERNAL. */
bool
gp_message_html(const struct gp_message_plan *plan, const struct gp_pack *pack,
                const struct gp_message_styles *styles,
                const struct gp_shown_pictures *shown, struct gp_buf *out,
                struct gp_err *e);

/* True of a picture that mail programs draw, which SVG is not. */
static inline bool
gp_message_shows(const struct gp_shown_picture *p)
{
	return p && p->image->type != GP_IMAGE_SVG;
}

#endif
