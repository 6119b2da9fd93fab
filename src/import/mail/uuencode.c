/* Finds where a uuencoded file ends; decodes nothing and does not know whether
   the file is worth having.  Lines that only begin like one are left to be
   read as text. */
#include "import/mail/uuencode.h"

enum { UU_FIRST = 32, UU_LAST = 96, UU_BITS = 63 };

static struct gp_str
without_return(struct gp_str line)
{
	if (line.n && line.p[line.n - 1] == '\r')
		line.n--;
	return line;
}

/* "begin 644 list.txt" */
static bool
is_begin(struct gp_str line, struct gp_str *name)
{
	struct gp_str word;
	size_t i;

	if (!gp_str_starts(line, GP_STR("begin ")))
		return false;
	line = gp_str_sub(line, 6, line.n);
	if (!gp_str_word(&line, &word) || word.n < 3 || word.n > 4)
		return false;
	for (i = 0; i < word.n; i++)
		if (word.p[i] < '0' || word.p[i] > '7')
			return false;
	*name = gp_str_trim(line);
	return name->n > 0;
}

/* A length, four characters for every three bytes, and with some encoders one
   more for a sum. */
static bool
is_data(struct gp_str line)
{
	size_t bytes, i;

	for (i = 0; i < line.n; i++)
		if (line.p[i] < UU_FIRST || line.p[i] > UU_LAST)
			return false;
	if (line.n == 0)
		return false;
	bytes = (size_t)(line.p[0] - UU_FIRST) & UU_BITS;
	return line.n - 1 >= (4 * bytes + 2) / 3 &&
	       line.n - 1 <= (bytes + 2) / 3 * 4 + 1;
}

size_t
gp_uu_file(struct gp_str text, struct gp_str *name)
{
	struct gp_str rest = text, line;

	if (!gp_str_split(&rest, '\n', &line) ||
	    !is_begin(without_return(line), name))
		return 0;
	while (rest.n && gp_str_split(&rest, '\n', &line)) {
		line = without_return(line);
		if (gp_str_eq(gp_str_trim(line), GP_STR("end")))
			return text.n - rest.n;
		if (!is_data(line))
			return 0;
	}
	return 0;
}
