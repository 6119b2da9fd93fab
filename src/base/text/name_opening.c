/*
 * The openings and endings of bylines, as tables.  They were collected from
 * the habits of newsrooms and of the programs that publish for them; no word
 * of a name is in them, and no site's own phrase.
 */
#include "base/text/name_opening.h"

#include "base/text/fold.h"
#include "base/utf8.h"

#include <string.h>

enum manner {
	WEAK,   /* a preposition, at the start */
	PERSON, /* one that begins much else */
	LABEL,  /* a noun, with a colon; at the start also without */
	COLON,  /* a noun that opens only with a colon, and a person */
	PHRASE, /* a verb and its preposition */
};

struct leading {
	const char *words;
	enum manner how;
};

/* In the order of bytes: English, German, French, Spanish, Portuguese, Italian,
   Dutch, Welsh, Danish, Norwegian, Swedish, Finnish, Polish, Czech, Turkish,
   Russian, Hebrew, Arabic, Persian, Japanese and Chinese. */
static const struct leading openings[] = {
	{ "a cura di", PHRASE },
	{ "about the author", LABEL },
	{ "af", PERSON },
	{ "analysis by", PHRASE },
	{ "article by", PHRASE },
	{ "article de", PHRASE },
	{ "articolo di", PHRASE },
	{ "artikel von", PHRASE },
	{ "auteur", LABEL },
	{ "auteure", LABEL },
	{ "auteurs", LABEL },
	{ "author", LABEL },
	{ "author(s)", LABEL },
	{ "authored by", PHRASE },
	{ "authors", LABEL },
	{ "autor", LABEL },
	{ "autor*in", LABEL },
	{ "autor/in", LABEL },
	{ "autor:in", LABEL },
	{ "autora", LABEL },
	{ "autore", LABEL },
	{ "autoren", LABEL },
	{ "autores", LABEL },
	{ "autorin", LABEL },
	{ "autorinnen", LABEL },
	{ "autorka", LABEL },
	{ "autorzy", LABEL },
	{ "autrice", LABEL },
	{ "av", PERSON },
	{ "awdur", LABEL },
	{ "awduron", LABEL },
	{ "beitrag von", PHRASE },
	{ "bericht von", PHRASE },
	{ "blog by", PHRASE },
	{ "by", WEAK },
	{ "column by", PHRASE },
	{ "comment by", PHRASE },
	{ "compiled by", PHRASE },
	{ "contributed by", PHRASE },
	{ "created by", PHRASE },
	{ "cyfweliad", COLON },
	{ "cyhoeddwyd gan", PHRASE },
	{ "da", PERSON },
	{ "di", PERSON },
	{ "door", PERSON },
	{ "een artikel van", PHRASE },
	{ "ein artikel von", PHRASE },
	{ "ein beitrag von", PHRASE },
	{ "ein gastbeitrag von", PHRASE },
	{ "ein kommentar von", PHRASE },
	{ "eine analyse von", PHRASE },
	{ "eine kolumne von", PHRASE },
	{ "eine reportage von", PHRASE },
	{ "eingestellt von", PHRASE },
	{ "entretien", COLON },
	{ "entrevista", COLON },
	{ "erstellt von", PHRASE },
	{ "escrito por", PHRASE },
	{ "essay by", PHRASE },
	{ "exclusive by", PHRASE },
	{ "feature by", PHRASE },
	{ "forfatter", LABEL },
	{ "from", COLON },
	{ "f\u00F6rfattare", LABEL },
	{ "gan", PERSON },
	{ "gastbeitrag von", PHRASE },
	{ "geplaatst door", PHRASE },
	{ "gepostet von", PHRASE },
	{ "gepubliceerd door", PHRASE },
	{ "geschreven door", PHRASE },
	{ "geschrieben von", PHRASE },
	{ "haastattelu", COLON },
	{ "interview", COLON },
	{ "interview by", PHRASE },
	{ "interview von", PHRASE },
	{ "interviewer", COLON },
	{ "interviewt von", PHRASE },
	{ "intervista", COLON },
	{ "intervju", COLON },
	{ "journalist", COLON },
	{ "kirjoittaja", LABEL },
	{ "kommentar von", PHRASE },
	{ "napisa\u0142", PHRASE },
	{ "napisa\u0142a", PHRASE },
	{ "napsal", PHRASE },
	{ "napsala", PHRASE },
	{ "opinion by", PHRASE },
	{ "opublikowane przez", PHRASE },
	{ "par", PERSON },
	{ "por", PERSON },
	{ "post by", PHRASE },
	{ "postado por", PHRASE },
	{ "postato da", PHRASE },
	{ "posted by", PHRASE },
	{ "postiwyd gan", PHRASE },
	{ "post\u00E9 par", PHRASE },
	{ "propos recueillis par", PHRASE },
	{ "propos\u00E9 par", PHRASE },
	{ "pubblicato da", PHRASE },
	{ "publicada por", PHRASE },
	{ "publicado por", PHRASE },
	{ "publicerad av", PHRASE },
	{ "publisert av", PHRASE },
	{ "published by", PHRASE },
	{ "publiziert von", PHRASE },
	{ "publi\u00E9 par", PHRASE },
	{ "recipe by", PHRASE },
	{ "redactado por", PHRASE },
	{ "reda\u00E7\u00E3o", COLON },
	{ "report by", PHRASE },
	{ "reported by", PHRASE },
	{ "reporting", COLON },
	{ "reporting by", PHRASE },
	{ "review by", PHRASE },
	{ "r\u00E9dig\u00E9 par", PHRASE },
	{ "r\u00F6portaj", COLON },
	{ "scritto da", PHRASE },
	{ "skrevet af", PHRASE },
	{ "skrevet av", PHRASE },
	{ "skribent", LABEL },
	{ "skriven av", PHRASE },
	{ "story", COLON },
	{ "story and photos", COLON },
	{ "story and photos by", PHRASE },
	{ "story by", PHRASE },
	{ "submitted by", PHRASE },
	{ "tekst", COLON },
	{ "tekst af", PHRASE },
	{ "tekst av", PHRASE },
	{ "tekst door", PHRASE },
	{ "tekst en beeld", COLON },
	{ "tekst en foto's", COLON },
	{ "tekst en foto\u2019s", COLON },
	{ "teksti", COLON },
	{ "testo", COLON },
	{ "testo di", PHRASE },
	{ "testo e foto", COLON },
	{ "testun", COLON },
	{ "testun a lluniau", COLON },
	{ "text", COLON },
	{ "text & bild", COLON },
	{ "text & fotos", COLON },
	{ "text and photos", COLON },
	{ "text and photos by", PHRASE },
	{ "text av", PHRASE },
	{ "text by", PHRASE },
	{ "text und bild", COLON },
	{ "text und bilder", COLON },
	{ "text und foto", COLON },
	{ "text und fotos", COLON },
	{ "text und interview", COLON },
	{ "text von", PHRASE },
	{ "text/fotos", COLON },
	{ "texte", COLON },
	{ "texte de", PHRASE },
	{ "texte et photos", COLON },
	{ "textes", COLON },
	{ "texto", COLON },
	{ "texto de", PHRASE },
	{ "texto e fotos", COLON },
	{ "texto y fotos", COLON },
	{ "udgivet af", PHRASE },
	{ "un article de", PHRASE },
	{ "un art\u00EDculo de", PHRASE },
	{ "verfasser", LABEL },
	{ "verfasserin", LABEL },
	{ "verfasst von", PHRASE },
	{ "ver\u00F6ffentlicht von", PHRASE },
	{ "von", PERSON },
	{ "words", COLON },
	{ "words and images by", PHRASE },
	{ "words and photos", COLON },
	{ "words and photos by", PHRASE },
	{ "words and pictures", COLON },
	{ "words and pictures by", PHRASE },
	{ "words by", PHRASE },
	{ "writer", COLON },
	{ "written by", PHRASE },
	{ "wywiad", COLON },
	{ "yazan", COLON },
	{ "yazar", LABEL },
	{ "ysgrifennwyd gan", PHRASE },
	{ "\u00E9crit par", PHRASE },
	{ "\u0430\u0432\u0442\u043E\u0440", LABEL },
	{ "\u0430\u0432\u0442\u043E\u0440\u044B", LABEL },
	{ "\u0442\u0435\u043A\u0441\u0442", COLON },
	{ "\u05DE\u05D0\u05EA", PHRASE },
	{ "\u05E0\u05DB\u05EA\u05D1 \u05E2\u05DC \u05D9\u05D3\u05D9", PHRASE },
	{ "\u0627\u0644\u0643\u0627\u062A\u0628", LABEL },
	{ "\u0627\u0644\u0643\u0627\u062A\u0628\u0629", LABEL },
	{ "\u0628\u0642\u0644\u0645", PHRASE },
	{ "\u0628\u0647 \u0642\u0644\u0645", PHRASE },
	{ "\u0646\u0648\u06CC\u0633\u0646\u062F\u0647", LABEL },
	{ "\u4F5C\u8005", COLON },
	{ "\u57F7\u7B46", COLON },
	{ "\u64B0\u6587", COLON },
	{ "\u6587", COLON },
	{ "\u8457\u8005", COLON },
	{ "\u8A18\u8005", COLON },
	{ "\u8BB0\u8005", COLON },
};

