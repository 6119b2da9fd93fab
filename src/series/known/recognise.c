/* A table of ways to recognise an article, the surest first; all articles are
   tried by one way before the next is, so that a sure match is never spoiled
   by a doubtful one of an article before it.  It tells who, and writes
   nothing. */
#include "series/known/recognise.h"

/* Runs of words in common, in hundredths, from which on two texts are one that
   was edited, when a name says so too, and when nothing else does.  Two
   articles on one matter by two writers share less than five; a paragraph in
   ten written anew leaves some seventy. */
enum { ALIKE = 25, ALIKE_ALONE = 50 };
/* Words from which on nobody writes the same text twice by chance. */
enum { ENOUGH_WORDS = 30 };
/* Pairs of articles that are compared: a second's work. */
enum { MOST_COMPARED = 4000000 };

#define DAY ((int64_t)24 * 60 * 60) /* s */

struct recogniser {
	const struct gp_recognising *how;
	const struct gp_release_entry *before; /* edition of this pack */
	struct gp_map by_file;                 /* of it: to gp_known */
	struct gp_known **out;
};

static const struct gp_article_facts *
facts_of(const struct recogniser *r, size_t i)
{
	return &r->how->facts[i];
}

static struct gp_known *
by_name(const struct gp_map *names, struct gp_str name)
{
	return name.n ? gp_map_find(names, name) : NULL;
}

static bool
is_alike(const struct recogniser *r, size_t i, const struct gp_known *who)
{
	const struct gp_article_facts *f = facts_of(r, i);

	return gp_str_eq(who->row->text, f->row.text) ||
	       gp_known_likeness(who, &f->sketch) >= ALIKE;
}

static struct gp_known *
if_alike(const struct recogniser *r, size_t i, struct gp_known *who)
{
	return who && is_alike(r, i, who) ? who : NULL;
}

static bool
is_in_last_edition(const struct recogniser *r, const struct gp_known *who)
{
	return r->before && who->last == r->before;
}

/* What was withdrawn is known for ever. */
static bool
is_recent(const struct recogniser *r, const struct gp_known *who)
{
	struct gp_date then = { .precision = GP_NO_DATE };

	if (who->row->state == GP_ARTICLE_WITHDRAWN)
		return true;
	if (!gp_date_parse(who->last->time, &then))
		return false;
	return gp_date_seconds(&r->how->now) - gp_date_seconds(&then) <=
	       GP_TEXT_DAYS * DAY;
}

/* ---- the ways ---- */

/* Within its pack an id that is given is believed whatever the text says. */
static struct gp_known *
by_given(const struct recogniser *r, size_t i)
{
	struct gp_known *who =
		by_name(&r->how->known->by_given, facts_of(r, i)->row.given);

	if (who && is_in_last_edition(r, who))
		return who;
	return if_alike(r, i, who);
}

static struct gp_known *
by_address(const struct recogniser *r, size_t i)
{
	return if_alike(r, i,
	                by_name(&r->how->known->by_address,
	                        facts_of(r, i)->row.address));
}

static struct gp_known *
by_feed(const struct recogniser *r, size_t i)
{
	return if_alike(
		r, i,
		by_name(&r->how->known->by_feed, facts_of(r, i)->row.feed));
}

/* The whole text, or that of its body alone under another title. */
static struct gp_known *
of_same_text(const struct recogniser *r, size_t i)
{
	const struct gp_released_article *row = &facts_of(r, i)->row;
	struct gp_known *who = by_name(&r->how->known->by_text, row->text);

	if (who && (row->words >= ENOUGH_WORDS ||
	            gp_str_eq(who->row->title, row->title)))
		return who;
	who = by_name(&r->how->known->by_sketch, row->sketch);
	return who && row->words >= ENOUGH_WORDS &&
	                       who->row->words == row->words
	               ? who
	               : NULL;
}

/* Nothing has changed at all: who has a twin is not taken for that one. */
static struct gp_known *
as_it_was(const struct recogniser *r, size_t i)
{
	struct gp_known *who = by_name(&r->by_file, facts_of(r, i)->row.file);

	return who && gp_str_eq(who->row->text, facts_of(r, i)->row.text)
	               ? who
	               : NULL;
}

static struct gp_known *
by_text_here(const struct recogniser *r, size_t i)
{
	struct gp_known *who = of_same_text(r, i);

	return who && is_in_last_edition(r, who) ? who : NULL;
}

