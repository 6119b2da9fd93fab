/*
 * Words in the place of an author that name nobody: what systems fill in, and
 * what "by" says of a manner or a time ("By Air Mail", "By Friday Evening").
 * They are lists of words in some languages; who is called so all the same is
 * not known here.
 */
#include "normalise/says/byline_words.h"
#include "normalise/says/date_words.h"

/* Who signs for a machine or for nobody; folded, whole names. */
static const char *const nobodies[] = {
	"admin",
	"administrator",
	"site admin",
	"website admin",
	"wp admin",
	"wpadmin",
	"super user",
	"superuser",
	"root",
	"webmaster",
	"web master",
	"moderator",
	"editor",
	"editors",
	"the editors",
	"the editor",
	"editorial",
	"editorial team",
	"editorial staff",
	"editorial board",
	"web editor",
	"online editor",
	"site editor",
	"news editor",
	"staff",
	"staff writer",
	"staff writers",
	"staff reporter",
	"staff reporters",
	"news staff",
	"newsroom",
	"news desk",
	"newsdesk",
	"news team",
	"web team",
	"web staff",
	"team",
	"the team",
	"our team",
	"guest user",
	"by",
	"von",
	"par",
	"por",
	"and",
	"blog author",
	"staff member",
	"guest",
	"guest author",
	"subscriber only",
	"subscribers only",
	"subscriber exclusive",
	"exclusive to subscribers",
	"for subscribers only",
	"member only",
	"members only",
	"member exclusive",
	"premium content",
	"nur f\u00FCr abonnenten",
	"r\u00E9serv\u00E9 aux abonn\u00E9s",
	"solo para suscriptores",
	"solo per abbonati",
	"guest writer",
	"guest blogger",
	"guest contributor",
	"guest post",
	"contributor",
	"contributors",
	"contributing writer",
	"author",
	"authors",
	"writer",
	"anonymous",
	"unknown",
	"user",
	"default",
	"test",
	"demo",
	"redaktion",
	"die redaktion",
	"r\u00E9daction",
	"la r\u00E9daction",
	"redacci\u00F3n",
	"redazione",
	"redactie",
	"press release",
	"n a",
	"none",
	"null",
	"undefined",
	"share",
	"comments",
	"name",
	"follow",
	"posted",
	"published",
	"view profile",
	"view all posts",
	"read more",
	"contact",
	"about the author",
	"admin user",
	"administrateur",
	"administrador",
	"amministratore",
	"beheerder",
	"super administrator",
	"joomla super user",
	"site administrator",
	"wordpress admin",
	"wordpress",
	"joomla",
	"drupal",
	"squarespace",
	"wix",
	"typo3",
	"content team",
	"content editor",
	"content",
	"tbc",
	"tba",
	"tbd",
	"to be confirmed",
	"to be announced",
	"to be decided",
	"author tbc",
	"name tbc",
	"author name",
	"your name",
	"firstname lastname",
	"first name last name",
	"name surname",
	"vorname nachname",
	"lorem ipsum",
	"not specified",
	"not available",
	"not applicable",
	"various",
	"various authors",
	"multiple authors",
	"several authors",
	"diverse",
	"divers",
	"varios",
	"varios autores",
	"autori vari",
	"aa vv",
	"unknown author",
	"no author",
	"unbekannt",
	"autor unbekannt",
	"verfasser unbekannt",
	"unbekannter autor",
	"anonym",
	"anonyme",
	"an\u00F3nimo",
	"an\u00F4nimo",
	"anonimo",
	"anoniem",
	"inconnu",
	"auteur inconnu",
	"desconocido",
	"autor desconocido",
	"desconhecido",
	"sconosciuto",
	"autore sconosciuto",
	"onbekend",
	"redakteur",
	"redakteurin",
	"redakcja",
	"redakce",
	"onlineredaktion",
	"online redaktion",
	"redactor",
	"redactora",
	"r\u00E9dacteur",
	"gast",
	"gastautor",
	"gastautorin",
	"g\u00E4steautor",
	"gastbeitrag",
	"invit\u00E9",
	"invitado",
	"ospite",
	"gebruiker",
	"benutzer",
	"utilisateur",
	"usuario",
	"utente",
	"editor in chief",
	"default user",
	"user name",
	"username",
	"site owner",
	"owner",
	"publisher",
	"system",
	"import",
	"importer",
	"migration",
	"bot",
	"api",
	"cms",
	"dev",
	"developer",
	"no reply",
	"noreply",
	"placeholder",
	NULL,
};

