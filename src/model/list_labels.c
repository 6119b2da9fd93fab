/* Numbers and types read off the labels that items have in the text, so that
   a list counts as it was written.  A letter may be a Roman number: what comes
   next tells.  It renumbers nothing and knows no list style but HTML's. */
#include "model/list_labels.h"

/* What is left of a label without its dots and brackets: "(a)" is "a". */
static struct gp_str
bare_label(const struct gp_node *item)
{
	struct gp_str s = gp_node_label(item);

	while (s.n && !gp_is_digit(s.p[0]) && !gp_is_alpha(s.p[0]) &&
	       s.p[0] != '-')
		s = gp_str_sub(s, 1, s.n);
	while (s.n && !gp_is_digit(s.p[s.n - 1]) && !gp_is_alpha(s.p[s.n - 1]))
		s.n--;
	return s;
}

/* True when the first two labels of a list are numbers of this count. */
static bool
reads_so(const struct gp_node *list, enum gp_ordinal as)
{
	const struct gp_node *first = list->first;
	long n;

	return first && gp_ordinal_read(bare_label(first), as, &n) &&
	       (!first->next ||
	        gp_ordinal_read(bare_label(first->next), as, &n));
}

/* A letter alone is a Roman number if the next one counts on from it; where
   there is no next one, if it is the first. */
static bool
looks_roman(const struct gp_node *list, enum gp_ordinal as)
{
	struct gp_str s = bare_label(list->first);
	long a = 0, b = 0;

	if (s.n != 1)
		return true;
	if (!list->first->next)
		return gp_to_lower(s.p[0]) == 'i';
	return gp_ordinal_read(s, as, &a) &&
	       gp_ordinal_read(bare_label(list->first->next), as, &b) &&
	       (b == a + 1 || b == a - 1);
}

enum gp_ordinal
gp_list_counting(const struct gp_node *list)
{
	static const enum gp_ordinal roman[] = { GP_ORDINAL_LOWER_ROMAN,
		                                 GP_ORDINAL_UPPER_ROMAN };
	static const enum gp_ordinal letters[] = { GP_ORDINAL_LOWER,
		                                   GP_ORDINAL_UPPER };
	size_t i;

	for (i = 0; i < 2; i++)
		if (reads_so(list, roman[i]) && looks_roman(list, roman[i]))
			return roman[i];
	for (i = 0; i < 2; i++)
		if (reads_so(list, letters[i]))
			return letters[i];
	return GP_ORDINAL_NUMBER;
}

const char *
gp_list_type(const struct gp_node *list)
{
	static const char *const types[] = {
		[GP_ORDINAL_NUMBER] = NULL,     [GP_ORDINAL_LOWER] = "a",
		[GP_ORDINAL_UPPER] = "A",       [GP_ORDINAL_LOWER_ROMAN] = "i",
		[GP_ORDINAL_UPPER_ROMAN] = "I",
	};

	return types[gp_list_counting(list)];
}

bool
gp_label_number(const struct gp_node *item, long *number)
{
	return gp_ordinal_read(bare_label(item), gp_list_counting(item->parent),
	                       number);
}

bool
gp_list_is_counted(const struct gp_node *list)
{
	const struct gp_node *item;
	long n;

	for (item = list->first; item; item = item->next) {
		struct gp_str label = gp_node_label(item);

		if (label.n == 0)
			continue;
		if (!gp_str_ends(label, GP_STR(".")) ||
		    gp_str_ends(label, GP_STR("..")) ||
		    bare_label(item).n + 1 != label.n ||
		    !gp_label_number(item, &n))
			return false;
	}
	return true;
}
