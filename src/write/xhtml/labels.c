/* Numbers and types read off the labels that items have in the text, so that
   a list counts as it was written.  A letter may be a Roman number: "i" at
   the start of a list is one.  It renumbers nothing and knows no list style
   but HTML's. */
#include "write/xhtml/labels.h"

/* What is left of a label without its dots and brackets: "(a)" is "a". */
static struct gp_str
bare_label(const struct gp_node *item)
{
	struct gp_str s = gp_node_label(item);

	while (s.n && !gp_is_digit(s.p[0]) && !gp_is_alpha(s.p[0]))
		s = gp_str_sub(s, 1, s.n);
	while (s.n && !gp_is_digit(s.p[s.n - 1]) && !gp_is_alpha(s.p[s.n - 1]))
		s.n--;
	return s;
}

long
gp_label_number(const struct gp_node *item)
{
	struct gp_str s = bare_label(item);
	long number = 0;
	size_t i;

	if (s.n == 1 && gp_is_alpha(s.p[0]))
		return gp_to_lower(s.p[0]) - 'a' + 1;
	for (i = 0; i < s.n; i++) {
		if (!gp_is_digit(s.p[i]) || i > 8)
			return 0;
		number = number * 10 + (s.p[i] - '0');
	}
	return number;
}

const char *
gp_list_type(const struct gp_node *list)
{
	struct gp_str s = list->first ? bare_label(list->first) : GP_STR("");

	if (s.n != 1 || !gp_is_alpha(s.p[0]))
		return NULL;
	if (s.p[0] == 'i' || s.p[0] == 'I')
		return s.p[0] == 'i' ? "i" : "I";
	return gp_is_lower(s.p[0]) ? "a" : "A";
}

bool
gp_list_is_roman(const struct gp_node *list)
{
	const char *type = gp_list_type(list);

	return type && (*type == 'i' || *type == 'I');
}
