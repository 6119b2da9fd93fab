/*
 * A stylesheet filled with values of the design: "@accent@" in styles/epub.css
 * becomes a colour, "@size:heading-2@" a length.  Knows names and numbers;
 * nothing of CSS, and no page.
 */
#ifndef GP_WRITE_XHTML_DESIGN_CSS_H
#define GP_WRITE_XHTML_DESIGN_CSS_H

#include "base/buf.h"
#include "config/style.h"

/* True when `css` can be a style sheet: UTF-8 with rules in braces that close,
   which a file that was cut or is none at all has not.  The rest is for the
   reader's device, which skips what it does not know.  Else GP_SYNTAX with
   file and line. */
bool
gp_design_css_check(const char *path, struct gp_str css, struct gp_err *e);

/* Appends `css` with its placeholders filled:
 *   @accent@        the colour of bars and headings, "#1f4e79"
 *   @accent-light@  the same half way to white, for dark pages
 *   @size:ROLE@     the type of a role against that of the body, in em
 *   @after:ROLE@    the space below a role against its own type, in em
 *   @leading:ROLE@  its leading against its type, a plain number
 * An at-rule ("@media ...") is none of them.
 * Errors: GP_SYNTAX with file and line, for a name that is not known. */
bool
gp_design_css(const struct gp_style *s, const char *path, struct gp_str css,
              struct gp_buf *out, struct gp_err *e);

#endif
