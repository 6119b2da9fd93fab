/* An address that is in two pieces is not known for one: its pieces are put
   together before anybody looks for it.  Scripts without spaces end their lines
   anywhere; those lines are joined with all others, later. */
#include "import/mail/cut_words.h"

static bool
is_of_word(char c)
{
	return c > ' ' && c < 0x7F;
}

static size_t
quote_depth(struct gp_str line)
{
	size_t n = 0;

	while (n < line.n && line.p[n] == '>')
		n++;
	return n;
}

static struct gp_str
without_return(struct gp_str line)
{
	return gp_str_sub(line, 0, line.n - gp_str_ends(line, GP_STR("\r")));
}

/* One space, which a mailer put there, and no sign of a signature. */
static bool
is_cut(struct gp_str line)
{
	size_t from = quote_depth(line);

	return line.n >= from + 2 && line.p[line.n - 1] == ' ' &&
	       is_of_word(line.p[line.n - 2]) &&
	       !gp_str_eq(gp_str_trim(gp_str_sub(line, from, line.n)),
	                  GP_STR("--"));
}

/* What a line in a quotation of `depth` goes on with: behind its marks and the
   one space that may stand there (RFC 3676, section 4.4); "" for another. */
static struct gp_str
rest_of_word(struct gp_str line, size_t depth)
{
	struct gp_str words = gp_str_sub(line, depth, line.n);

	if (quote_depth(line) != depth)
		return GP_STR("");
	if (gp_str_starts(words, GP_STR(" ")))
		words = gp_str_sub(words, 1, words.n);
	return words.n && is_of_word(words.p[0]) ? words : GP_STR("");
}

/* Its last space waits until it is known what comes next. */
static void
put(struct gp_str line, bool cut, struct gp_buf *out)
{
	gp_buf_str(out, gp_str_sub(line, 0, line.n - cut));
}

void
gp_cut_words_join(struct gp_str text, struct gp_buf *out)
{
	struct gp_str line, rest;
	size_t depth = 0;
	bool cut = false, first = true;

	while (gp_str_split(&text, '\n', &line)) {
		line = without_return(line);
		rest = cut ? rest_of_word(line, depth) : GP_STR("");
		if (!first && rest.n == 0)
			gp_buf_puts(out, cut ? " \n" : "\n");
		cut = is_cut(line);
		put(rest.n ? rest : line, cut, out);
		depth = quote_depth(line);
		first = false;
	}
	if (cut)
		gp_buf_putc(out, ' ');
}
