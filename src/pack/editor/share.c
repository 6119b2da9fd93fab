/* Names are compared letter by letter as they are folded for comparing, those
   of web sites without what stands before their names; where no row fits,
   without the article in front as well.  Days are not counted: since when an
   article is out is for a series to know. */
#include "pack/editor/share.h"

#include "base/text/fold.h"
#include "base/text/uri.h"

/* "The Courier" and "Courier" are one paper, in the languages in which articles
   are known apart. */
static const char *const in_front[] = {
	"the", "der", "die", "das", "le", "la", "les", "el", "los", "las", "il",
	"lo",  "i",   "de",  "het", "y",  "yr", "o",   "os", "as",  NULL,
};

/* ---- names ---- */

/* The next letter of a name; a space at its end, as a full stop leaves one, is
   the end. */
static uint32_t
next_letter(struct gp_str s, size_t *i)
{
	uint32_t c = gp_fold_next(s, i);
	size_t after = *i;

	return c == ' ' && gp_fold_next(s, &after) == 0 ? 0 : c;
}

static bool
is_same_text(struct gp_str a, struct gp_str b)
{
	size_t i = 0, k = 0;
	uint32_t c, d;

	do {
		c = next_letter(a, &i);
		d = next_letter(b, &k);
	} while (c && c == d);
	return c == d && a.n && b.n;
}

/* "courier.example" of "https://www.courier.example/". */
static struct gp_str
bare(struct gp_str name)
{
	static const struct gp_str www = { "www.", 4 };
	struct gp_str host = gp_web_authority(name);

	name = gp_str_trim(host.n ? host : name);
	if (gp_str_eq_nocase(gp_str_sub(name, 0, www.n), www))
		name = gp_str_sub(name, www.n, name.n);
	return name;
}

static struct gp_str
without_article(struct gp_str name)
{
	struct gp_str rest = name, word;
	size_t i;

	if (!gp_str_word(&rest, &word) || gp_str_trim(rest).n == 0)
		return name;
	for (i = 0; in_front[i]; i++)
		if (gp_str_eq_nocase(word, gp_str(in_front[i])))
			return gp_str_trim(rest);
	return name;
}

static bool
is_same_name(struct gp_str a, struct gp_str b)
{
	return is_same_text(without_article(bare(a)), without_article(bare(b)));
}

/* "The Sun" and "Sun" may have a row each. */
const struct gp_series_source *
gp_share_row(const struct gp_seriesfile *series, struct gp_str source)
{
	const struct gp_series_source *row = series->sources;
	struct gp_str name = bare(source);
	size_t i;

	for (i = 0; i < series->n_sources; i++)
		if (is_same_text(bare(row[i].name), name))
			return &row[i];
	for (i = 0; i < series->n_sources; i++)
		if (is_same_name(row[i].name, name))
			return &row[i];
	return NULL;
}

struct gp_str
gp_share_source(const struct gp_doc *doc)
{
	return doc->source.name.n ? doc->source.name
	                          : gp_web_authority(doc->url.text);
}

/* ---- what may be shown ---- */

static enum gp_share
stricter(enum gp_share a, enum gp_share b)
{
	return a > b ? a : b;
}

static enum gp_share
share_of_row(const struct gp_share_rules *rules,
             const struct gp_series_source *row)
{
	enum gp_share switched = (enum gp_share)rules->switched, own;

	if (!row || row->use == GP_USE_UNSAID)
		return switched;
	own = (enum gp_share)(row->use - GP_USE_FULL);
	return rules->is_switched ? stricter(own, switched) : own;
}

struct gp_share_decision
gp_share_decide(const struct gp_share_rules *rules, struct gp_str source)
{
	const struct gp_seriesfile *series = rules->series;
	struct gp_share_decision is = { GP_SHARE_FULL, NULL, false };

	if (!series)
		return is;
	is.row = gp_share_row(series, source);
	is.share = share_of_row(rules, is.row);
	if (series->audience != GP_AUDIENCE_PUBLIC || is.row ||
	    is_same_name(series->info.organisation, source))
		return is;
	is.unlisted = true;
	is.share = GP_SHARE_LINK;
	return is;
}

_Static_assert((int)GP_SHARE_EXTRACT == (int)GP_FEED_EXTRACT &&
                       (int)GP_SHARE_LINK == (int)GP_FEED_LINKS &&
                       (int)GP_SHARE_LINK == GP_USE_LINK - GP_USE_FULL,
               "what is switched, used and shared is told in one order");
