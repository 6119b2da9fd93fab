/* Which part of a message is its article, and which parts say the same in
   another form: told by types and by where they stand, not by what they say.
   It decodes nothing. */
#include "import/mail/mail_parts.h"

bool
gp_mail_is_text(const struct gp_mime_part *p)
{
	return !p->attached &&
	       (gp_str_eq(p->type, GP_STR("text/html")) ||
	        gp_str_eq(p->type, GP_STR("text/plain")) ||
	        gp_str_eq(p->type, GP_STR("application/xhtml+xml")));
}

bool
gp_mail_is_plain(const struct gp_mime_part *p)
{
	return gp_str_eq(p->type, GP_STR("text/plain"));
}

/* Earlier in the file: parts are kept level by level. */
static bool
is_before(const struct gp_mime_part *a, const struct gp_mime_part *b)
{
	return a->body.p < b->body.p;
}

const struct gp_mime_part *
gp_mail_article(const struct gp_mime *m)
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

bool
gp_mail_is_other_form(const struct gp_mime *m, const struct gp_mime_part *p,
                      const struct gp_mime_part *article)
{
	const struct gp_mime_part *q;

	for (; p != m->parts; p = &m->parts[p->parent]) {
		const struct gp_mime_part *up = &m->parts[p->parent];

		if (!gp_str_eq(up->type, GP_STR("multipart/alternative")))
			continue;
		for (q = article; q != m->parts; q = &m->parts[q->parent])
			if (&m->parts[q->parent] == up)
				return true;
	}
	return false;
}
