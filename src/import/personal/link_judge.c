/* First all links are looked at, for what personal ones have in common; then
   each is judged.  A link that only counts who comes by and one that leads to
   an article with an odd number look alike: where nothing tells them apart, a
   letter to many is taken to count, any other text is not. */
#include "import/personal/link_judge.h"

#include "base/limits.h"
#include "base/text/uri.h"
#include "import/personal/link_target.h"
#include "import/personal/link_value.h"
#include "import/personal/link_words.h"

enum {
	DEEPEST = 4,         /* links in links */
	LEAST_NUMBER = 3,    /* digits, on a link to leave */
	LONG_NUMBER = 9,     /* a day, "20260309", has fewer */
	LONGEST = 16 * 1024, /* bytes of an address that are looked at */
	LEAST_SAID = 4,      /* letters of a segment that says what it is */
};

static void
share_arena(struct gp_link_judge *j)
{
	j->ways.arena = j->marks.arena = j->arena;
}

/* ---- links that say they are for one ---- */

static enum gp_link_kind
kind_of(const struct gp_found_link *link)
{
	enum gp_link_kind said = gp_link_kind_of_words(link->words);
	enum gp_link_kind named = gp_link_kind_of_url(link->address);

	return said > named ? said : named;
}

static bool
has_title(struct gp_str url)
{
	struct gp_link_pieces pieces = gp_link_pieces(url);
	struct gp_link_value v;

	while (gp_link_next(&pieces, &v) && !v.is_parameter)
		if (gp_is_slug(v.text))
			return true;
	return false;
}

/* A piece that tells readers apart, where the link says that it is for one;
   `named`: its address says so. */
static bool
is_own_mark(const struct gp_link_value *v, enum gp_link_kind kind, bool named)
{
	if (gp_uri_is_tracking(v->name))
		return false;
	if (gp_is_rare(v->text))
		return true;
	if (kind != GP_LINK_OFF || !gp_str_has_digit(v->text))
		return false;
	if (v->is_parameter)
		return v->text.n >= LEAST_NUMBER;
	return (named || v->text.n >= LONG_NUMBER) && gp_is_mark(v->text);
}

static bool
says_personal(struct gp_str url, enum gp_link_kind kind)
{
	struct gp_link_pieces pieces = gp_link_pieces(url);
	struct gp_link_value v;
	bool named = gp_link_kind_of_url(url) != GP_LINK_ORDINARY;

	if (kind == GP_LINK_ORDINARY || (!named && has_title(url)))
		return false;
	while (gp_link_next(&pieces, &v))
		if (is_own_mark(&v, kind, named))
			return true;
	return false;
}

/* Words say so, and a number is not enough. */
static bool
surely_leaves(const struct gp_found_link *link, struct gp_str url)
{
	struct gp_link_pieces pieces = gp_link_pieces(url);
	struct gp_link_value v;

	if (gp_link_kind_of_words(link->words) != GP_LINK_OFF ||
	    gp_link_leaves_site(url) ||
	    (has_title(url) && gp_link_kind_of_url(url) != GP_LINK_OFF))
		return false;
	while (gp_link_next(&pieces, &v))
		if (gp_is_rare(v.text))
			return true;
	return false;
}

bool
gp_link_judge_leaves(const struct gp_found_link *link)
{
	return link->is_link && gp_web_scheme(link->address) &&
	       surely_leaves(link, link->address);
}

bool
gp_link_judge_says_leave(const struct gp_found_links *all)
{
	size_t k;

	for (k = 0; k < all->count; k++)
		if (all->rows[k].is_link &&
		    gp_link_kind_of_words(all->rows[k].words) == GP_LINK_OFF)
			return true;
	return false;
}

/* ---- what all links say ---- */

/* A link, and the one that it carries. */
static void
learn_link(struct gp_link_judge *j, const struct gp_found_link *link)
{
	enum gp_link_kind kind = kind_of(link);
	struct gp_str url = link->address;
	int deep = 0;

	if (!link->is_link || url.n > LONGEST)
		return;
	while (url.n && deep++ < DEEPEST) {
		if (says_personal(url, kind)) {
			gp_link_marks_add(&j->marks, url);
			j->is_newsletter |= surely_leaves(link, url);
		}
		url = kind != GP_LINK_ORDINARY ? gp_link_target(j->arena, url)
		                               : GP_STR("");
	}
}

void
gp_link_judge_learn(struct gp_link_judge *j, const struct gp_found_links *all)
{
	size_t k;

	share_arena(j);
	for (k = 0; k < all->count; k++)
		learn_link(j, &all->rows[k]);
	if (j->is_bulk || j->is_newsletter)
		gp_link_marks_share(&j->marks, all);
}

