/* Which parts of a message a reader sees, and which say the same in another
   form: told by types, by where they stand and by how much each says, not by
   what it says.  It decodes nothing. */
#include "import/mail/mail_parts.h"

#include <stdlib.h>

enum {
	POOR = 4,           /* a page says so many times less than the text */
	ALIKE_BYTES = 100,  /* two texts of less are no copies */
	ALIKE_PERCENT = 15, /* by which copies differ, marks and all */
};

/* What a part says with all that is in it, and which of its forms is shown. */
struct sum {
	size_t bytes;
	bool html;    /* some of it in HTML */
	size_t shown; /* the one part of it that is, 0: all are */
};

/* Markdown is made to be read as it stands (RFC 7763). */
bool
gp_mail_is_plain(const struct gp_mime_part *p)
{
	return gp_str_eq(p->type, GP_STR("text/plain")) ||
	       gp_str_eq(p->type, GP_STR("text/markdown"));
}

bool
gp_mail_is_text(const struct gp_mime_part *p)
{
	return !p->attached &&
	       (gp_mail_is_plain(p) ||
	        gp_str_eq(p->type, GP_STR("text/html")) ||
	        gp_str_eq(p->type, GP_STR("application/xhtml+xml")));
}

bool
gp_mail_is_letter(const struct gp_mime_part *p)
{
	return gp_str_eq(p->type, GP_STR("message/rfc822")) ||
	       gp_str_eq(p->type, GP_STR("message/global"));
}

/* Earlier in the file: parts are kept level by level. */
static bool
is_before(const struct gp_mime_part *a, const struct gp_mime_part *b)
{
	return a->body.p < b->body.p;
}

const struct gp_mime_part *
gp_mail_page(const struct gp_mime *m)
{
	const struct gp_mime_part *best = NULL, *p;

	for (p = m->parts; p < m->parts + m->count; p++) {
		if (!gp_mail_is_text(p) || gp_str_trim(p->body).n == 0)
			continue;
		if (!best || gp_mail_is_plain(best) > gp_mail_is_plain(p) ||
		    (gp_mail_is_plain(best) == gp_mail_is_plain(p) &&
		     is_before(p, best)))
			best = p;
	}
	return best;
}

/* ---- forms ---- */

/* The richer of two forms (RFC 2046, section 5.1.4), unless it says next to
   nothing: some mailers make an empty page, or one of a picture. */
static bool
is_better_form(const struct sum *a, const struct sum *b)
{
	if (a->bytes == 0 || b->bytes == 0)
		return a->bytes > 0;
	if (a->html != b->html)
		return a->html ? a->bytes >= b->bytes / POOR
		               : b->bytes < a->bytes / POOR;
	return true;
}

/* The part that others are shown in (RFC 2387, section 3). */
static bool
is_root(const struct gp_mime_part *related, const struct gp_mime_part *p)
{
	return related->start.n > 0 && gp_str_eq(related->start, p->id);
}

/* A page behind a text that says as much: an alternative that is not called
   one. */
static bool
are_copies(const struct sum *a, const struct sum *b)
{
	size_t more = a->bytes > b->bytes ? a->bytes : b->bytes;
	size_t less = a->bytes > b->bytes ? b->bytes : a->bytes;

	return !a->html && b->html && less >= ALIKE_BYTES &&
	       (more - less) * 100 <= more * ALIKE_PERCENT;
}

/* In a mixed message all are shown, one behind the other (RFC 2046, section
   5.1.3), and as that a type is to be taken that nobody knows. */
static bool
is_mixed(const struct gp_mime_part *p)
{
	return !gp_str_eq(p->type, GP_STR("multipart/alternative")) &&
	       !gp_str_eq(p->type, GP_STR("multipart/related"));
}

/* Part `k` rather than `best`, both of `up`. */
static bool
is_better(const struct gp_mime *m, const struct sum *sums,
          const struct gp_mime_part *up, size_t k, size_t best)
{
	if (gp_str_eq(up->type, GP_STR("multipart/alternative")))
		return is_better_form(&sums[k], &sums[best]);
	return is_root(up, &m->parts[k]) ||
	       (sums[best].bytes == 0 && !is_root(up, &m->parts[best]));
}

/* The one of the parts of `up` that is shown; 0: all of them are. */
static size_t
shown_of(const struct gp_mime *m, const struct sum *sums,
         const struct gp_mime_part *up)
{
	size_t k, best = up->first;

	if (up->holds == 0)
		return 0;
	if (is_mixed(up))
		return up->holds == 2 &&
		                       are_copies(&sums[best], &sums[best + 1])
		               ? best + 1
		               : 0;
	for (k = up->first + 1; k < up->first + up->holds; k++)
		if (is_better(m, sums, up, k, best))
			best = k;
	return best;
}

static void
add(struct sum *to, const struct sum *what)
{
	to->bytes += what->bytes;
	to->html = to->html || what->html;
}

/* From the last part on, as those that a part holds stand behind it. */
static void
sum_up(const struct gp_mime *m, const size_t *said, struct sum *sums)
{
	size_t i, k;

	for (i = m->count; i-- > 0;) {
		const struct gp_mime_part *p = &m->parts[i];

		sums[i].bytes = said[i];
		sums[i].html = said[i] > 0 && !gp_mail_is_plain(p);
		if (p->multi)
			sums[i].shown = shown_of(m, sums, p);
		for (k = p->first; k < p->first + p->holds; k++)
			if (sums[i].shown == 0 || sums[i].shown == k)
				add(&sums[i], &sums[k]);
	}
}

bool
gp_mail_choose(const struct gp_mime *m, const size_t *said, bool *shown,
               struct gp_arena *a)
{
	struct sum *sums = gp_arena_array(a, m->count, sizeof *sums);
	size_t i, up;
	bool any = false;

	if (!sums)
		return false;
	sum_up(m, said, sums);
	for (i = 0; i < m->count; i++) {
		up = m->parts[i].parent;
		shown[i] = i == 0 || (shown[up] && (sums[up].shown == 0 ||
		                                    sums[up].shown == i));
	}
	for (i = 0; i < m->count; i++) {
		shown[i] = shown[i] && said[i] > 0;
		any = any || shown[i];
	}
	return any;
}

static int
by_place(const void *a, const void *b)
{
	const struct gp_mime_part *const *p = a, *const *q = b;

	return is_before(*p, *q) ? -1 : is_before(*q, *p);
}

const struct gp_mime_part **
gp_mail_in_order(const struct gp_mime *m, const bool *shown, struct gp_arena *a,
                 size_t *n)
{
	const struct gp_mime_part **all =
		gp_arena_array(a, m->count, sizeof *all);
	size_t i;

	*n = 0;
	for (i = 0; all && i < m->count; i++)
		if (shown[i])
			all[(*n)++] = &m->parts[i];
	if (*n > 1)
		qsort(all, *n, sizeof *all, by_place);
	return all;
}
