/* The byline among the claims.  The names that one place gives are one list;
   lists that agree speak for each other; a person comes before an
   organisation, and what names the site or nobody is no byline at all.  It
   invents no name and looks none up. */
#include "normalise/says/byline.h"
#include "normalise/says/claim_fields.h"
#include "normalise/says/claim_words.h"
#include "normalise/says/dateline.h"

enum { MOST_LISTS = 24, MOST_AUTHORS = 24 };

/* Trust in the names that a place gives.  Lists that agree add theirs up, and
   the highest sum wins.  A judgement: the file's own word outweighs any
   other place, a line over the text any but that.  Values from a fifth of
   each to its double were tried by tests/eval/weigh on 818 pages of two public
   sets, WCXB's articles and trafilatura's: none gets more names right than the
   523 of these, the worst 7 fewer.  The pages of tests/eval do not tell. */
static const int place_trust[] = {
	[GP_SAID_BY_FILE] = 100, [GP_SAID_IN_DATA] = 30, [GP_SAID_IN_PAGE] = 25,
	[GP_SAID_IN_META] = 20,  [GP_SAID_NEARBY] = 5,
};
enum {
	LINE_TRUST = 90, /* of a line over the text that is a byline */
	READ_TRUST = 45, /* of words at the title that are one */
	NO_PERSON = 28,  /* less where nobody on the list is one */
};

struct name_list {
	struct gp_str from;
	enum gp_claim_place place;
	unsigned group;
	struct gp_author authors[MOST_AUTHORS];
	size_t n;
	size_t persons;
	struct gp_judged_claim *claim; /* the first of them */
	struct gp_str text; /* as it stood, where one claim says all */
	struct gp_str line; /* the last that is no part of another */
	size_t n_claims, n_lines;
};

struct lists {
	struct name_list all[MOST_LISTS];
	size_t n;
};

/* ---- lists ---- */

static bool
same_name(struct gp_work *w, const struct gp_author *a,
          const struct gp_author *b)
{
	return gp_str_eq(gp_claim_fold(w, a->name), gp_claim_fold(w, b->name));
}

/* "Author Jane Smith" and "Jane Smith Daily News" hold "Jane Smith". */
static bool
holds_name(struct gp_work *w, const struct gp_author *a,
           const struct gp_author *b)
{
	struct gp_str all = gp_claim_fold(w, a->name),
		      part = gp_claim_fold(w, b->name);
	size_t at;

	at = gp_str_find(all, part, 0);
	return gp_str_words(part) > 1 && all.n > part.n && at < all.n &&
	       (at == 0 || all.p[at - 1] == ' ') &&
	       (at + part.n == all.n || all.p[at + part.n] == ' ');
}

/* By name, not by what a machine knows somebody by, nor by the site's. */
static bool
is_a_person(struct gp_work *w, const struct gp_author *a)
{
	return a->kind == GP_PERSON && !gp_byline_is_account(a->name) &&
	       !gp_claims_is_site(w, a->name);
}

/* "CNN Business" on a site called CNN. */
static bool
is_of_site(struct gp_work *w, const struct gp_author *a)
{
	const struct gp_judged_claim *c = NULL;
	struct gp_str name = gp_claim_fold(w, a->name), site;

	while ((c = gp_claims_next(w, c, GP_CLAIM_SOURCE)) != NULL) {
		site = gp_claim_fold(w, c->said->value);
		if (site.n > 2 && gp_str_starts(name, site))
			return true;
	}
	return false;
}

static bool
is_spare(struct gp_work *w, const struct name_list *list, size_t i)
{
	const struct gp_author *a = &list->authors[i];
	size_t k;

	for (k = 0; k < list->n; k++)
		if (holds_name(w, a, &list->authors[k]))
			return true;
	return list->n > 1 && is_of_site(w, a);
}

/* Takes authors out whose name holds that of another, and the paper beside
   its writer. */
static void
tidy(struct gp_work *w, struct name_list *list)
{
	bool spare[MOST_AUTHORS];
	size_t i, n = 0;

	for (i = 0; i < list->n; i++)
		spare[i] = is_spare(w, list, i);
	for (i = 0; i < list->n; i++) {
		if (!spare[i])
			list->authors[n++] = list->authors[i];
		else
			list->persons -= is_a_person(w, &list->authors[i]);
	}
	list->n = n;
}

static bool
has_author(struct gp_work *w, const struct name_list *list,
           const struct gp_author *a)
{
	size_t i;

	for (i = 0; i < list->n; i++)
		if (same_name(w, &list->authors[i], a))
			return true;
	return false;
}

static bool
covers(struct gp_work *w, const struct name_list *all,
       const struct name_list *some)
{
	size_t i;

	for (i = 0; i < some->n; i++)
		if (!has_author(w, all, &some->authors[i]))
			return false;
	return true;
}

