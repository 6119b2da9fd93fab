/* The time of a notice, taken piece by piece: days, hours, names of days, of
   months and of zones, and fillers that only count when another piece follows.
   Of a day in numbers that may be two the later is meant, and midnight is the
   end of its day: an hour too late harms less than one too early.  It does not
   know who wrote it where: a time without a zone has none here either. */
#include "normalise/says/embargo_time.h"

#include "base/text/fold.h"
#include "base/utf8.h"
#include "normalise/says/date_grammar.h"
#include "normalise/says/date_take.h"
#include "normalise/says/date_words.h"

enum { MOST_PIECES = 24, NOON = 12 };

/* Between two pieces, in the languages of date_words.c. */
static const char *const fillers[] = {
	"on",  "at",    "the",     "of",     "from", "and",  "is",      "am",
	"den", "dem",   "der",     "ab",     "bis",  "zum",  "vom",     "von",
	"le",  "au",    "du",      "\u00E0", "de",   "del",  "des",     "d",
	"les", "el",    "la",      "las",    "los",  "a",    "\u00E0s", "as",
	"ao",  "do",    "da",      "dia",    "il",   "alle", "di",      "dell",
	"dal", "op",    "het",     "om",     "van",  "ar",   "ddydd",   "tan",
	"o",   "am",    "dnia",    "kello",  "die",  "hrs",  "hours",   "hour",
	"uhr", "h",     "heures",  "heure",  "uur",  "hora", "horas",   "yb",
	"yn",  "sharp", "exactly", "this",   "next", "to",   "w",       NULL
};

/* A time that is none without somebody who knows when this was said. */
static const char *const vague[] = {
	"tomorrow", "today",   "tonight",     "morning",  "afternoon",
	"evening",  "further", "notice",      "delivery", "delivered",
	"morgen",   "heute",   "vorerst",     "demain",   "aujourd'hui",
	"matin",    "soir",    "ma\u00F1ana", "hoy",      "amanh\u00E3",
	"hoje",     "domani",  "oggi",        "vandaag",  "yfory",
	"heddiw",   "jutra",   "announced",   "launch",   "publication",
	"release",  NULL
};

static const char *const noons[] = { "noon",          "midday", "mittag",
	                             "mittags",       "midi",   "mezzogiorno",
	                             "mediod\u00EDa", NULL };
static const char *const midnights[] = { "midnight",   "mitternacht",
	                                 "minuit",     "medianoche",
	                                 "mezzanotte", "middernacht",
	                                 "meia-noite", "p\u00F3\u0142noc",
	                                 NULL };

/* Where people are that go by it. */
static const char *const places[] = {
	"local",    "london",   "uk",      "british", "summer", "time",
	"ortszeit", "zeit",     "lokaler", "heure",   "paris",  "berlin",
	"hora",     "local",    "ora",     "locale",  "lokale", "tijd",
	"amser",    "brussels", NULL
};

/* In summer these are an hour earlier: the later reading holds. */
static const struct gp_zone_name american[] = {
	{ "eastern", -300 }, { "central", -360 }, { "pacific", -480 },
	{ "et", -300 },      { "ct", -360 },      { "pt", -480 },
	{ NULL, 0 },
};

struct time_pieces {
	struct gp_embargo_time *out;
	struct gp_date day;   /* with a time, where one stands beside it */
	struct gp_date clock; /* hour, minute and zone; GP_NO_DATE: none */
};

static struct gp_str
word_at(struct gp_str s)
{
	size_t i = 0, end = 0;

	while (end < s.n && !gp_is_digit(s.p[end]) &&
	       gp_is_word_char(gp_utf8_next(s, &i)))
		end = i;
	return gp_str_sub(s, 0, end);
}

static bool
take_of(struct gp_str *s, const char *const *words)
{
	for (; *words; words++)
		if (gp_eat_words(s, *words))
			return true;
	return false;
}

/* ---- hours ---- */

static bool
take_half(struct gp_str *s, struct gp_date *t)
{
	struct gp_str rest = *s;
	bool pm;

	(void)gp_eat_spaces(&rest);
	pm = gp_eat_words(&rest, "pm") || gp_eat_words(&rest, "p.m");
	if (!pm && !gp_eat_words(&rest, "am") && !gp_eat_words(&rest, "a.m"))
		return false;
	(void)gp_eat_char(&rest, '.');
	if (t->hour > NOON)
		return false;
	t->hour = t->hour % NOON + (pm ? NOON : 0);
	*s = rest;
	return true;
}

static bool
take_hour_word(struct gp_str *s)
{
	static const char *const words[] = { "hrs", "hours",  "uhr",   "h",
		                             "uur", "heures", "heure", "horas",
		                             "hr",  NULL };
	struct gp_str rest = *s;

	(void)gp_eat_spaces(&rest);
	if (!take_of(&rest, words))
		return false;
	*s = rest;
	return true;
}