enum { OPENINGS = sizeof openings / sizeof openings[0] };

/* What comes behind a name in a line that gives more: a date's label, the
   others who worked on it, the time that it takes to read. */
static const char *const endings[] = {
	"last update",
	"last updated",
	"last modified",
	"updated",
	"posted",
	"published",
	"published on",
	"reviewed",
	"medically reviewed",
	"fact checked",
	"fact-checked",
	"edited by",
	"editing by",
	"reviewed by",
	"additional reporting",
	"photos by",
	"photo by",
	"photography by",
	"photographs by",
	"pictures by",
	"illustrations by",
	"illustration by",
	"translated by",
	"\u00FCbersetzt von",
	"traducido por",
	"traduit par",
	"filed under",
	"source:",
	"photo:",
	"photos:",
	"min read",
	"stand:",
	"stand",
	"ver\u00F6ffentlicht",
	"aktualisiert",
	"zuletzt aktualisiert",
	"letzte aktualisierung",
	"quelle:",
	"foto:",
	"fotos:",
	"bild:",
	"bilder:",
	"lesezeit",
	"lesedauer",
	"publicado",
	"actualizado",
	"hace",
	"publi\u00E9",
	"publi\u00E9 le",
	"mis \u00E0 jour",
	"il y a",
	"pubblicato",
	"aggiornato",
	"gepubliceerd",
	"cyhoeddwyd",
	"follow",
	"follow on",
	"contact",
	"profile",
	NULL,
};