void
gp_link_judge_leave(struct gp_link_judge *j, struct gp_str field)
{
	struct gp_str part, url;

	share_arena(j);
	while (gp_str_split(&field, '>', &part)) {
		size_t at = gp_str_find(part, GP_STR("<"), 0);

		url = gp_arena_str(j->arena, gp_str_trim(gp_str_sub(
						     part, at + 1, part.n)));
		if (at == part.n || url.n == 0)
			continue;
		gp_map_put(&j->ways, url, j);
		gp_link_marks_add(&j->marks, url);
	}
}

/* ---- what one link carries ---- */

/* A link that is looked at, and what its pieces are judged by. */
struct judged {
	const struct gp_link_judge *j;
	struct gp_str url;
	bool is_titled, leads_on;
};

/* No words, and too many letters and digits for a number of an article. */
static bool
is_token(const struct judged *d, const struct gp_link_value *v,
         struct gp_str before)
{
	bool bulk = d->j->is_bulk || d->j->is_newsletter;

	if (!gp_is_opaque(v->text) || !(bulk || gp_is_payload(v->text)))
		return false;
	if (d->leads_on)
		return true;
	return v->is_parameter ? !gp_link_says_what(v->name)
	                       : !d->is_titled && !gp_link_says_what(before);
}

/* The piece is one reader's; `before` stands before it. */
static bool
is_personal_piece(const struct judged *d, const struct gp_link_value *v,
                  struct gp_str before)
{
	enum gp_mark_of of = gp_link_marks_find(&d->j->marks, v->text);

	if (of == GP_MARK_OF_READER ||
	    (of == GP_MARK_OF_LETTER && (v->is_parameter || !d->is_titled)))
		return true;
	return is_token(d, v, before) ||
	       gp_recipients_named(d->j->recipients, v->text);
}

static struct judged
look_at(const struct gp_link_judge *j, struct gp_str url)
{
	return (struct judged){ j, url, has_title(url), gp_link_leads_on(url) };
}

static bool
has_personal_piece(const struct judged *d)
{
	struct gp_link_pieces pieces = gp_link_pieces(d->url);
	struct gp_str before = GP_STR("");
	struct gp_link_value v;

	while (gp_link_next(&pieces, &v)) {
		if (is_personal_piece(d, &v, before))
			return true;
		before = v.whole;
	}
	return false;
}

static bool
is_personal(const struct judged *d, enum gp_link_kind kind)
{
	return d->url.n > LONGEST || gp_map_find(&d->j->ways, d->url) ||
	       says_personal(d->url, kind) || has_personal_piece(d) ||
	       gp_recipients_named(d->j->recipients, d->url);
}

/* ---- what is left of a link ---- */

/* Its path says what is there: then the rest may go. */
static bool
stands_alone(const struct judged *d)
{
	struct gp_link_pieces pieces = gp_link_pieces(d->url);
	struct gp_str before = GP_STR("");
	struct gp_link_value v;
	bool says = false;

	if (d->leads_on || gp_map_find(&d->j->ways, d->url))
		return false;
	while (gp_link_next(&pieces, &v) && !v.is_parameter) {
		if (is_personal_piece(d, &v, before))
			return false;
		says |= v.text.n >= LEAST_SAID;
		before = v.whole;
	}
	return says;
}

/* Where the path of an address ends. */
static size_t
path_end(struct gp_str url)
{
	size_t query = gp_str_find(url, GP_STR("?"), 0);
	size_t fragment = gp_str_find(url, GP_STR("#"), 0);

	return query < fragment ? query : fragment;
}

/* The address without parameters of a kind: all that are one reader's, or only
   those that name a campaign. */
static struct gp_str
without_parameters(const struct judged *d, bool personal)
{
	struct gp_link_pieces pieces = gp_link_pieces(d->url);
	struct gp_link_value v;
	struct gp_buf out = { .max = GP_MAX_SOURCE_BYTES };
	size_t path = path_end(d->url), at;
	char sign = '?';

	gp_buf_str(&out, gp_str_sub(d->url, 0, path));
	while (gp_link_next(&pieces, &v)) {
		at = (size_t)(v.whole.p - d->url.p);
		if (at < path || gp_uri_is_tracking(v.name) ||
		    (personal && (gp_is_rare(v.text) ||
		                  is_personal_piece(d, &v, GP_STR("")))))
			continue;
		sign = d->url.p[at - 1] == '#' ? '#' : sign;
		gp_buf_putc(&out, sign);
		gp_buf_str(&out, v.whole);
		sign = '&';
	}
	return gp_arena_buf(d->j->arena, &out);
}

static enum gp_link_verdict
led_to(const struct gp_found_link *link, struct gp_str url,
       struct gp_str *target)
{
	*target = url;
	return gp_str_eq(url, link->address) ? GP_LINK_STAYS : GP_LINK_LEADS_TO;
}

