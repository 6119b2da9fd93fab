/* A value looked up once in both vocabularies and kept in a map of the page.
   What follows from a name is not known here, nor which element had it. */
#include "import/html/page/html_class.h"

#include "import/html/page/html_meta_words.h"
#include "import/html/page/html_tags.h"

struct gp_class
gp_class_of(struct gp_classes *c, struct gp_str value)
{
	struct gp_class *found, none = { .hints = 0 };

	if (value.n == 0)
		return none;
	found = gp_map_find(&c->map, value);
	if (found)
		return *found;
	none.hints = gp_hints_in(value);
	none.says = gp_meta_words(value);
	found = gp_arena_alloc(c->map.arena, sizeof *found);
	if (!found)
		return none;
	*found = none;
	gp_map_put(&c->map, value, found);
	return none;
}
