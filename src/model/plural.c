/* A function a family of languages and a table that says which follows which.
   CLDR's rules for fractions are left out: nothing here is counted in them. */
#include "model/plural.h"

#include "base/text/lang.h"

enum { MILLION = 1000000 };

static enum gp_plural
english(size_t n)
{
	return n == 1 ? GP_PLURAL_ONE : GP_PLURAL_OTHER;
}

/* Millions go with "de": "1 millón de artículos". */
static enum gp_plural
spanish(size_t n)
{
	if (n == 1)
		return GP_PLURAL_ONE;
	return n && n % MILLION == 0 ? GP_PLURAL_MANY : GP_PLURAL_OTHER;
}

static enum gp_plural
french(size_t n)
{
	return n <= 1 ? GP_PLURAL_ONE : spanish(n);
}

static enum gp_plural
welsh(size_t n)
{
	switch (n) {
	case 0:
		return GP_PLURAL_ZERO;
	case 1:
		return GP_PLURAL_ONE;
	case 2:
		return GP_PLURAL_TWO;
	case 3:
		return GP_PLURAL_FEW;
	case 6:
		return GP_PLURAL_MANY;
	default:
		return GP_PLURAL_OTHER;
	}
}

/* 2 to 4 and what ends so, but for 12 to 14. */
static bool
is_slavic_few(size_t n)
{
	return n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14);
}

static enum gp_plural
polish(size_t n)
{
	if (n == 1)
		return GP_PLURAL_ONE;
	return is_slavic_few(n) ? GP_PLURAL_FEW : GP_PLURAL_MANY;
}

static enum gp_plural
ukrainian(size_t n)
{
	if (n % 10 == 1 && n % 100 != 11)
		return GP_PLURAL_ONE;
	return is_slavic_few(n) ? GP_PLURAL_FEW : GP_PLURAL_MANY;
}

static enum gp_plural
hebrew(size_t n)
{
	if (n == 1)
		return GP_PLURAL_ONE;
	return n == 2 ? GP_PLURAL_TWO : GP_PLURAL_OTHER;
}

static enum gp_plural
arabic(size_t n)
{
	if (n == 0)
		return GP_PLURAL_ZERO;
	if (n <= 2)
		return hebrew(n);
	if (n % 100 >= 3 && n % 100 <= 10)
		return GP_PLURAL_FEW;
	return n % 100 >= 11 ? GP_PLURAL_MANY : GP_PLURAL_OTHER;
}

typedef enum gp_plural
plural_rule(size_t n);

/* The region counts where it has a rule of its own: it stands first. */
static const struct language_rule {
	const char *language, *region;
	plural_rule *rule;
} rules[] = {
	{ "ar", "", arabic },    { "cy", "", welsh },     { "es", "", spanish },
	{ "fr", "", french },    { "he", "", hebrew },    { "it", "", spanish },
	{ "pl", "", polish },    { "pt", "PT", spanish }, { "pt", "", french },
	{ "uk", "", ukrainian },
};

static plural_rule *
rule_of(struct gp_str lang)
{
	struct gp_lang tag;
	size_t i;

	if (!gp_lang_parse(lang, &tag))
		return english;
	for (i = 0; i < sizeof rules / sizeof *rules; i++)
		if (gp_str_eq_nocase(tag.language, gp_str(rules[i].language)) &&
		    (!rules[i].region[0] ||
		     gp_str_eq_nocase(tag.region, gp_str(rules[i].region))))
			return rules[i].rule;
	return english;
}

enum gp_plural
gp_plural(struct gp_str lang, size_t n)
{
	return rule_of(lang)(n);
}

const char *
gp_plural_name(enum gp_plural category)
{
	static const char *const names[GP_PLURALS] = {
		[GP_PLURAL_ZERO] = "zero", [GP_PLURAL_ONE] = "one",
		[GP_PLURAL_TWO] = "two",   [GP_PLURAL_FEW] = "few",
		[GP_PLURAL_MANY] = "many", [GP_PLURAL_OTHER] = "other",
	};

	return names[category];
}

/* All that a rule can say, it says of a number up to a hundred or a million. */
bool
gp_plural_is_used(struct gp_str lang, enum gp_plural category)
{
	plural_rule *rule = rule_of(lang);
	size_t n = 0;

	while (n <= 100 && rule(n) != category)
		n++;
	return n <= 100 || rule(MILLION) == category;
}