/* ---- comparing ---- */

/* The bytes of `s` that say `words`, to the end of a word; 0: it does not. */
static size_t
says_all(struct gp_str s, const char *words)
{
	size_t n = gp_fold_says(s, words), at = n;

	return n < s.n && gp_is_word_char(gp_utf8_next(s, &at)) ? 0 : n;
}

/* The same of one that begins with `first`. */
static inline size_t
says(struct gp_str s, char first, const char *words)
{
	return first == *words ? says_all(s, words) : 0;
}

/* ---- openings ---- */

/* The first row that does not begin with less than `first`. */
static const struct leading *
rows_from(char first)
{
	size_t low = 0, high = OPENINGS, middle;

	while (low < high) {
		middle = (low + high) / 2;
		if ((unsigned char)openings[middle].words[0] <
		    (unsigned char)first)
			low = middle + 1;
		else
			high = middle;
	}
	return openings + low;
}

static bool
begins_with(const struct leading *r, char first)
{
	return r < openings + OPENINGS && r->words[0] == first;
}

const char *
gp_name_opening_fault(void)
{
	size_t i;

	for (i = 1; i < OPENINGS; i++)
		if (strcmp(openings[i - 1].words, openings[i].words) >= 0)
			return openings[i].words;
	return NULL;
}

