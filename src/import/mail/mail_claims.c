/* What the header fields of a message say of its article.  Who sent a mail may
   not have written it, and when it was sent is not when its article was first
   published: how far they are believed is not decided here. */
#include "import/mail/mail_claims.h"

#include "base/limits.h"
#include "base/text/decode.h"
#include "import/feed/feed.h"
#include "import/mail/mime_field.h"

/* What mailers put before the subject of what they answer or pass on, in the
   languages that they come in. */
struct prefix {
	const char *word;
	bool forwarded;
};

static const struct prefix prefixes[] = {
	{ "re", false },    { "aw", false },  { "sv", false },
	{ "antw", false },  { "vs", false },  { "res", false },
	{ "rif", false },   { "odp", false }, { "ynt", false },
	{ "fwd", true },    { "fw", true },   { "wg", true },
	{ "tr", true },     { "rv", true },   { "enc", true },
	{ "doorst", true }, { "pd", true },   { "vb", true },
	{ "vl", true },
};

/* Bytes of "Fwd:", "TR :", "Re[2]:" at the front of `s`; 0: there is none. */
static size_t
prefix_at(struct gp_str s, const struct prefix *prefix)
{
	struct gp_str word = gp_str(prefix->word);
	size_t i = word.n;

	if (!gp_str_eq_nocase(gp_str_sub(s, 0, i), word))
		return 0;
	if (i < s.n && s.p[i] == '[')
		for (i++; i < s.n && (gp_is_digit(s.p[i]) || s.p[i] == ']');)
			i++;
	while (i < s.n && s.p[i] == ' ')
		i++;
	return i < s.n && s.p[i] == ':' ? i + 1 : 0;
}

static struct gp_str
without_brackets(struct gp_str s, bool *forwarded)
{
	struct gp_str open = GP_STR("[Fwd:");

	if (!gp_str_eq_nocase(gp_str_sub(s, 0, open.n), open) ||
	    !gp_str_ends(s, GP_STR("]")))
		return s;
	*forwarded = true;
	return gp_str_trim(gp_str_sub(s, open.n, s.n - 1));
}

struct gp_str
gp_mail_subject(struct gp_str s, bool *forwarded)
{
	size_t i = 0, n;

	s = without_brackets(gp_str_trim(s), forwarded);
	while (i < sizeof prefixes / sizeof prefixes[0]) {
		n = prefix_at(s, &prefixes[i]);
		*forwarded = *forwarded || (n && prefixes[i].forwarded);
		s = gp_str_trim(gp_str_sub(s, n, s.n));
		i = n ? 0 : i + 1;
	}
	return s;
}

/* What is too long for a claim is listed. */
void
gp_mail_claim_one(struct gp_draft *draft, enum gp_claim_kind kind,
                  struct gp_str value, const char *from)
{
	struct gp_str line = gp_clean_line(draft->arena, value);
	struct gp_claim *c = gp_draft_claim(draft, kind, GP_SAID_NEARBY, line,
	                                    gp_str(from), 0);

	/* The mail is the article. */
	if (c)
		c->in_article = true;
	else if (line.n > GP_MAX_CLAIM_BYTES)
		gp_draft_leave_out(draft, line, GP_STR("too-long"),
		                   gp_str(from));
}

void
gp_mail_claim(struct gp_draft *draft, const struct gp_mime *m, bool page)
{
	bool forwarded = false;
	struct gp_str subject = gp_mail_subject(m->subject, &forwarded);
	struct gp_str from = gp_mailbox_name(m->from);
	bool named = gp_str_find(from, GP_STR("@"), 0) == from.n;

	gp_mail_claim_one(draft, GP_CLAIM_TITLE, subject, "Subject");
	/* A forwarded mail's date is no date of the article, nor is the one on
	   which a page was saved. */
	if (!page && !forwarded)
		gp_mail_claim_one(draft, GP_CLAIM_DATE, m->date, "Date");
	if (!page && !forwarded && named)
		gp_mail_claim_one(draft, GP_CLAIM_BYLINE, from, "From");
	if (page && m->saved_from.n)
		gp_mail_claim_one(draft, GP_CLAIM_URL, m->saved_from,
		                  "Snapshot-Content-Location");
}

/* ---- for whom it is ---- */

/* The first two as in the Email Protective Marking Standard of Australia's
   Protective Security Policy Framework, whose subjects carry it in brackets
   where there is no field; SIO-Label as in RFC 7444, section 3. */
static const char *const marking_fields[] = {
	"X-Protective-Marking",
	"Protective-Marking",
	"X-Security-Classification",
	"Security-Classification",
	"X-Classification",
	"Classification",
	"SIO-Label",
};

static void
claim_field(struct gp_draft *draft, struct gp_str value, const char *from)
{
	struct gp_str line = gp_clean_line(draft->arena, value);
	size_t origin = gp_str_find(line, GP_STR("ORIGIN="), 0);

	(void)gp_draft_claim(draft, GP_CLAIM_MARKING, GP_SAID_BY_FILE,
	                     gp_str_sub(line, 0, origin), gp_str(from), 0);
}

void
gp_mail_claim_marking(struct gp_draft *draft, const struct gp_mime *m,
                      struct gp_withholding *w)
{
	struct gp_str value;
	size_t i;

	for (i = 0; i < sizeof marking_fields / sizeof *marking_fields; i++) {
		value = gp_mime_field(w->arena, m->header, marking_fields[i]);
		value = gp_mime_words(w->arena, value, GP_STR(""));
		claim_field(draft, gp_withhold_line(w, value),
		            marking_fields[i]);
	}
	if (gp_str_find(m->subject, GP_STR("[SEC="), 0) < m->subject.n)
		claim_field(draft, m->subject, "Subject");
}