/* "9 am", "12 Uhr", "18h" */
static bool
take_whole_hour(struct gp_str *s, struct gp_date *t)
{
	struct gp_str rest = *s;

	if (!gp_eat_number(&rest, 1, 2, &t->hour) ||
	    (!take_half(&rest, t) && !take_hour_word(&rest)))
		return false;
	*s = rest;
	return true;
}

/* "0001 hrs"; four digits alone are an hour when no year begins so. */
static bool
take_military(struct gp_str *s, struct gp_date *t)
{
	struct gp_str rest = *s;
	bool early = s->n > 0 && s->p[0] == '0';
	int all;

	if (!gp_eat_number(&rest, 4, 4, &all) ||
	    (!take_hour_word(&rest) && !early))
		return false;
	t->hour = all / 100;
	t->minute = all % 100;
	*s = rest;
	return true;
}

/* "00.01", "0h01", "6:30 p.m." */
static bool
take_exact(struct gp_str *s, struct gp_date *t)
{
	struct gp_str rest = *s;

	if (!gp_eat_number(&rest, 1, 2, &t->hour) ||
	    (!gp_eat_char(&rest, ':') && !gp_eat_char(&rest, '.') &&
	     !gp_eat_char(&rest, 'h')) ||
	    !gp_eat_number(&rest, 2, 2, &t->minute))
		return false;
	if (!take_half(&rest, t))
		(void)take_hour_word(&rest);
	*s = rest;
	return true;
}

/* The last minute of a day is the end of it. */
static bool
take_named_hour(struct gp_str *s, struct gp_date *t)
{
	struct gp_str rest = *s;
	int twelve;

	if (gp_eat_number(&rest, 2, 2, &twelve) && twelve == NOON)
		(void)gp_eat_spaces(&rest);
	else
		rest = *s;
	if (take_of(&rest, midnights)) {
		t->hour = 23;
		t->minute = 59;
	} else if (take_of(&rest, noons)) {
		t->hour = NOON;
	} else {
		return false;
	}
	*s = rest;
	return true;
}

/* "ore 12", "kl. 9" */
static bool
take_called_hour(struct gp_str *s, struct gp_date *t)
{
	static const char *const words[] = { "ore", "kl",     "klo", "godz",
		                             "um",  "klokka", NULL };
	struct gp_str rest = *s;

	if (!take_of(&rest, words))
		return false;
	(void)gp_eat_char(&rest, '.');
	(void)gp_eat_spaces(&rest);
	if (!take_exact(&rest, t) && !gp_eat_number(&rest, 1, 2, &t->hour))
		return false;
	*s = rest;
	return true;
}

static bool
take_clock(struct gp_str *s, struct gp_date *t)
{
	*t = (struct gp_date){ .precision = GP_MINUTE };
	if (!take_named_hour(s, t) && !take_called_hour(s, t) &&
	    !take_exact(s, t) && !take_whole_hour(s, t) && !take_military(s, t))
		return false;
	if (t->hour == 24 && t->minute == 0)
		*t = (struct gp_date){ .precision = GP_MINUTE,
			               .hour = 23,
			               .minute = 59 };
	return true;
}

static bool
take_zone(struct gp_str *s, int *minutes)
{
	static const struct gp_zone_name *const tables[] = { gp_zone_names,
		                                             american };
	const struct gp_zone_name *z;
	size_t i;

	for (i = 0; i < 2; i++)
		for (z = tables[i]; z->name; z++)
			if (gp_eat_words(s, z->name)) {
				*minutes = z->minutes;
				return true;
			}
	return false;
}

/* ---- days ---- */

/* Of two readings of "10/11/2015" the later one. */
static bool
take_day(struct gp_str *s, struct gp_date *day)
{
	struct gp_date_manner first = { .order = GP_DAY_FIRST, .marked = true };
	struct gp_date_manner other = { .order = GP_MONTH_FIRST,
		                        .marked = true };
	struct gp_str rest = *s, again = *s;
	struct gp_date second;

	if (!gp_take_moment(&rest, day, &first) || !gp_date_valid(day))
		return false;
	if (gp_take_moment(&again, &second, &other) && again.n == rest.n &&
	    gp_date_valid(&second) && gp_date_cmp(&second, day) > 0)
		*day = second;
	*s = rest;
	return true;
}

static bool
take_month(struct gp_str *s)
{
	struct gp_str word = word_at(*s);

	if (word.n < 3 || gp_month_of(word) == 0)
		return false;
	*s = gp_str_sub(*s, word.n, s->n);
	(void)gp_eat_char(s, '.');
	return true;
}