static struct gp_known *
by_file(const struct recogniser *r, size_t i)
{
	return if_alike(r, i, by_name(&r->by_file, facts_of(r, i)->row.file));
}

/* A file with another name and a word put right.  Each article is held against
   each: not done in packs so large that it would take long. */
static struct gp_known *
by_likeness_here(const struct recogniser *r, size_t i)
{
	struct gp_known *best = NULL, *who;
	unsigned most = ALIKE_ALONE, likeness;
	size_t k;

	if (!r->before || r->before->n_articles > MOST_COMPARED / r->how->n)
		return NULL;
	for (k = 0; k < r->before->n_articles; k++) {
		who = gp_map_find(&r->how->known->by_id,
		                  r->before->articles[k].id);
		if (!who || who->is_taken)
			continue;
		likeness = gp_known_likeness(who, &facts_of(r, i)->sketch);
		if (likeness >= most) {
			most = likeness + 1;
			best = who;
		}
	}
	return best;
}

static struct gp_known *
by_recent_text(const struct recogniser *r, size_t i)
{
	struct gp_known *who = of_same_text(r, i);

	return who && is_recent(r, who) ? who : NULL;
}

static struct gp_known *(*const ways[])(const struct recogniser *, size_t) = {
	by_given,     as_it_was, by_address,       by_feed,
	by_text_here, by_file,   by_likeness_here, by_recent_text,
};

/* ---- known names, other texts ---- */

static void
tell(const struct recogniser *r, size_t i, const char *name,
     const struct gp_known *who)
{
	const struct gp_article_facts *f = facts_of(r, i);
	char path[512];

	gp_format(path, sizeof path, "%s/%.*s", r->how->folder,
	          GP_ARG(f->row.file));
	gp_diag_add(r->how->diag, GP_WARNING, "known-name", path, 0,
	            "has the %s of “%.*s” (pack %.*s) and another text: it is "
	            "taken for a new article",
	            name, GP_ARG(gp_str_sub(who->row->title, 0, 80)),
	            GP_ARG(who->last->pack));
}

static void
tell_of_names(const struct recogniser *r, size_t i)
{
	const struct gp_known_all *known = r->how->known;
	const struct gp_released_article *row = &facts_of(r, i)->row;
	const struct gp_known *who;

	if ((who = by_name(&known->by_given, row->given)) != NULL)
		tell(r, i, "id", who);
	else if ((who = by_name(&known->by_address, row->address)) != NULL)
		tell(r, i, "address", who);
	else if ((who = by_name(&known->by_feed, row->feed)) != NULL)
		tell(r, i, "feed id", who);
	else if ((who = by_name(&r->by_file, row->file)) != NULL)
		tell(r, i, "file name", who);
}

/* ---- all of them ---- */

static void
note_files(struct recogniser *r)
{
	const struct gp_released_article *row;
	size_t i;

	for (i = 0; r->before && i < r->before->n_articles; i++) {
		row = &r->before->articles[i];
		gp_map_put(&r->by_file, row->file,
		           gp_map_find(&r->how->known->by_id, row->id));
	}
}

static void
try_way(struct recogniser *r,
        struct gp_known *(*way)(const struct recogniser *, size_t))
{
	struct gp_known *who;
	size_t i;

	for (i = 0; i < r->how->n; i++) {
		who = r->out[i] ? NULL : way(r, i);
		if (!who || who->is_taken)
			continue;
		who->is_taken = true;
		r->out[i] = who;
	}
}

bool
gp_recognise(const struct gp_recognising *how, struct gp_known ***out,
             struct gp_err *e)
{
	struct recogniser r = {
		.how = how,
		.before = gp_ledger_last_of(how->ledger, how->pack),
		.by_file = { .arena = how->arena },
	};
	size_t i;

	r.out = gp_arena_array(how->arena, how->n + 1, sizeof *r.out);
	if (!r.out)
		return gp_arena_ok(how->arena, e);
	note_files(&r);
	for (i = 0; i < sizeof ways / sizeof *ways; i++)
		try_way(&r, ways[i]);
	for (i = 0; i < how->n; i++)
		if (!r.out[i])
			tell_of_names(&r, i);
	*out = r.out;
	return gp_arena_ok(how->arena, e);
}
