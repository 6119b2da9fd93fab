/*
 * The labels of days that are not the day of a text, in the languages of
 * date_words.c as far as they were met.  Tables and one look at the end of a
 * line; the grammar of dates is no matter of this file.
 */
#include "base/text/other_days.h"

#include "base/text/fold.h"
#include "base/utf8.h"

enum { LABEL_BYTES = 60, GAP = 24 };

/* Beginnings of words. */
static const char *const others[] = {
	"startdate",
	"enddate",
	"birthdate",
	"doortime",
	"validthrough",
	"validfrom",
	"date of the event",
	"date of event",
	"deadline",
	"event",
	"meeting",
	"closing",
	"closes",
	"apply by",
	"expir",
	"valid",
	"birth",
	"date of birth",
	"death",
	"starting",
	"sitting",
	"election day",
	"polling",
	"open day",
	"checkin",
	"check-in",
	"release date",
	"on sale",
	"join us",
	"save the date",
	"termin",
	"frist",
	"einsendeschluss",
	"anmeldeschluss",
	"bewerbungsschluss",
	"redaktionsschluss",
	"bewerbungsfrist",
	"anmeldefrist",
	"abgabe",
	"stichtag",
	"veranstaltung",
	"sitzung",
	"tagung",
	"konzert",
	"beginn",
	"g\u00FCltig",
	"geboren",
	"gestorben",
	"geburts",
	"date limite",
	"\u00E9v\u00E9nement",
	"ev\u00E9nement",
	"r\u00E9union",
	"\u00E9ch\u00E9ance",
	"s\u00E9ance",
	"n\u00E9 le",
	"n\u00E9e le",
	"valable",
	"fecha l\u00EDmite",
	"l\u00EDmite",
	"plazo",
	"evento",
	"reuni\u00F3n",
	"nacido",
	"nacida",
	"v\u00E1lido",
	"caduca",
	"vence",
	"scadenza",
	"riunione",
	"valido",
	"einddatum",
	"sluitingsdatum",
	"vergadering",
	"geldig",
	"bijeenkomst",
	"evenement",
	"prazo",
	"reuni\u00E3o",
	"data limite",
	"dyddiad cau",
	"cyfarfod",
	"digwyddiad",
	"wydarzeni",
	"spotkani",
	"urodz",
	NULL,
};

/* Whole words. */
static const char *const limits[] = {
	"when",   "nato",     "nata",    "born",  "due",      "died",
	"limite", "starts",   "ends",    "until", "till",     "bis",
	"hasta",  "jusqu'au", "fino al", "tot",   "at\u00E9", NULL,
};

static const char *const published[] = {
	"publish",
	"posted",
	"created",
	"written",
	"updated",
	"modified",
	"edited",
	"revised",
	"publi\u00E9",
	"parution",
	"mis en ligne",
	"mise en ligne",
	"mis \u00E0 jour",
	"mise \u00E0 jour",
	"modifi\u00E9",
	"ver\u00F6ffentlicht",
	"erschienen",
	"erstellt",
	"aktualisier",
	"ge\u00E4ndert",
	"publicad",
	"actualizad",
	"atualizad",
	"pubblicat",
	"aggiornat",
	"gepubliceerd",
	"geplaatst",
	"bijgewerkt",
	"publikacj",
	"opublikowan",
	"aktualiz",
	"publikov",
	"publicer",
	"publisert",
	"uppdater",
	"opdater",
	"oppdater",
	"julkaistu",
	"p\u00E4ivitet",
	"cyhoedd",
	"diweddar",
	"yay\u0131n",
	NULL,
};

/* A word ends where the next begins. */
static bool
is_word_end(struct gp_str s, size_t i)
{
	return i >= s.n || !gp_is_word_char(gp_utf8_next(s, &i));
}

static bool
begins_word(struct gp_str s, size_t i)
{
	return i == 0 || !gp_is_word_char(gp_utf8_before(s, i));
}

/* The last bytes, from the beginning of a character on. */
static struct gp_str
end_of(struct gp_str s)
{
	size_t i = s.n > LABEL_BYTES ? s.n - LABEL_BYTES : 0;

	while (i < s.n && ((unsigned char)s.p[i] & 0xC0) == 0x80)
		i++;
	return gp_str_sub(s, i, s.n);
}

/* Nothing stands there that begins another matter. */
static bool
leads_on(struct gp_str s)
{
	static const char parting[] = "|.;!?0123456789";
	size_t i, k;

	for (i = 0; i < s.n; i++)
		for (k = 0; parting[k]; k++)
			if (s.p[i] == parting[k])
				return false;
	return s.n <= GAP && gp_str_find(s, GP_STR("\u00B7"), 0) == s.n &&
	       gp_str_find(s, GP_STR("\u2022"), 0) == s.n;
}

bool
gp_day_is_published(struct gp_str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (begins_word(s, i) &&
		    gp_fold_says_any(gp_str_sub(s, i, s.n), published) > 0)
			return true;
	return false;
}

bool
gp_day_is_of_other(struct gp_str before)
{
	struct gp_str s = end_of(before), at;
	size_t i, n;
	bool found = false;

	for (i = 0; i < s.n && !found; i++) {
		at = gp_str_sub(s, i, s.n);
		if (!begins_word(s, i))
			continue;
		n = gp_fold_says_any(at, limits);
		if (n == 0 || !is_word_end(at, n))
			n = gp_fold_says_any(at, others);
		found = n > 0 && leads_on(gp_str_sub(at, n, at.n));
	}
	return found && !gp_day_is_published(s);
}
