/*
 * Names of HTML, SVG and MathML as numbers.  It does not know what any of them
 * means: that is a matter of their users.
 */
#ifndef GP_IMPORT_HTML_PARSE_KNOWN_NAMES_H
#define GP_IMPORT_HTML_PARSE_KNOWN_NAMES_H

/* Names of elements and attributes.  Those that are not in parse_names.def
   get numbers from GP_N_COUNT on, other ones in each tree. */
enum gp_name {
	GP_N_NONE,  /* of a text */
	GP_N_OTHER, /* of too many: see GP_MAX_HTML_NAMES */
#define GP_NAME(constant, name, is, start, end) constant,
#include "import/html/parse/parse_names.def"
#undef GP_NAME
	GP_N_COUNT,
};

#endif
