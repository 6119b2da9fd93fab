/* What the summary of a pack says, taken from what pack.yaml says and no
   other place.  It neither numbers nor orders articles, and knows no page. */
#include "wording/summary_words.h"

bool
gp_summary_wanted(const struct gp_pack *pack)
{
	size_t i;

	if (pack->n_entries == 0)
		return false;
	for (i = 0; i < pack->n_entries; i++)
		if (pack->entries[i].why.n)
			return true;
	return gp_str_trim(pack->info.lines_to_take).n > 0;
}

/* As people type a list. */
static struct gp_str
without_bullet(struct gp_str line)
{
	static const char *const bullets[] = { "- ", "* ", "\xE2\x80\xA2 ",
		                               "\xE2\x80\x93 " };
	size_t i;

	for (i = 0; i < sizeof bullets / sizeof *bullets; i++)
		if (gp_str_starts(line, gp_str(bullets[i])))
			return gp_str_trim(
				gp_str_sub(line, gp_str(bullets[i]).n, line.n));
	return line;
}

bool
gp_summary_line(const struct gp_pack *pack, size_t *at, struct gp_str *line)
{
	struct gp_str all = pack->info.lines_to_take;

	while (*at < all.n) {
		size_t end = gp_str_find(all, GP_STR("\n"), *at);

		*line = without_bullet(gp_str_trim(gp_str_sub(all, *at, end)));
		*at = end < all.n ? end + 1 : all.n;
		if (line->n)
			return true;
	}
	return false;
}
