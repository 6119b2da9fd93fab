/*
 * The language of an article: what its file says, what its markup says, a
 * vote of small words over the text, else the pack's.  The vote speaks
 * against markup only when it is clear: a system's default is often left as
 * it was.  Small words: the most frequent function words of each language
 * that are rare in the others; a closed class, from any grammar of it.
 */
#include "normalise/says/claim_fields.h"

#include "base/text/lang.h"
#include "normalise/says/claim_words.h"

#include <stdlib.h>

/* Judgements, but for the last.  In running text of its language far more than
   LEAST_SHARE words are small ones; where two languages mix, neither has the
   lead. */
enum {
	LEAST_WORDS = 60, /* of the text, for a vote */
	LONGEST = 12,     /* small word, in bytes */
	LEAST_SHARE = 12, /* small words in a hundred */
	CLEAR_LEAD = 2,   /* times the second */
	MOST_WORDS = 250, /* that are asked */
	LONGEST_TAG = 35, /* RFC 5646, 4.4.1 */
};

enum { EN, FR, DE, ES, IT, NL, PT, CY, LANGUAGES };

static const char *const tags[LANGUAGES] = { "en", "fr", "de", "es",
	                                     "it", "nl", "pt", "cy" };

struct small_word {
	const char *word;
	unsigned languages; /* 1 << EN and so on */
};

/* In order of bytes. */
static const struct small_word small_words[] = {
#define W(word, languages) { word, languages },
#include "normalise/says/language_words.def"
#undef W
};

struct vote {
	size_t counts[LANGUAGES];
	size_t words;
};

static int
compare_word(const void *key, const void *row)
{
	const struct gp_str *word = key;
	const struct small_word *known = row;

	return gp_str_cmp_row(*word, known->word);
}

static unsigned
languages_of(struct gp_str word)
{
	const struct small_word *found;
	char lower[LONGEST];
	size_t i;

	if (word.n == 0 || word.n > sizeof lower)
		return 0;
	for (i = 0; i < word.n; i++)
		lower[i] = gp_to_lower(word.p[i]);
	word.p = lower;
	found = bsearch(&word, small_words,
	                sizeof small_words / sizeof small_words[0],
	                sizeof small_words[0], compare_word);
	return found ? found->languages : 0;
}

/* Without the marks at its ends. */
static struct gp_str
bare(struct gp_str word)
{
	while (word.n > 0 && !(word.p[0] & 0x80) && !gp_is_alpha(word.p[0]))
		word = gp_str_sub(word, 1, word.n);
	while (word.n > 0 && !(word.p[word.n - 1] & 0x80) &&
	       !gp_is_alpha(word.p[word.n - 1]))
		word = gp_str_sub(word, 0, word.n - 1);
	return word;
}

static void
count_words(const struct gp_work *w, struct vote *v)
{
	struct gp_str text, word;
	unsigned says;
	size_t i, k;

	for (i = 0; i < w->n; i++) {
		if (!w->units[i].prose)
			continue;
		text = w->units[i].text;
		while (v->words < MOST_WORDS && gp_str_word(&text, &word)) {
			v->words++;
			word = bare(word);
			says = languages_of(word);
			for (k = 0; k < LANGUAGES; k++)
				v->counts[k] += says >> k & 1;
		}
	}
}

/* "" when the words do not speak clearly. */
static struct gp_str
elect(const struct gp_work *w)
{
	struct vote v = { .words = 0 };
	size_t i, best = 0, second = 0;

	count_words(w, &v);
	for (i = 1; i < LANGUAGES; i++)
		if (v.counts[i] > v.counts[best])
			best = i;
	for (i = 0; i < LANGUAGES; i++)
		if (i != best && v.counts[i] > second)
			second = v.counts[i];
	if (v.words < LEAST_WORDS ||
	    v.counts[best] * 100 < v.words * LEAST_SHARE ||
	    v.counts[best] < second * CLEAR_LEAD)
		return GP_STR("");
	return gp_str(tags[best]);
}

/* ---- what is said ---- */

/* "en_GB, fr" as "en-GB"; "" for what is no tag of a known language. */
static struct gp_str
tag_of(struct gp_work *w, struct gp_str value)
{
	struct gp_buf b = { .max = 0 };
	struct gp_str first = value, tag;
	struct gp_lang lang;
	size_t i;

	(void)gp_str_split(&first, ',', &value);
	value = gp_str_trim(value);
	for (i = 0; i < value.n && value.n <= LONGEST_TAG; i++) {
		char c = value.p[i] == '_' ? '-' : value.p[i];

		gp_buf_putc(&b, i < 2 ? gp_to_lower(c) : c);
	}
	if (b.len == 5) {
		b.data[3] = gp_to_upper(b.data[3]);
		b.data[4] = gp_to_upper(b.data[4]);
	}
	tag = gp_arena_buf(w->doc->arena, &b);
	return gp_lang_parse(tag, &lang) && lang.language.n &&
	                       lang.language.n < 4
	               ? tag
	               : GP_STR("");
}

static bool
same_language(struct gp_str a, struct gp_str b)
{
	struct gp_lang x, y;

	return gp_lang_parse(a, &x) && gp_lang_parse(b, &y) &&
	       gp_str_eq_nocase(x.language, y.language);
}

static struct gp_judged_claim *
best_claim(struct gp_work *w)
{
	static const enum gp_claim_place order[] = { GP_SAID_BY_FILE,
		                                     GP_SAID_IN_PAGE,
		                                     GP_SAID_IN_META,
		                                     GP_SAID_IN_DATA };
	struct gp_judged_claim *c = NULL;
	size_t i;

	for (i = 0; i < 4; i++)
		while ((c = gp_claims_next(w, c, GP_CLAIM_LANG)) != NULL)
			if (c->said->place == order[i] &&
			    tag_of(w, c->said->value).n > 0)
				return c;
	return NULL;
}

bool
gp_claims_language(struct gp_work *w, struct gp_err *e)
{
	struct gp_judged_claim *claim = best_claim(w);
	struct gp_str said =
		claim ? tag_of(w, claim->said->value) : w->draft->lang;
	struct gp_str house = w->how->lang.n ? w->how->lang : GP_STR("en-GB");
	struct gp_str voted;

	if (claim)
		claim->taken = true;
	if (said.n > 0)
		w->doc->lang = gp_arena_str(w->doc->arena, said);
	if (claim && claim->said->place == GP_SAID_BY_FILE)
		return gp_arena_ok(w->doc->arena, e);
	voted = elect(w);
	if (voted.n > 0 && !same_language(voted, said.n ? said : house)) {
		gp_doc_warn(w->doc, "lang-guessed", 0,
		            "the words are %.*s, not %.*s as %s", GP_ARG(voted),
		            GP_ARG(said.n ? said : house),
		            said.n ? "the page says" : "the pack is");
		w->doc->lang = voted;
		if (claim)
			claim->taken = false;
	}
	return gp_arena_ok(w->doc->arena, e);
}