/* Without codes of campaigns, where a query has any. */
static struct gp_str
without_codes(const struct judged *d)
{
	size_t query = gp_str_find(d->url, GP_STR("?"), 0);
	struct gp_link_pieces pieces = gp_link_pieces(d->url);
	struct gp_link_value v;
	bool any = false;

	while (query < d->url.n && gp_link_next(&pieces, &v))
		any |= gp_uri_is_tracking(v.name);
	return any ? without_parameters(d, false) : d->url;
}

/* ---- the verdict ---- */

/* A name before the '@' that says who writes. */
static bool
is_personal_mail(const struct gp_link_judge *j, const struct gp_found_link *l)
{
	struct judged d = { j, l->address, false, true };
	struct gp_link_pieces pieces = gp_link_pieces(l->address);
	struct gp_link_value v;
	enum gp_link_kind kind = kind_of(l);

	if (is_personal(&d, kind))
		return true;
	while (kind == GP_LINK_OFF && gp_link_next(&pieces, &v))
		if (gp_link_marks_odd(v.text))
			return true;
	return false;
}

/* A GIF without a name that says anything hardly ever is one. */
static bool
is_picture_file(struct gp_str url)
{
	static const char *const suffixes[] = { ".png", ".jpg", ".jpeg",
		                                ".webp", NULL };
	struct gp_str path =
		gp_str_sub(url, 0, gp_str_find(url, GP_STR("?"), 0));
	size_t i;

	for (i = 0; suffixes[i]; i++)
		if (gp_str_ends(path, gp_str(suffixes[i])))
			return true;
	return false;
}

/* Pictures are not fetched, but their addresses are told of. */
static enum gp_link_verdict
judge_picture(const struct gp_link_judge *j, const struct gp_found_link *l)
{
	struct judged d = look_at(j, l->address);
	bool goes;

	if (!gp_web_scheme(l->address))
		return GP_LINK_STAYS;
	goes = l->is_dot
	               ? !is_picture_file(l->address) || has_personal_piece(&d)
	               : !is_picture_file(l->address) && has_personal_piece(&d);
	return goes || gp_recipients_named(j->recipients, l->address)
	               ? GP_LINK_GOES
	               : GP_LINK_STAYS;
}

/* What is no reader's of it is of use. */
static bool
may_stay(const struct judged *d, enum gp_link_kind kind)
{
	if (kind == GP_LINK_ORDINARY)
		return stands_alone(d);
	return kind == GP_LINK_VIEW && d->is_titled && stands_alone(d) &&
	       gp_link_kind_of_url(d->url) == GP_LINK_ORDINARY;
}

/* What a page shows or says of itself by an address: it goes for what is known
   of a reader only. */
static enum gp_link_verdict
judge_other(const struct gp_link_judge *j, const struct gp_found_link *l)
{
	struct gp_link_pieces pieces = gp_link_pieces(l->address);
	struct gp_link_value v;

	while (gp_link_next(&pieces, &v))
		if (gp_link_marks_find(&j->marks, v.text) == GP_MARK_OF_READER)
			return GP_LINK_GOES;
	return gp_recipients_named(j->recipients, l->address) ? GP_LINK_GOES
	                                                      : GP_LINK_STAYS;
}

/* Something beside the address that a link carries: filters of mail have it,
   buttons to share a page have not. */
static bool
has_token(struct gp_str url)
{
	struct gp_link_pieces pieces = gp_link_pieces(url);
	struct gp_link_value v;

	while (gp_link_next(&pieces, &v))
		if (gp_is_opaque(v.text))
			return true;
	return false;
}

static enum gp_link_verdict
judge_page(const struct gp_link_judge *j, const struct gp_found_link *l,
           struct gp_str *target)
{
	enum gp_link_kind kind = kind_of(l);
	struct gp_str url = l->address, next;
	int deep;

	for (deep = 0; deep < DEEPEST; deep++) {
		struct judged d = look_at(j, url);
		bool off = gp_link_kind_of_url(url) == GP_LINK_OFF;

		next = off || url.n > LONGEST ? GP_STR("")
		                              : gp_link_target(j->arena, url);
		if (!is_personal(&d, kind) && !(next.n && has_token(url)))
			return led_to(l, without_codes(&d), target);
		if (next.n == 0) {
			*target = without_parameters(&d, true);
			return may_stay(&d, kind) ? GP_LINK_LEADS_TO
			                          : GP_LINK_GOES;
		}
		url = next;
	}
	return GP_LINK_GOES;
}

enum gp_link_verdict
gp_link_judge(const struct gp_link_judge *j, const struct gp_found_link *link,
              struct gp_str *target)
{
	if (link->is_picture)
		return judge_picture(j, link);
	if (!link->is_link)
		return judge_other(j, link);
	if (gp_uri_has(link->address, "mailto"))
		return is_personal_mail(j, link) ? GP_LINK_GOES : GP_LINK_STAYS;
	if (link->address.n == 0 || link->address.p[0] == '#')
		return GP_LINK_STAYS;
	return judge_page(j, link, target);
}