static size_t
behind_spaces(struct gp_str s, size_t i)
{
	while (i < s.n && gp_is_space(s.p[i]))
		i++;
	return i;
}

/* The bytes of a colon, also a wide one; behind a noun a dash is as good. */
static size_t
colon_at(struct gp_str s, enum manner how)
{
	static const char *const dashes[] = { "- ", "\u2013 ", "\u2014 " };
	size_t i;

	if (gp_str_starts(s, GP_STR(":")))
		return 1;
	if (gp_str_starts(s, GP_STR("\uFF1A")))
		return 3;
	for (i = 0; how == LABEL && i < sizeof dashes / sizeof *dashes; i++)
		if (gp_str_starts(s, gp_str(dashes[i])))
			return gp_str(dashes[i]).n;
	return 0;
}

/* A colon counts, a full stop says that no name is led up to. */
static struct gp_opening
judged(const struct leading *r, struct gp_str s, size_t end)
{
	struct gp_opening o = { .opens = GP_OPENS_START };
	size_t next = behind_spaces(s, end);
	size_t colon = colon_at(gp_str_sub(s, next, s.n), r->how);

	o.n = colon ? behind_spaces(s, next + colon) : next;
	o.of_person = r->how == COLON ||
	              (!colon && (r->how == PERSON || r->how == LABEL));
	if ((r->how == COLON && !colon) || (o.n == end && end < s.n))
		return (struct gp_opening){ .opens = GP_OPENS_NOT };
	if (r->how == PHRASE || (colon && r->how != WEAK))
		o.opens = GP_OPENS_ANYWHERE;
	return o;
}

struct gp_opening
gp_name_opening(struct gp_str s)
{
	struct gp_opening best = { .opens = GP_OPENS_NOT }, o;
	const struct leading *r;
	char first = gp_fold_first(s);
	size_t end;

	for (r = rows_from(first); begins_with(r, first); r++) {
		end = says_all(s, r->words);
		if (end == 0)
			continue;
		o = judged(r, s, end);
		if (o.opens != GP_OPENS_NOT && o.n > best.n)
			best = o;
	}
	return best;
}

bool
gp_name_opening_alone(struct gp_str s)
{
	const struct leading *r;
	size_t end;
	char first;

	s = gp_str_trim(s);
	first = gp_fold_first(s);
	while (s.n > 0 && s.p[s.n - 1] == ':')
		s = gp_str_trim(gp_str_sub(s, 0, s.n - 1));
	for (r = rows_from(first); begins_with(r, first); r++) {
		end = says_all(s, r->words);
		if (end > 0 && end == s.n)
			return true;
	}
	return false;
}

/* ---- endings ---- */

bool
gp_name_is_over(struct gp_str s)
{
	char first = gp_fold_first(s);
	size_t i;

	for (i = 0; endings[i]; i++)
		if (says(s, first, endings[i]) > 0)
			return true;
	return s.n > 0 &&
	       (s.p[0] == '@' || s.p[0] == '(' || gp_is_digit(s.p[0]));
}

size_t
gp_name_length(struct gp_str s)
{
	size_t i;

	for (i = 1; i < s.n; i++)
		if (gp_is_space(s.p[i - 1]) && !gp_is_space(s.p[i]) &&
		    gp_name_is_over(gp_str_sub(s, i, s.n)))
			return i;
	return s.n;
}
