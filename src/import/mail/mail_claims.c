/* What the header fields of a message say of its article.  Who sent a mail may
   not have written it, and when it was sent is not when its article was first
   published: how far they are believed is not decided here. */
#include "import/mail/mail_claims.h"

#include "base/text/decode.h"
#include "import/feed/feed.h"

enum { NOBODY = -1 };

static struct gp_str
without_prefix(struct gp_str s, bool *forwarded)
{
	static const char *const prefixes[] = { "re:", "aw:", "sv:", "fwd:",
		                                "fw:", "wg:", "tr:", NULL };
	size_t i;

	for (i = 0; prefixes[i]; i++) {
		struct gp_str p = gp_str(prefixes[i]);

		if (!gp_str_eq_nocase(gp_str_sub(s, 0, p.n), p))
			continue;
		*forwarded = *forwarded || i >= 3;
		s = gp_str_trim(gp_str_sub(s, p.n, s.n));
		i = (size_t)NOBODY; /* from the first again */
	}
	return s;
}

static void
add_mail_claim(struct gp_draft *draft, enum gp_claim_kind kind,
               struct gp_str value, const char *from)
{
	struct gp_claim *c = gp_draft_claim(draft, kind, GP_SAID_NEARBY,
	                                    gp_clean_line(draft->arena, value),
	                                    gp_str(from), 0);

	/* The mail is the article. */
	if (c)
		c->in_article = true;
}

void
gp_mail_claim(struct gp_draft *draft, const struct gp_mime *m, bool page)
{
	bool forwarded = false;
	struct gp_str subject = without_prefix(m->subject, &forwarded);
	struct gp_str from = gp_mailbox_name(m->from);
	bool named = gp_str_find(from, GP_STR("@"), 0) == from.n;

	add_mail_claim(draft, GP_CLAIM_TITLE, subject, "Subject");
	/* A forwarded mail's date is no date of the article, nor is the one on
	   which a page was saved. */
	if (!page && !forwarded)
		add_mail_claim(draft, GP_CLAIM_DATE, m->date, "Date");
	if (!page && !forwarded && named)
		add_mail_claim(draft, GP_CLAIM_BYLINE, from, "From");
	if (page && m->saved_from.n)
		add_mail_claim(draft, GP_CLAIM_URL, m->saved_from,
		               "Snapshot-Content-Location");
}