static struct name_list *
list_for(struct lists *lists, const struct gp_judged_claim *c)
{
	struct name_list *list;
	size_t i;

	for (i = 0; i < lists->n; i++)
		if (lists->all[i].place == c->said->place &&
		    lists->all[i].group == c->said->group &&
		    gp_str_eq(lists->all[i].from, c->said->from))
			return &lists->all[i];
	if (lists->n == MOST_LISTS)
		return NULL;
	list = &lists->all[lists->n++];
	list->from = c->said->from;
	list->place = c->said->place;
	list->group = c->said->group;
	return list;
}

/* "Smith, Jane" as "Jane Smith", where libraries write. */
static struct gp_str
turned(struct gp_work *w, const struct gp_judged_claim *c, struct gp_str s)
{
	size_t at = gp_str_find(s, GP_STR(", "), 0);
	struct gp_str last = gp_str_sub(s, 0, at),
		      first = gp_str_sub(s, at + 2, s.n);

	if (at == s.n || gp_str_words(last) != 1 || gp_str_words(first) > 2 ||
	    gp_str_words(first) == 0 ||
	    gp_str_find(first, GP_STR(","), 0) < first.n ||
	    !(gp_str_starts(c->said->from, GP_STR("citation")) ||
	      gp_str_starts(c->said->from, GP_STR("dc"))))
		return s;
	return gp_arena_printf(w->doc->arena, "%.*s %.*s", GP_ARG(first),
	                       GP_ARG(last));
}

/* Sites sign their own pages in the data; only what readers see makes a
   byline of that, and no person of it.  "Person" in the data is believed of
   names that may be a person's. */
static bool
is_sites_own(struct gp_work *w, const struct gp_judged_claim *c,
             struct gp_author *a)
{
	const struct gp_judged_claim *source = NULL;
	bool is_person = c->said->person && a->kind != GP_ORGANISATION;

	while ((source = gp_claims_next(w, source, GP_CLAIM_SOURCE)) != NULL)
		if (!is_person &&
		    gp_str_eq(gp_claim_fold(w, source->said->value),
		              gp_claim_fold(w, a->name)))
			a->kind = GP_ORGANISATION;
	return a->kind == GP_ORGANISATION && !is_person &&
	       c->said->place != GP_SAID_BY_FILE &&
	       c->said->place != GP_SAID_IN_PAGE &&
	       gp_claims_is_site(w, a->name);
}

/* A part of a line that was read as a whole: a link in a byline. */
static bool
is_inner(const struct name_list *list, struct gp_str text)
{
	return list->n > 0 && text.n <= list->line.n &&
	       gp_str_find(list->line, text, 0) < list->line.n;
}

/* Says more exactly what one of the authors is called. */
static bool
is_within(struct gp_work *w, const struct name_list *list,
          const struct gp_author *a)
{
	size_t i;

	for (i = 0; i < list->n; i++)
		if (holds_name(w, &list->authors[i], a))
			return true;
	return false;
}

/* Somebody wrote it into the file by hand: "bell hooks"; or readers see that
   nobody is called otherwise: "jsmith42". */
static bool
stands_as_is(const struct gp_judged_claim *c, struct gp_str text)
{
	if (c->said->place == GP_SAID_BY_FILE)
		return gp_str_words(text) > 1;
	return c->said->group > 0 && gp_byline_is_account(text) &&
	       gp_is_alpha(text.p[0]);
}

static bool
take_as_is(struct gp_work *w, const struct gp_judged_claim *c,
           struct gp_str text, struct gp_byline *b)
{
	if (gp_byline_nobody(text) || !stands_as_is(c, text))
		return false;
	*b = (struct gp_byline){ .text = text };
	b->authors = gp_arena_array(w->doc->arena, 1, sizeof *b->authors);
	if (!b->authors)
		return false;
	b->authors[0] = (struct gp_author){ .name = text, .display = text };
	b->n_authors = 1;
	return true;
}

static void
add_text(struct gp_work *w, struct name_list *list, struct gp_judged_claim *c,
         struct gp_str text)
{
	struct gp_byline b;
	bool inner = is_inner(list, c->said->value);
	size_t i;

	if (!gp_byline_read(w->doc->arena, text, &b) &&
	    !take_as_is(w, c, text, &b))
		return;
	for (i = 0; i < b.n_authors && list->n < MOST_AUTHORS; i++) {
		struct gp_author *a = &b.authors[i];

		if (c->said->organisation)
			a->kind = GP_ORGANISATION;
		if (is_sites_own(w, c, a) || has_author(w, list, a) ||
		    (inner && !is_within(w, list, a)))
			continue;
		list->persons += is_a_person(w, a);
		list->authors[list->n++] = *a;
	}
	if (!list->claim)
		list->claim = c;
	if (!inner) {
		list->line = c->said->value;
		list->n_lines++;
	}
	list->n_claims++;
	if (b.n_authors == list->n)
		list->text = b.text;
}

