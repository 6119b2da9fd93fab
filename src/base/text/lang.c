/*
 * Language tags: see lang.h.  A tag is read part by part in the order of the
 * grammar; what a part may be is told by its length and its letters alone.
 */
#include "base/text/lang.h"

#include <string.h>

enum { LONGEST_PART = 8 };

/* Scripts that run from right to left: those of Unicode 16 with letters of
   bidi class R or AL, and ISO 15924's variants of Arabic and Syriac. */
static const char scripts[] =
	"Adlm Arab Aran Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi "
	"Mand Mani Mend Merc Mero Narb Nbat Nkoo Orkh Ougr Palm Phli Phlp Phlv "
	"Phnx Prti Rohg Samr Sarb Sogd Sogo Syrc Syre Syrj Syrn Thaa Yezi";

/* Languages whose likely script is one of them: CLDR 42, likelySubtags.xml,
   but for "grc", which it has in Cypriot letters. */
static const char languages[] =
	"ae aeb apc apd ar ara arc arq ars ary arz ave avl bal bej bft bgn bqi "
	"brh cja ckb dcc dgl div dv fa fas fia fub gbz gjk gju glk gwc gwt haz "
	"he heb hnd hno iw ji kas kby khw ks kvx kxp kzh lad lah lki lrc luz "
	"mde mfa mki mvy myz mzn nqo oru ota otk oui pal phl phn pra prd ps pus "
	"rhg rmt scl sd sdh shu skr smp snd sog swb syr trw ug uig ur urd wni "
	"xco xld xmn xmr xna xpr xsa yi yid zdj "
	/* what ISO 639-3 counts to ar, az-IR, fa, lah, ps, syr and yi */
	"aao abh abv acm acq acw acx acy adf aec afb aii ajp arb auz ayh ayl "
	"ayn ayp azb cld pbt pbu pes pnb prs pst ssh ydd yih";

/* Where that is otherwise: the same source. */
static const char rtl_regions[] =
	"az-IQ az-IR aze-IQ aze-IR ha-CM ha-SD hau-CM hau-SD kaz-AF kaz-CN "
	"kaz-IR kaz-MN kir-CN kk-AF kk-CN kk-IR kk-MN ku-LB kur-LB ky-CN "
	"man-GN ms-CC msa-CC pa-PK pan-PK tg-PK tgk-PK uz-AF uzb-AF";
static const char ltr_regions[] = "sd-IN snd-IN ug-KZ ug-MN uig-KZ uig-MN";

static bool
is_listed(struct gp_str part, const char *list)
{
	struct gp_str rest = gp_str(list), word;

	while (gp_str_word(&rest, &word))
		if (gp_str_eq_nocase(word, part))
			return true;
	return false;
}

/* ---- parts ---- */

static bool
is_letters(struct gp_str part, size_t n)
{
	return part.n == n && gp_str_all(part, gp_is_alpha);
}

static bool
is_region(struct gp_str part)
{
	return is_letters(part, 2) ||
	       (part.n == 3 && gp_is_digit(part.p[0]) &&
	        gp_is_digit(part.p[1]) && gp_is_digit(part.p[2]));
}

static bool
is_variant(struct gp_str part)
{
	return part.n >= 5 || (part.n == 4 && gp_is_digit(part.p[0]));
}

/* The rest of a tag; `part` is its first, "" when it is used up.  A part that
   is too long or holds anything but letters and digits is `bad`. */
struct tag_reader {
	struct gp_str rest, part;
	bool bad;
};

static void
next_part(struct tag_reader *r)
{
	if (!gp_str_split(&r->rest, '-', &r->part)) {
		r->part = GP_STR("");
		return;
	}
	r->bad = r->bad || r->part.n == 0 || r->part.n > LONGEST_PART ||
	         !gp_str_all(r->part, gp_is_alnum);
	if (r->bad)
		r->part = GP_STR("");
}

/* "zh", "zh-cmn", "zh-cmn-hak-yue" */
static void
take_language(struct tag_reader *r, struct gp_str *language)
{
	unsigned more;

	r->bad = r->bad || r->part.n < 2 || !gp_str_all(r->part, gp_is_alpha);
	*language = r->part;
	next_part(r);
	for (more = 0; more < 3 && language->n < 4; more++)
		if (is_letters(r->part, 3))
			next_part(r);
}

