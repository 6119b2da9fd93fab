/* Words for what only an editor gets to see, and for claims what became of
   them; what outputs show too has its words in wording/.  Which drops are
   losses is said here once for all reports.  A name without words stands for
   itself. */
#include "report/plain_words.h"

#include "wording/words.h"

/* What the documents never show, and an editor has to understand. */
static const struct plain {
	const char *name, *words;
} plain[] = {
	{ "wrong-decoding-mended", "wrongly decoded characters mended" },
	{ "entity-decoded", "character references made characters" },
	{ "ligature-split", "ligatures split into letters" },
	{ "accent-to-apostrophe", "accents made apostrophes" },
	{ "control-removed", "control characters removed" },
	{ "nfc", "lines with accents put into one form" },
	{ "invisible-removed", "invisible characters removed" },
	{ "house-rule", "lines that a rule of pack.yaml drops" },
	{ "source-rule", "lines that the source's rule file drops" },
	{ "overridden", "lines that pack.yaml replaces" },
	{ "nothing-to-see", "lines with nothing to see" },
};

struct gp_str
gp_plain_word(struct gp_str name)
{
	size_t i;

	for (i = 0; i < sizeof plain / sizeof plain[0]; i++)
		if (gp_str_eq(name, gp_str(plain[i].name)))
			return gp_str(plain[i].words);
	return gp_word_for(name, NULL);
}

const char *
gp_claim_name(enum gp_claim_kind kind)
{
	static const char *const names[] = {
		[GP_CLAIM_TITLE] = "Title",
		[GP_CLAIM_STANDFIRST] = "Standfirst",
		[GP_CLAIM_BYLINE] = "Byline",
		[GP_CLAIM_DATE] = "Date",
		[GP_CLAIM_SOURCE] = "Source",
		[GP_CLAIM_URL] = "Address",
		[GP_CLAIM_LANG] = "Language",
		[GP_CLAIM_SECTION] = "Section",
		[GP_CLAIM_TAG] = "Tag",
		[GP_CLAIM_EMBARGO] = "Embargo",
		[GP_CLAIM_ID] = "Identifier",
		[GP_CLAIM_MARKING] = "Marking",
	};

	return names[kind];
}

struct gp_str
gp_claim_outcome(const struct gp_judged_claim *c)
{
	if (c->taken)
		return GP_STR("taken");
	if (c->differs)
		return GP_STR("not taken: says otherwise");
	if (c->said->kind == GP_CLAIM_MARKING)
		return GP_STR("compared with that of the pack");
	if (c->said->kind == GP_CLAIM_DATE && c->said->modified)
		return GP_STR("not taken: of a later change");
	return GP_STR("not taken");
}

bool
gp_is_lost(const struct gp_dropped *d)
{
	return !gp_str_eq(d->reason, GP_STR("consumed-as-metadata")) &&
	       !gp_str_eq(d->reason, GP_STR("overridden")) &&
	       !gp_str_eq(d->reason, GP_STR("nothing-to-see"));
}
