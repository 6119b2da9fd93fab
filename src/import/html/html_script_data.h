/*
 * The text that a page holds only as data for its scripts: JSON in elements of
 * its own, or given to a variable or a function.  No script is run; what is no
 * JSON is not read.  Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_SCRIPT_DATA_H
#define GP_IMPORT_HTML_HTML_SCRIPT_DATA_H

#include "base/buf.h"
#include "import/html/page/html_reading.h"

/* What was found. */
struct gp_script_text {
	struct gp_buf html; /* as a fragment of a page */
	unsigned words;
	unsigned line; /* of the script */
};

/* The longest of the texts in the scripts of h->flat, each judged by itself:
   the strings of one name ("body", "text") in the part of the data that holds
   nearly all of them.  Nothing found: no words.  A script larger than
   GP_MAX_SCRIPT_DATA is left out with a finding.  The caller frees `html`,
   after an error too.  Cost: linear.  Errors: GP_NOMEM, GP_LIMIT. */
bool
gp_html_script_text(const struct gp_html *h, struct gp_script_text *out,
                    struct gp_err *e);

/* True when the page has any script but data about itself. */
bool
gp_html_has_scripts(const struct gp_html *h);

#endif