static void
take_if(struct tag_reader *r, bool is_one, struct gp_str *out)
{
	if (!is_one)
		return;
	*out = r->part;
	next_part(r);
}

/* "u-ca-gregory", "x-house": a single letter or digit and what belongs to
   it; to "x" belongs all that follows. */
static void
take_extensions(struct tag_reader *r)
{
	while (r->part.n == 1) {
		size_t least = gp_to_lower(r->part.p[0]) == 'x' ? 1 : 2;
		bool any = false;

		for (next_part(r); r->part.n >= least; next_part(r))
			any = true;
		r->bad = r->bad || !any;
	}
}

bool
gp_lang_parse(struct gp_str tag, struct gp_lang *out)
{
	struct tag_reader r = { .rest = tag };

	*out = (struct gp_lang){ GP_STR(""), GP_STR(""), GP_STR("") };
	next_part(&r);
	if (!gp_str_eq_nocase(r.part, GP_STR("x"))) {
		take_language(&r, &out->language);
		take_if(&r, is_letters(r.part, 4), &out->script);
		take_if(&r, is_region(r.part), &out->region);
		while (is_variant(r.part))
			next_part(&r);
	}
	take_extensions(&r);
	return !r.bad && r.part.n == 0;
}

bool
gp_lang_ok(struct gp_str tag)
{
	struct gp_lang ignored;

	return gp_lang_parse(tag, &ignored);
}

/* ---- looking up ---- */

/* Parts behind the first: scripts begin with a capital, regions are capitals,
   unless they belong to what a single letter begins. */
static void
write_case(char *part, size_t n, bool extends)
{
	size_t i;

	for (i = 0; i < n; i++)
		part[i] = !extends && (n == 2 || (n == 4 && i == 0))
		                  ? gp_to_upper(part[i])
		                  : gp_to_lower(part[i]);
}

void
gp_lang_canonical(struct gp_str tag, char out[GP_LANG_TAG])
{
	struct gp_str rest, part;
	bool extends = true; /* the language is small, like an extension */
	size_t at;

	out[0] = '\0';
	if (!gp_lang_ok(tag))
		return;
	rest = tag = gp_str_sub(tag, 0, GP_LANG_TAG - 1);
	while (gp_str_split(&rest, '-', &part)) {
		at = (size_t)(part.p - tag.p);
		(void)memcpy(out + at, part.p, part.n);
		write_case(out + at, part.n, extends);
		extends = part.n == 1 || (extends && at > 0);
		out[at + part.n] = rest.n ? '-' : '\0';
	}
}

bool
gp_lang_widen(struct gp_str *tag)
{
	size_t n = tag->n;

	while (n && tag->p[n - 1] != '-')
		n--;
	if (n == 0)
		return false;
	/* A single letter says what follows it, and goes along. */
	if (n > 2 && tag->p[n - 3] == '-')
		n -= 2;
	tag->n = n - 1;
	return true;
}

bool
gp_lang_is_same(struct gp_str a, struct gp_str b)
{
	struct gp_lang x, y;

	return gp_lang_parse(a, &x) && gp_lang_parse(b, &y) &&
	       gp_str_eq_nocase(x.language, y.language);
}

/* ---- directions ---- */

static bool
is_in_region(const struct gp_lang *lang, const char *list)
{
	struct gp_str rest = gp_str(list), word, language;

	while (gp_str_word(&rest, &word))
		if (gp_str_split(&word, '-', &language) &&
		    gp_str_eq_nocase(language, lang->language) &&
		    gp_str_eq_nocase(word, lang->region))
			return true;
	return false;
}

bool
gp_lang_is_rtl(struct gp_str tag)
{
	struct gp_lang lang;

	if (!gp_lang_parse(tag, &lang))
		return false;
	if (lang.script.n)
		return is_listed(lang.script, scripts);
	if (is_listed(lang.language, languages))
		return !is_in_region(&lang, ltr_regions);
	return is_in_region(&lang, rtl_regions);
}