enum { SHORTEST_DAY = 6 }; /* bytes: "Sam" is a person */

/* A name that ends with one of these is none, whatever stands before it. */
static const char *const manners[] = {
	"demand",      "mail",         "request",      "arrangement",
	"appointment", "transport",    "consent",      "invitation",
	"numbers",     "agreement",    "definition",   "default",
	"comparison",  "contrast",     "telephone",    "email",
	"proxy",       "courier",      "satellite",    "decree",
	"majority",    "accident",     "mistake",      "chance",
	"candlelight", "arrangements", "appointments", "means",
	"a\u00E9reo",  "aereo",        "courrier",     "correo",
	"correio",     "correos",      "posta",        "poste",
	"luftpost",    "einladung",    "absprache",    "vereinbarung",
	"demande",     "rendez vous",  "solicitud",    "petici\u00F3n",
	"richiesta",   "verzoek",      NULL,
};

/* The same where a name begins with one: it goes on in some other way. */
static const char *const openings[] = {
	"order of ",    "way of ",   "means of ",    "virtue of ",
	"popular ",     "courtesy ", "special ",     "public ",
	"invitation ",  "courrier ", "courtesy of ", "kind ",
	"appointment ", "common ",   "mutual ",      NULL,
};

/* No name has one within it; those of places and times have. */
static const char *const between[] = {
	"to",   "until", "till",  "or",    "through", "via",  "bis", "nach",
	"oder", "ou",    "hasta", "jusqu", "tot",     "fino", NULL,
};

/* What together are no name, though some alone may be: things that one goes
   by, and times. */
static const char *const things[] = {
	"abend",    "afternoon", "air",     "auto",      "autumn",
	"bahn",     "ballot",    "bicycle", "bike",      "boat",
	"brief",    "bus",       "car",     "christmas", "coach",
	"courier",  "day",       "early",   "easter",    "email",
	"end",      "ende",      "eve",     "evening",   "fall",
	"fax",      "ferry",     "foot",    "hand",      "haus",
	"hour",     "jahr",      "land",    "last",      "late",
	"law",      "letter",    "mail",    "mid",       "midday",
	"midnight", "mittag",    "month",   "morgen",    "morning",
	"nacht",    "new",       "next",    "night",     "noon",
	"phone",    "plane",     "post",    "proxy",     "rail",
	"road",     "schiff",    "sea",     "ship",      "spring",
	"summer",   "tag",       "taxi",    "telephone", "today",
	"tomorrow", "tonight",   "train",   "tram",      "week",
	"weekend",  "winter",    "woche",   "year",      "yesterday",
	"zug",      NULL,
};

/* What may stand among them. */
static const char *const fillers[] = {
	"and", "und", "et", "y",  "e",   "of", "the",
	"a",   "de",  "la", "zu", "bis", NULL,
};

bool
gp_byline_is_stand_in(struct gp_str folded)
{
	return gp_str_among(folded, nobodies);
}

static bool
begins_otherwise(struct gp_str s)
{
	size_t i;

	for (i = 0; openings[i]; i++)
		if (gp_str_starts(s, gp_str(openings[i])))
			return true;
	return false;
}

static bool
is_thing(struct gp_str word)
{
	return gp_str_among(word, things) ||
	       (word.n >= SHORTEST_DAY && gp_is_weekday(word));
}

/* "April May" is somebody, and so is "Summer". */
static bool
is_all_things(struct gp_str s)
{
	struct gp_str word;
	size_t n = 0, words = 0;

	for (; gp_str_word(&s, &word); words++) {
		if (is_thing(word))
			n++;
		else if (!gp_str_among(word, fillers) &&
		         (words == 0 || gp_month_of(word) == 0))
			return false;
	}
	return n > 0 && words > 1;
}

bool
gp_byline_is_manner(struct gp_str folded)
{
	static const char *const alone[] = { "hand",  "bus",   "car",
		                             "train", "law",   "telephone",
		                             "phone", "email", "post",
		                             "air",   "sea",   NULL };
	struct gp_str rest = folded, word, last = GP_STR("");
	size_t n = 0;

	for (; gp_str_word(&rest, &word); n++) {
		if (n > 0 && rest.n > 0 && gp_str_among(word, between))
			return true;
		last = word;
	}
	return gp_str_among(last, manners) || begins_otherwise(folded) ||
	       is_all_things(folded) || (n == 1 && gp_str_among(folded, alone));
}
