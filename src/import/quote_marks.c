/* A table; a language with a region comes before the language alone.  It knows
   no language but by its tag. */
#include "import/quote_marks.h"

static const struct quote_row {
	const char *lang;
	struct gp_quote_marks outer, inner;
} rows[] = {
	{ "ar", { "”", "“" }, { "’", "‘" } },
	{ "be", { "«", "»" }, { "„", "“" } },
	{ "bg", { "„", "“" }, { "’", "’" } },
	{ "ca", { "«", "»" }, { "“", "”" } },
	{ "cs", { "„", "“" }, { "‚", "‘" } },
	{ "cy", { "‘", "’" }, { "“", "”" } },
	{ "de-CH", { "«", "»" }, { "‹", "›" } },
	{ "de-LI", { "«", "»" }, { "‹", "›" } },
	{ "de", { "„", "“" }, { "‚", "‘" } },
	{ "el", { "«", "»" }, { "“", "”" } },
	{ "es", { "«", "»" }, { "“", "”" } },
	{ "et", { "„", "“" }, { "«", "»" } },
	{ "eu", { "«", "»" }, { "‹", "›" } },
	{ "fa", { "«", "»" }, { "‹", "›" } },
	{ "fi", { "”", "”" }, { "’", "’" } },
	{ "fr-CH", { "«", "»" }, { "‹", "›" } },
	{ "fr", { "«\u00A0", "\u00A0»" }, { "“", "”" } },
	{ "he", { "”", "”" }, { "’", "’" } },
	{ "hr", { "„", "“" }, { "‚", "‘" } },
	{ "hu", { "„", "”" }, { "»", "«" } },
	{ "hy", { "«", "»" }, { "«", "»" } },
	{ "is", { "„", "“" }, { "‚", "‘" } },
	{ "it", { "«", "»" }, { "“", "”" } },
	{ "ja", { "「", "」" }, { "『", "』" } },
	{ "lt", { "„", "“" }, { "„", "“" } },
	{ "mk", { "„", "“" }, { "’", "‘" } },
	{ "nb", { "«", "»" }, { "‘", "’" } },
	{ "nl", { "‘", "’" }, { "“", "”" } },
	{ "nn", { "«", "»" }, { "‘", "’" } },
	{ "no", { "«", "»" }, { "‘", "’" } },
	{ "pl", { "„", "”" }, { "«", "»" } },
	{ "pt-PT", { "«", "»" }, { "“", "”" } },
	{ "ro", { "„", "”" }, { "«", "»" } },
	{ "ru", { "«", "»" }, { "„", "“" } },
	{ "sk", { "„", "“" }, { "‚", "‘" } },
	{ "sl", { "„", "“" }, { "‚", "‘" } },
	{ "sq", { "«", "»" }, { "“", "”" } },
	{ "sr", { "„", "“" }, { "’", "’" } },
	{ "sv", { "”", "”" }, { "’", "’" } },
	{ "uk", { "«", "»" }, { "„", "“" } },
	{ "zh-Hant", { "「", "」" }, { "『", "』" } },
	{ "zh-TW", { "「", "」" }, { "『", "』" } },
	{ "zh-HK", { "「", "」" }, { "『", "』" } },
};

static bool
is_of(struct gp_str lang, struct gp_str row)
{
	return gp_str_eq_nocase(gp_str_sub(lang, 0, row.n), row) &&
	       (lang.n == row.n || (lang.n > row.n && lang.p[row.n] == '-'));
}

struct gp_quote_marks
gp_quote_marks(struct gp_str lang, unsigned depth)
{
	static const struct gp_quote_marks english[] = { { "“", "”" },
		                                         { "‘", "’" } };
	size_t i;

	for (i = 0; i < sizeof rows / sizeof *rows; i++)
		if (is_of(lang, gp_str(rows[i].lang)))
			return depth % 2 ? rows[i].inner : rows[i].outer;
	return english[depth % 2];
}