/* Words lead up to a name, and not to a place or a thing. */
static bool
opens_byline(struct gp_work *w, struct gp_str s)
{
	struct gp_byline found;
	struct gp_str name;
	struct gp_opening o = gp_byline_opened(s, &name);

	return o.opens != GP_OPENS_NOT &&
	       (!o.of_person || gp_byline_is(s) ||
	        gp_byline_signs(w->scratch, s, &found));
}

/* "7 June 2022 \u00B7 Jane Smith \u00B7 2 min read": a name alone, beside a
   date or a time to read. */
static void
add_from_line(struct gp_work *w, struct name_list *list,
              struct gp_judged_claim *c)
{
	static const char *const bars[] = { "\u00B7", "\u2022", "|", NULL };
	struct gp_str line = gp_claim_text(w, c->said->value), part;
	struct gp_found_date date;
	size_t i, at, end = 0;
	bool dated = gp_dateline_find(line, GP_DAY_FIRST, &date, NULL);

	if (opens_byline(w, line)) {
		add_text(w, list, c, line);
		return;
	}
	for (; dated && line.n > 0; line = gp_str_sub(line, end, line.n)) {
		at = end = line.n;
		for (i = 0; bars[i]; i++)
			if (gp_str_find(line, gp_str(bars[i]), 0) < at) {
				at = gp_str_find(line, gp_str(bars[i]), 0);
				end = at + gp_str(bars[i]).n;
			}
		part = gp_str_trim(gp_str_sub(line, 0, at));
		if (gp_byline_maybe(part) && !gp_byline_is_post(part) &&
		    gp_str_words(part) <= 4)
			add_text(w, list, c, part);
	}
}

/* "Author: Jane Smith" in what is marked as a byline somewhere in the page. */
static bool
is_labelled(const struct gp_judged_claim *c)
{
	struct gp_str name;

	return c->said->place == GP_SAID_IN_PAGE &&
	       gp_byline_opened(c->said->value, &name).opens ==
	               GP_OPENS_ANYWHERE;
}

/* Where nobody signs the article at its title: those who are called its
   author elsewhere. */
static void
collect_labelled(struct gp_work *w, struct lists *lists)
{
	struct gp_judged_claim *c = NULL;
	struct name_list *list;

	while ((c = gp_claims_next(w, c, GP_CLAIM_BYLINE)) != NULL) {
		list = is_labelled(c) ? list_for(lists, c) : NULL;
		if (list)
			add_text(w, list, c, gp_claim_text(w, c->said->value));
	}
}

static void
collect_names(struct gp_work *w, struct lists *lists)
{
	struct gp_judged_claim *c = NULL;
	struct name_list *list;
	size_t i;

	while ((c = gp_claims_next(w, c, GP_CLAIM_BYLINE)) != NULL) {
		if (!c->said->in_article && c->said->place != GP_SAID_BY_FILE)
			continue;
		list = list_for(lists, c);
		if (list && c->said->place == GP_SAID_NEARBY)
			add_from_line(w, list, c);
		else if (list)
			add_text(
				w, list, c,
				turned(w, c, gp_claim_text(w, c->said->value)));
	}
	for (i = 0; i < lists->n; i++)
		tidy(w, &lists->all[i]);
}

/* ---- choosing ---- */

static int
trust_of(const struct name_list *list)
{
	/* "By Jane Smith" over the text: whoever put it there knew that the
	   system would sign with another name. */
	if (list->place == GP_SAID_IN_PAGE && list->claim &&
	    list->claim->said->at.first > 0)
		return LINE_TRUST;
	if (list->place == GP_SAID_NEARBY && list->persons > 0 &&
	    gp_byline_is(list->line))
		return READ_TRUST;
	return place_trust[list->place];
}

static bool
agree(struct gp_work *w, const struct name_list *a, const struct name_list *b)
{
	return a->n > 0 && b->n > 0 && (covers(w, a, b) || covers(w, b, a));
}

static int
score(struct gp_work *w, const struct lists *lists,
      const struct name_list *list)
{
	int sum = trust_of(list);
	size_t i;

	if (list->n == 0)
		return 0;
	if (list->persons == 0)
		sum -= NO_PERSON;
	for (i = 0; i < lists->n; i++)
		if (&lists->all[i] != list && lists->all[i].n > 0 &&
		    !gp_str_eq(lists->all[i].from, list->from) &&
		    covers(w, &lists->all[i], list))
			sum += trust_of(&lists->all[i]);
	return sum > 0 ? sum : 1;
}

/* Who signs further down in the same manner signs something else: an answer, a
   teaser. */
