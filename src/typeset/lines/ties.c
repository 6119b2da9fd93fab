/* A look at the words on both sides of each space that a line may end at:
   numbers and units, labels and numbers, titles and names, initials, dashes
   that stand free.  Only the tables know English; a word that is in none of
   them binds nothing. */
#include "typeset/lines/ties.h"

#include <string.h>
#include <unilbrk.h>

enum { LONGEST = 24 }; /* bytes of a word that may be part of a tie */

/* After a number: what is counted or measured. */
static const char *const units[] = {
	"million",   "billion", "trillion", "thousand", "hundred", "m",
	"bn",        "tn",      "k",        "km",       "cm",      "mm",
	"mi",        "miles",   "kg",       "g",        "mg",      "l",
	"ml",        "ha",      "pt",       "px",       "GB",      "MB",
	"KB",        "TB",      "Mbps",     "Gbps",     "kW",      "MW",
	"GW",        "kWh",     "Hz",       "MHz",      "GHz",     "%",
	"\302\260C", "pp",      "am",       "pm",       "a.m",     "p.m",
	"GMT",       "BST",     "BC",       "AD",       "percent", "pence",
	"p",         "GBP",     "USD",      "EUR",      "January", "February",
	"March",     "April",   "May",      "June",     "July",    "August",
	"September", "October", "November", "December",
};

/* Before a number: what it is the number of. */
static const char *const labels[] = {
	"No",      "Nos",  "no",      "nos",      "Number",  "p",
	"pp",      "page", "pages",   "Page",     "para",    "paras",
	"Fig",     "Figs", "Figure",  "fig",      "Table",   "Vol",
	"vol",     "Ch",   "ch",      "Chapter",  "chapter", "s",
	"ss",      "Sec",  "Section", "section",  "Part",    "Article",
	"article", "Art",  "Annex",   "Clause",   "clause",  "cl",
	"c",       "ca",   "v",       "\xC2\xA7",
};

/* Before a name. */
static const char *const titles[] = {
	"Mr",   "Mrs",  "Ms",   "Miss", "Mx",   "Dr",  "Prof", "Sir",
	"Dame", "Lord", "Lady", "St",   "Revd", "Rev", "Hon",  "Baroness",
};

/* Marks that stand before or after a word and are no part of it. */
static const char *const marks[] = {
	"(",
	")",
	"[",
	"]",
	"\"",
	"'",
	",",
	";",
	":",
	"!",
	"?",
	".",
	"\xE2\x80\x98",
	"\xE2\x80\x99",
	"\xE2\x80\x9C",
	"\xE2\x80\x9D",
};

#define COUNT(rows) (sizeof(rows) / sizeof *(rows))

static bool
is_in(struct gp_str word, const char *const rows[], size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (gp_str_eq(word, gp_str(rows[i])))
			return true;
	return false;
}

static bool
is_gap(char c)
{
	return c == ' ' || c == '\n';
}

/* The word that ends before the byte `at`; "" when it is long. */
static struct gp_str
word_before(struct gp_str text, size_t at)
{
	size_t from = at;

	while (from > 0 && !is_gap(text.p[from - 1])) {
		from--;
		if (at - from > LONGEST)
			return GP_STR("");
	}
	return gp_str_sub(text, from, at);
}

/* The word that begins at the byte `at`; "" when it is long. */
static struct gp_str
word_after(struct gp_str text, size_t at)
{
	size_t to = at;

	while (to < text.n && !is_gap(text.p[to])) {
		to++;
		if (to - at > LONGEST)
			return GP_STR("");
	}
	return gp_str_sub(text, at, to);
}

/* Bytes of the mark that the word begins or ends with; 0: none. */
static size_t
mark_at(struct gp_str word, bool end)
{
	size_t i;
	char edge = '\0';

	if (word.n)
		edge = word.p[end ? word.n - 1 : 0];
	/* Most words begin and end with a letter, which no mark does. */
	if (gp_is_alpha(edge))
		return 0;
	for (i = 0; i < COUNT(marks); i++) {
		struct gp_str mark = gp_str(marks[i]);

		if (word.n > mark.n &&
		    memcmp(word.p + (end ? word.n - mark.n : 0), mark.p,
		           mark.n) == 0)
			return mark.n;
	}
	return 0;
}

static struct gp_str
bare(struct gp_str word)
{
	size_t n;

	while ((n = mark_at(word, false)) > 0)
		word = gp_str_sub(word, n, word.n);
	while ((n = mark_at(word, true)) > 0)
		word.n -= n;
	return word;
}

static bool
is_upper(struct gp_str word)
{
	return word.n && word.p[0] >= 'A' && word.p[0] <= 'Z';
}

static bool
has_digit(struct gp_str word, bool at_end)
{
	return word.n && gp_is_digit(word.p[at_end ? word.n - 1 : 0]);
}

/* "J.", "(J.K." */
static bool
is_initial(struct gp_str word)
{
	size_t i = 0;

	while (i < word.n && word.p[i] == '(')
		i++;
	if (i == word.n || (word.n - i) % 2)
		return false;
	for (; i < word.n; i += 2)
		if (word.p[i] < 'A' || word.p[i] > 'Z' || word.p[i + 1] != '.')
			return false;
	return true;
}

/* The number before the space is bound to what follows it: a unit, "per cent",
   "of" and another number. */
static bool
binds_number(struct gp_str text, size_t next)
{
	struct gp_str word = word_after(text, next), then;

	if (is_in(bare(word), units, COUNT(units)))
		return true;
	if (!gp_str_eq(word, GP_STR("per")) && !gp_str_eq(word, GP_STR("of")))
		return false;
	then = word_after(text, next + word.n + 1);
	return word.p[0] == 'p' ? gp_str_eq(bare(then), GP_STR("cent"))
	                        : has_digit(then, false);
}

/* "of" before a number and after another; the same for "per" and "cent". */
static bool
binds_joint(struct gp_str text, size_t space, struct gp_str word,
            struct gp_str next)
{
	size_t from = space - word.n;

	if (from == 0 || !has_digit(word_before(text, from - 1), true))
		return false;
	return word.p[0] == 'o' ? has_digit(next, false)
	                        : gp_str_eq(next, GP_STR("cent"));
}

static bool
is_tie(struct gp_str text, size_t space)
{
	struct gp_str word = word_before(text, space);
	struct gp_str next = word_after(text, space + 1);

	if (word.n == 0)
		return false;
	if (gp_str_eq(next, GP_STR("\xE2\x80\x93")) ||
	    gp_str_eq(next, GP_STR("\xE2\x80\x94")))
		return true; /* a dash that stands free begins no line */
	if (gp_str_eq(word, GP_STR("of")) || gp_str_eq(word, GP_STR("per")))
		return binds_joint(text, space, word, bare(next));
	if (has_digit(word, true))
		return binds_number(text, space + 1);
	if (has_digit(next, false))
		return is_in(bare(word), labels, COUNT(labels));
	if (is_upper(next))
		return is_initial(word) ||
		       is_in(bare(word), titles, COUNT(titles));
	return false;
}

void
gp_ties_mark(struct gp_str text, char *breaks)
{
	size_t i;

	for (i = 1; i + 1 < text.n; i++)
		if (text.p[i] == ' ' && breaks[i + 1] == UC_BREAK_POSSIBLE &&
		    is_tie(text, i))
			breaks[i + 1] = GP_TIED;
}