static bool
take_number(struct gp_str *s)
{
	static const char *const ends[] = { "th", "st",     "nd", "rd",
		                            "er", "\u00BA", NULL };
	int number;

	if (!gp_eat_number(s, 1, 2, &number))
		return false;
	(void)(take_of(s, ends) || gp_eat_char(s, '.'));
	return true;
}

/* Then the month before it is a weekday: Welsh has one word for both. */
static bool
begins_day(struct gp_str s)
{
	struct gp_date day;

	return take_day(&s, &day);
}

/* "10th of November" and "November 10", without a year. */
static bool
take_short_day(struct gp_str *s)
{
	struct gp_str rest = *s, behind;

	if (take_number(&rest)) {
		(void)gp_eat_spaces(&rest);
		if (gp_eat_words(&rest, "of") || gp_eat_words(&rest, "de"))
			(void)gp_eat_spaces(&rest);
		if (!take_month(&rest))
			return false;
	} else if (take_month(&rest)) {
		behind = rest;
		if (gp_eat_spaces(&behind) && !begins_day(behind) &&
		    take_number(&behind))
			rest = behind;
	} else {
		return false;
	}
	*s = rest;
	return true;
}

/* Part of a time, and no day by itself. */
static bool
take_part(struct gp_str *s)
{
	struct gp_str word = word_at(*s);

	if (take_short_day(s))
		return true;
	if (word.n < 3 ||
	    (!gp_is_weekday(word) && !gp_str_among_nocase(word, vague)))
		return false;
	*s = gp_str_sub(*s, word.n, s->n);
	(void)gp_eat_char(s, '.');
	return true;
}

/* ---- all of them ---- */

static bool
take_piece(struct gp_str *s, struct time_pieces *p, bool parted)
{
	struct gp_date found;
	int zone;

	if (take_day(s, &found)) {
		if (p->day.precision == GP_NO_DATE ||
		    gp_date_cmp(&found, &p->day) > 0)
			p->day = found;
		return true;
	}
	if (take_clock(s, &found)) {
		p->clock = found;
		return true;
	}
	if (p->out->any && take_zone(s, &zone)) {
		p->clock.has_zone = true;
		p->clock.zone = zone;
		return true;
	}
	if (parted && p->day.precision != GP_NO_DATE)
		return false;
	return (p->out->any && take_of(s, places)) || take_part(s);
}

static bool
take_sign(struct gp_str *s, bool *parts)
{
	if (gp_eat_dash(s) || gp_eat_char(s, '|') || gp_eat_char(s, '.')) {
		*parts = true;
		return true;
	}
	return gp_eat_spaces(s) || gp_eat_char(s, ',') || gp_eat_char(s, ';') ||
	       gp_eat_char(s, '/') || gp_eat_char(s, '(') ||
	       gp_eat_char(s, '@') || gp_eat_char(s, '\'') ||
	       gp_eat_bytes(s, GP_STR("\u2019"));
}

/* *parts: a sign was among them that may part the time from a title. */
static void
skip_fillers(struct gp_str *s, bool *parts)
{
	struct gp_str word;

	for (;;) {
		if (take_sign(s, parts))
			continue;
		word = word_at(*s);
		if (word.n == 0 || !gp_str_among_nocase(word, fillers))
			return;
		*s = gp_str_sub(*s, word.n, s->n);
	}
}

/* The day, with the hour that stands apart from it. */
static struct gp_date
together(const struct time_pieces *p)
{
	struct gp_date all = p->day;

	if (all.precision == GP_NO_DATE)
		return all;
	if (all.precision < GP_MINUTE && p->clock.precision == GP_MINUTE) {
		all.precision = GP_MINUTE;
		all.hour = p->clock.hour;
		all.minute = p->clock.minute;
	}
	if (!all.has_zone && p->clock.has_zone && all.precision >= GP_MINUTE) {
		all.has_zone = true;
		all.zone = p->clock.zone;
	}
	return gp_date_valid(&all) ? all : (struct gp_date){ 0 };
}

void
gp_take_embargo_time(struct gp_str *s, struct gp_embargo_time *out)
{
	struct time_pieces p = { .out = out };
	struct gp_str rest = *s;
	bool parted;
	size_t n;

	*out = (struct gp_embargo_time){ .any = false };
	for (n = 0; n < MOST_PIECES; n++) {
		parted = false;
		skip_fillers(&rest, &parted);
		if (!take_piece(&rest, &p, parted))
			break;
		out->any = true;
		(void)take_hour_word(&rest);
		*s = rest;
		if (gp_eat_char(&rest, ')'))
			*s = rest;
	}
	out->until = together(&p);
	out->has_clock = out->until.precision >= GP_MINUTE ||
	                 p.clock.precision == GP_MINUTE;
}
