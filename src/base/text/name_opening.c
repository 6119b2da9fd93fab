/*
 * The openings and endings of bylines, as tables.  They were collected from
 * the habits of newsrooms and of the programs that publish for them; no word
 * of a name is in them, and no site's own phrase.
 */
#include "base/text/name_opening.h"

#include "base/text/fold.h"
#include "base/utf8.h"

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

static const struct leading openings[] = {
	/* English */
	{ "by", WEAK },
	{ "written by", PHRASE },
	{ "posted by", PHRASE },
	{ "published by", PHRASE },
	{ "reported by", PHRASE },
	{ "contributed by", PHRASE },
	{ "authored by", PHRASE },
	{ "compiled by", PHRASE },
	{ "created by", PHRASE },
	{ "submitted by", PHRASE },
	{ "words by", PHRASE },
	{ "story by", PHRASE },
	{ "text by", PHRASE },
	{ "article by", PHRASE },
	{ "blog by", PHRASE },
	{ "post by", PHRASE },
	{ "recipe by", PHRASE },
	{ "report by", PHRASE },
	{ "reporting by", PHRASE },
	{ "exclusive by", PHRASE },
	{ "analysis by", PHRASE },
	{ "comment by", PHRASE },
	{ "opinion by", PHRASE },
	{ "feature by", PHRASE },
	{ "review by", PHRASE },
	{ "interview by", PHRASE },
	{ "column by", PHRASE },
	{ "essay by", PHRASE },
	{ "words and pictures by", PHRASE },
	{ "words and photos by", PHRASE },
	{ "words and images by", PHRASE },
	{ "text and photos by", PHRASE },
	{ "story and photos by", PHRASE },
	{ "from", COLON },
	{ "author", LABEL },
	{ "authors", LABEL },
	{ "author(s)", LABEL },
	{ "about the author", LABEL },
	{ "writer", COLON },
	{ "words", COLON },
	{ "text", COLON },
	{ "story", COLON },
	{ "story and photos", COLON },
	{ "words and photos", COLON },
	{ "words and pictures", COLON },
	{ "text and photos", COLON },
	{ "reporting", COLON },
	/* German */
	{ "von", PERSON },
	{ "geschrieben von", PHRASE },
	{ "verfasst von", PHRASE },
	{ "ver\u00F6ffentlicht von", PHRASE },
	{ "publiziert von", PHRASE },
	{ "erstellt von", PHRASE },
	{ "eingestellt von", PHRASE },
	{ "gepostet von", PHRASE },
	{ "artikel von", PHRASE },
	{ "ein artikel von", PHRASE },
	{ "beitrag von", PHRASE },
	{ "ein beitrag von", PHRASE },
	{ "gastbeitrag von", PHRASE },
	{ "ein gastbeitrag von", PHRASE },
	{ "bericht von", PHRASE },
	{ "kommentar von", PHRASE },
	{ "ein kommentar von", PHRASE },
	{ "interview von", PHRASE },
	{ "eine analyse von", PHRASE },
	{ "eine kolumne von", PHRASE },
	{ "eine reportage von", PHRASE },
	{ "text von", PHRASE },
	{ "autor", LABEL },
	{ "autorin", LABEL },
	{ "autoren", LABEL },
	{ "autorinnen", LABEL },
	{ "autor*in", LABEL },
	{ "autor/in", LABEL },
	{ "autor:in", LABEL },
	{ "verfasser", LABEL },
	{ "verfasserin", LABEL },
	{ "text und interview", COLON },
	{ "text und fotos", COLON },
	{ "text & fotos", COLON },
	{ "text und bilder", COLON },
	{ "text und foto", COLON },
	{ "text und bild", COLON },
	{ "text & bild", COLON },
	{ "text/fotos", COLON },
	/* French */
	{ "par", PERSON },
	{ "\u00E9crit par", PHRASE },
	{ "publi\u00E9 par", PHRASE },
	{ "r\u00E9dig\u00E9 par", PHRASE },
	{ "post\u00E9 par", PHRASE },
	{ "propos\u00E9 par", PHRASE },
	{ "propos recueillis par", PHRASE },
	{ "article de", PHRASE },
	{ "un article de", PHRASE },
	{ "texte de", PHRASE },
	{ "auteur", LABEL },
	{ "auteure", LABEL },
	{ "autrice", LABEL },
	{ "auteurs", LABEL },
	{ "texte", COLON },
	{ "texte et photos", COLON },
	{ "textes", COLON },
	/* Spanish, Portuguese */
	{ "por", PERSON },
	{ "escrito por", PHRASE },
	{ "publicado por", PHRASE },
	{ "publicada por", PHRASE },
	{ "redactado por", PHRASE },
	{ "postado por", PHRASE },
	{ "un art\u00EDculo de", PHRASE },
	{ "texto de", PHRASE },
	{ "autora", LABEL },
	{ "autores", LABEL },
	{ "texto", COLON },
	{ "texto y fotos", COLON },
	{ "texto e fotos", COLON },
	{ "reda\u00E7\u00E3o", COLON },
	/* Italian */
	{ "di", PERSON },
	{ "a cura di", PHRASE },
	{ "scritto da", PHRASE },
	{ "pubblicato da", PHRASE },
	{ "postato da", PHRASE },
	{ "articolo di", PHRASE },
	{ "testo di", PHRASE },
	{ "autore", LABEL },
	{ "testo", COLON },
	{ "testo e foto", COLON },
	{ "da", PERSON },
	/* Dutch */
	{ "door", PERSON },
	{ "geschreven door", PHRASE },
	{ "gepubliceerd door", PHRASE },
	{ "geplaatst door", PHRASE },
	{ "tekst door", PHRASE },
	{ "een artikel van", PHRASE },
	{ "tekst", COLON },
	{ "tekst en foto\u2019s", COLON },
	{ "tekst en foto's", COLON },
	{ "tekst en beeld", COLON },
	/* Welsh */
	{ "gan", PERSON },
	{ "ysgrifennwyd gan", PHRASE },
	{ "cyhoeddwyd gan", PHRASE },
	{ "postiwyd gan", PHRASE },
	{ "awdur", LABEL },
	{ "awduron", LABEL },
	{ "testun", COLON },
	{ "testun a lluniau", COLON },
	/* Danish, Norwegian, Swedish, Finnish */
	{ "af", PERSON },
	{ "av", PERSON },
	{ "skrevet af", PHRASE },
	{ "skrevet av", PHRASE },
	{ "skriven av", PHRASE },
	{ "publisert av", PHRASE },
	{ "publicerad av", PHRASE },
	{ "udgivet af", PHRASE },
	{ "tekst af", PHRASE },
	{ "tekst av", PHRASE },
	{ "text av", PHRASE },
	{ "forfatter", LABEL },
	{ "f\u00F6rfattare", LABEL },
	{ "skribent", LABEL },
	{ "journalist", COLON },
	{ "kirjoittaja", LABEL },
	{ "teksti", COLON },
	/* Polish, Czech, Turkish, Russian */
	{ "napisa\u0142", PHRASE },
	{ "napisa\u0142a", PHRASE },
	{ "opublikowane przez", PHRASE },
	{ "autorzy", LABEL },
	{ "autorka", LABEL },
	{ "napsal", PHRASE },
	{ "napsala", PHRASE },
	{ "yazan", COLON },
	{ "yazar", LABEL },
	{ "\u0430\u0432\u0442\u043E\u0440", LABEL },
	{ "\u0430\u0432\u0442\u043E\u0440\u044B", LABEL },
	{ "\u0442\u0435\u043A\u0441\u0442", COLON },
	/* Arabic, Persian, Hebrew */
	{ "\u0628\u0642\u0644\u0645", PHRASE },
	{ "\u0627\u0644\u0643\u0627\u062A\u0628", LABEL },
	{ "\u0627\u0644\u0643\u0627\u062A\u0628\u0629", LABEL },
	{ "\u05E0\u05DB\u05EA\u05D1 \u05E2\u05DC \u05D9\u05D3\u05D9", PHRASE },
	{ "\u05DE\u05D0\u05EA", PHRASE },
	{ "\u0646\u0648\u06CC\u0633\u0646\u062F\u0647", LABEL },
	{ "\u0628\u0647 \u0642\u0644\u0645", PHRASE },
	/* Japanese, Chinese */
	{ "\u6587", COLON },
	{ "\u57F7\u7B46", COLON },
	{ "\u8457\u8005", COLON },
	{ "\u4F5C\u8005", COLON },
	{ "\u64B0\u6587", COLON },
	{ "\u8BB0\u8005", COLON },
	{ "\u8A18\u8005", COLON },
	{ NULL, WEAK },
};

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

	for (r = openings; r->words; r++) {
		end = says(s, first, r->words);
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
	for (r = openings; r->words; r++) {
		end = says(s, first, r->words);
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
