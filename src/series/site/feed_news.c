/* All of it is in the ledger: the entry of a release says how its pack shows
   each article, so that a pack in an archive says for ever what it said.  No
   record is read. */
#include "series/site/feed_news.h"

#include "wording/since_words.h"

static struct gp_date
day_of(struct gp_str text)
{
	struct gp_date day = { .precision = GP_NO_DATE };

	(void)gp_date_parse(text, &day);
	return day;
}

struct gp_str
gp_feed_lead(const struct gp_release_entry *r, const struct gp_labels *l,
             struct gp_arena *a)
{
	struct gp_since since = { .moment = day_of(r->moment) };
	struct gp_date day = day_of(r->date);
	size_t i;

	for (i = 0; i < r->n_articles; i++) {
		enum gp_article_state state = r->articles[i].state;

		since.edition.added += state == GP_ARTICLE_NEW;
		since.edition.corrected += state == GP_ARTICLE_CORRECTED;
		since.edition.withdrawn += state == GP_ARTICLE_WITHDRAWN;
	}
	return gp_since_lead(&since, &day, l, a);
}

struct gp_str
gp_feed_summary(const struct gp_release_entry *r, const struct gp_labels *l,
                struct gp_arena *a)
{
	struct gp_str lead = gp_feed_lead(r, l, a), articles;
	size_t n = 0, i;

	for (i = 0; i < r->n_articles; i++)
		n += r->articles[i].state != GP_ARTICLE_WITHDRAWN;
	articles = gp_word_number(l, GP_W_ARTICLES, n, a);
	return gp_arena_printf(a, "%.*s%s%.*s.", GP_ARG(lead),
	                       lead.n ? ". " : "", GP_ARG(articles));
}

struct gp_str
gp_feed_article_mark(const struct gp_release_entry *r,
                     const struct gp_released_article *article,
                     const struct gp_labels *l, struct gp_arena *a)
{
	struct gp_date first = day_of(article->first), day = day_of(r->date);

	return gp_since_state_mark(article->since, &first, &day, l, a);
}

/* Where the last pack begins.  Of the first pack of all only later editions
   are new to anybody. */
static bool
is_recent(const struct gp_feed_lists *lists, const struct gp_feed_item *item)
{
	const struct gp_feed_items *packs = &lists->packs;
	const struct gp_release_entry *first;

	if (packs->n == 0)
		return false;
	first = packs->rows[packs->n - 1].first;
	return packs->n > 1 ? item->made->number >= first->number
	                    : item->made->number > first->number;
}

enum gp_entry_state
gp_feed_item_state(const struct gp_feed_lists *lists,
                   const struct gp_feed_item *item)
{
	if (!is_recent(lists, item))
		return GP_ENTRY_UNSAID;
	if (item->state == GP_ARTICLE_NEW)
		return GP_ENTRY_NEW;
	return item->state == GP_ARTICLE_CORRECTED ? GP_ENTRY_CORRECTED
	                                           : GP_ENTRY_UNSAID;
}

struct gp_str
gp_feed_state_name(enum gp_entry_state state)
{
	return state == GP_ENTRY_NEW         ? GP_STR("new")
	       : state == GP_ENTRY_CORRECTED ? GP_STR("corrected")
	                                     : GP_STR("");
}

struct gp_str
gp_feed_no_books(const struct gp_release_entry *r, const struct gp_labels *l)
{
	return gp_word(l, gp_release_is_withdrawal(r) ? GP_W_PACK_IS_OUT
	                                              : GP_W_PACK_IS_AWAY);
}
