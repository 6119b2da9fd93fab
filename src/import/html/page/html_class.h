/*
 * What the values of class attributes say, each of them and each name in it
 * looked up once a page: the same ones stand on most of its elements.  It
 * knows neither what stands in an element nor what follows from its names.
 * Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_CLASS_H
#define GP_IMPORT_HTML_HTML_CLASS_H

#include "base/map.h"

struct gp_class {
	unsigned hints; /* bits of enum gp_hint */
	unsigned says;  /* bits of enum gp_word_class */
};

struct gp_classes {
	struct gp_map map; /* its arena is set by the user */
};

/* Of a value such as "post-body entryContent", which must live as long as
   `c`.  Failure is the arena's. */
struct gp_class
gp_class_of(struct gp_classes *c, struct gp_str value);

#endif