static bool
is_later(const struct lists *lists, size_t of)
{
	const struct name_list *list = &lists->all[of];
	size_t i;

	for (i = 0; i < of; i++)
		if (lists->all[i].n > 0 && lists->all[i].place == list->place &&
		    gp_str_eq(lists->all[i].from, list->from))
			return true;
	return false;
}

static struct name_list *
choose_names(struct gp_work *w, struct lists *lists)
{
	struct name_list *best = NULL;
	int highest = 0, sum;
	size_t i;

	for (i = 0; i < lists->n; i++) {
		sum = is_later(lists, i) ? 0 : score(w, lists, &lists->all[i]);
		if (sum > highest) {
			highest = sum;
			best = &lists->all[i];
		}
	}
	return best;
}

static bool
is_read(const struct name_list *list)
{
	return list->place != GP_SAID_IN_META && list->place != GP_SAID_IN_DATA;
}

/* Companies that readers see nowhere as the authors publish the page. */
static bool
is_publisher(struct gp_work *w, const struct lists *lists,
             const struct name_list *best)
{
	size_t i;

	if (is_read(best))
		return false;
	for (i = 0; i < best->n; i++)
		if (!gp_byline_is_firm(best->authors[i].name))
			return false;
	for (i = 0; i < lists->n; i++)
		if (is_read(&lists->all[i]) && agree(w, &lists->all[i], best))
			return false;
	return true;
}

/* A longer list of persons that holds the chosen one: a head that names the
   first author only is not wrong.  In the page it must be one line: names in
   many places are links and boxes. */
static struct name_list *
widest(struct gp_work *w, struct lists *lists, struct name_list *best)
{
	struct name_list *widest = best;
	size_t i;

	for (i = 0; i < lists->n; i++) {
		struct name_list *list = &lists->all[i];

		if (list->place != GP_SAID_NEARBY && list->n > widest->n &&
		    (list->place != GP_SAID_IN_PAGE || list->n_lines == 1) &&
		    list->persons == list->n && covers(w, list, best))
			widest = list;
	}
	return widest;
}

/* ---- the byline ---- */

static struct gp_str
joined(struct gp_work *w, const struct name_list *list)
{
	struct gp_buf b = { .max = 0 };
	size_t i;

	for (i = 0; i < list->n; i++) {
		if (i > 0)
			gp_buf_puts(&b, ", ");
		gp_buf_str(&b, list->authors[i].display);
	}
	return gp_arena_buf(w->doc->arena, &b);
}

static void
take_names(struct gp_work *w, struct name_list *list)
{
	struct gp_byline *b = &w->doc->byline;
	size_t i;

	b->authors = gp_arena_array(w->doc->arena, list->n, sizeof *b->authors);
	if (!b->authors)
		return;
	for (i = 0; i < list->n; i++)
		b->authors[i] = list->authors[i];
	b->n_authors = list->n;
	b->text = list->n_claims == 1 && list->text.n ? list->text
	                                              : joined(w, list);
	list->claim->taken = true;
}

static void
warn_others(struct gp_work *w, const struct lists *lists,
            const struct name_list *best)
{
	size_t i;

	for (i = 0; i < lists->n; i++) {
		const struct name_list *list = &lists->all[i];

		if (list->persons == 0 || list == best ||
		    list->place == GP_SAID_NEARBY || agree(w, list, best))
			continue;
		gp_doc_warn(w->doc, "byline-disagrees", 0,
		            "the byline is %.*s by %.*s, but %.*s by %.*s",
		            GP_ARG(best->authors[0].name), GP_ARG(best->from),
		            GP_ARG(list->authors[0].name), GP_ARG(list->from));
		return;
	}
}

void
gp_claims_byline(struct gp_work *w)
{
	struct lists *lists = gp_arena_alloc(w->scratch, sizeof *lists);
	struct name_list *best;

	if (!lists)
		return;
	collect_names(w, lists);
	best = choose_names(w, lists);
	if (!best) {
		collect_labelled(w, lists);
		best = choose_names(w, lists);
	}
	if (!best || is_publisher(w, lists, best))
		return;
	warn_others(w, lists, best);
	take_names(w, widest(w, lists, best));
}

enum gp_line_says
gp_claims_check_byline(struct gp_work *w, struct gp_str line)
{
	const struct gp_byline *b = &w->doc->byline;
	struct gp_byline found;
	size_t i, k;

	if (!gp_byline_read(w->scratch, line, &found))
		return GP_SAYS_NOBODY;
	for (i = 0; i < found.n_authors; i++)
		for (k = 0; k < b->n_authors; k++)
			if (same_name(w, &found.authors[i], &b->authors[k]))
				return GP_SAYS_SAME;
	return GP_SAYS_OTHER;
}
