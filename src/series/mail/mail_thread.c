/* An id is a digest, the place in the thread in plain numbers, and the host of
   whoever sends.  Where the list or the sender's host changes, a thread breaks:
   nothing is kept that would know better. */
#include "series/mail/mail_thread.h"

#include "base/hash.h"

struct gp_str
gp_mail_id(const struct gp_mail_thread *t, const struct gp_mail_which *w)
{
	struct gp_str list =
		t->to->list_id.n ? t->to->list_id : t->to->to.address;
	struct gp_str name =
		gp_arena_printf(t->arena, "govpub mail\n%.*s\n%.*s",
	                        GP_ARG(t->pack), GP_ARG(list));
	char hex[GP_SHA256_HEX];

	gp_sha256_hex(name.p, name.n, hex);
	return gp_arena_printf(t->arena, "govpub.%.24s.%u.%zu.%u@%.*s", hex,
	                       w->edition, w->part, w->attempt,
	                       GP_ARG(gp_mail_host(t->to->from.address)));
}

static struct gp_str
first_part(const struct gp_mail_thread *t, unsigned edition)
{
	const struct gp_mail_which first = { edition, 1, 1 };

	return gp_mail_id(t, &first);
}

struct gp_str
gp_mail_answers(const struct gp_mail_thread *t, const struct gp_mail_which *w)
{
	if (w->edition != t->first || w->part == 0)
		return first_part(t, t->first);
	return w->part > 1 ? first_part(t, w->edition) : GP_STR("");
}

size_t
gp_mail_before(const struct gp_mail_thread *t, const struct gp_mail_which *w,
               struct gp_str out[GP_MAIL_MOST_BEFORE])
{
	struct gp_mail_which same = *w;
	size_t n = 0;

	if (w->edition != t->first || w->part == 0)
		out[n++] = first_part(t, t->first);
	if (w->part > 1)
		out[n++] = first_part(t, w->edition);
	same.attempt = 1;
	if (w->attempt > 1)
		out[n++] = gp_mail_id(t, &same);
	return n;
}
