/* A name looked up once in both vocabularies and kept in a map of the page, and
   a value of several names too.  What follows from a name is not known here,
   nor which element had it. */
#include "import/html/page/html_class.h"

#include "import/html/page/html_meta_words.h"
#include "import/html/page/html_tags.h"

static void
keep(struct gp_classes *c, struct gp_str key, struct gp_class class)
{
	struct gp_class *kept = gp_arena_alloc(c->map.arena, sizeof *kept);

	if (!kept)
		return;
	*kept = class;
	gp_map_put(&c->map, key, kept);
}

static struct gp_class
class_of_name(struct gp_classes *c, struct gp_str name)
{
	const struct gp_class *found = gp_map_find(&c->map, name);
	struct gp_class class;

	if (found)
		return *found;
	class.hints = gp_hints_in(name);
	class.says = gp_meta_words(name);
	keep(c, name, class);
	return class;
}

struct gp_class
gp_class_of(struct gp_classes *c, struct gp_str value)
{
	const struct gp_class *found = gp_map_find(&c->map, value);
	struct gp_class all = { .hints = 0 }, one;
	struct gp_str rest = value, name;
	size_t n = 0;

	if (found)
		return *found;
	while (n < GP_HINT_NAMES && gp_str_word(&rest, &name)) {
		one = class_of_name(c, name);
		all.hints |= one.hints;
		all.says |= n++ < GP_META_NAMES ? one.says : 0;
	}
	if (n > 0 && name.n < value.n)
		keep(c, value, all);
	return all;
}
