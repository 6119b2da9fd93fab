/* Fields of a page on one line: see meta_line.h.  Labels are looked up, not
   understood, and no order of them is asked for. */
#include "normalise/says/meta_line.h"

#include "base/text/fold.h"
#include "normalise/says/dateline.h"

enum {
	MOST_BYTES = 300, /* of a line of fields */
	MOST_WORDS = 14,  /* of one field */
	MOST_BEHIND = 3,  /* words behind its day */
};

/* Folded, as they stand before a colon, in languages of Europe. */
static const char *const filed[] = {
	"published",     "published on",   "updated",      "last updated",
	"posted",        "posted on",      "posted in",    "filed under",
	"filed in",      "category",       "categories",   "tags",
	"tag",           "tagged",         "keywords",     "section",
	"topics",        "created",        "created on",   "modified",
	"last modified", "publicado",      "publicado em", "publicado el",
	"publicado en",  "categoria",      "categorias",   "categoría",
	"categorías",    "etiquetas",      "actualizado",  "atualizado",
	"atualizado em", "veröffentlicht", "kategorie",    "kategorien",
	"schlagwörter",  "aktualisiert",   "rubrik",       "publié le",
	"publié",        "catégorie",      "catégories",   "mots clés",
	"mis à jour",    "rubrique",       "pubblicato",   "pubblicato il",
	"categorie",     "aggiornato",     "gepubliceerd", "bijgewerkt",
	"trefwoorden",   "cyhoeddwyd",     "categori",     "tagiau",
	"opublikowano",  "kategoria",      "kategori",     "publicerad",
	"publisert",     "udgivet",        NULL,
};

/* ...and before a day without one. */
static const char *const dated[] = {
	"published",
	"published on",
	"first published",
	"first published on",
	"posted",
	"posted on",
	"updated",
	"updated on",
	"last updated",
	"last updated on",
	"last modified on",
	"created on",
	"veröffentlicht am",
	"aktualisiert am",
	"zuletzt aktualisiert am",
	"erstellt am",
	"publié le",
	"mis à jour le",
	"modifié le",
	"publicado el",
	"publicado em",
	"publicado en",
	"actualizado el",
	"atualizado em",
	"pubblicato il",
	"aggiornato il",
	"gepubliceerd op",
	"geplaatst op",
	"bijgewerkt op",
	"laatst bijgewerkt op",
	"cyhoeddwyd ar",
	"diweddarwyd ar",
	"opublikowano",
	"zaktualizowano",
	"publicerad",
	"uppdaterad",
	"publisert",
	"oppdatert",
	"udgivet",
	"opdateret",
	NULL,
};

/* What stands beside a day on a line of buttons. */
static const char *const tools[] = {
	"print",    "e mail",    "email",   "share",     "pdf",
	"save",     "drucken",   "teilen",  "merken",    "versenden",
	"imprimer", "partager",  "envoyer", "imprimir",  "compartir",
	"enviar",   "partilhar", "stampa",  "condividi", "afdrukken",
	"delen",    "argraffu",  "rhannu",  NULL,
};

static const char *const signed_by[] = {
	"by",
	"author",
	"posted by",
	"published by",
	"written by",
	"autor",
	"publicado por",
	"por",
	"von",
	"auteur",
	"publié par",
	"par",
	"autore",
	"pubblicato da",
	"auteurs",
	"door",
	"geplaatst door",
	"awdur",
	"av",
	"source",
	"fonte",
	"fuente",
	"quelle",
	"views",
	"comments",
	NULL,
};

/* ---- one field ---- */

static bool
label_is(struct gp_str part, const char *const *labels)
{
	size_t colon = gp_str_find(part, GP_STR(":"), 0);
	struct gp_buf folded = { .max = 0 };
	bool found;

	if (colon == part.n)
		return false;
	gp_fold_words(gp_str_trim(gp_str_sub(part, 0, colon)), &folded);
	found = gp_str_among(gp_buf_view(&folded), labels);
	gp_buf_free(&folded);
	return found;
}

/* "Mis à jour le 6 octobre 2018 à 9h15": a label without a colon, a day and
   hardly more. */
static bool
is_labelled_date(struct gp_str part)
{
	struct gp_found_date found;
	struct gp_buf folded = { .max = 0 };
	size_t at;
	bool labelled;

	if (!gp_dateline_find(part, GP_DAY_FIRST, &found, NULL))
		return false;
	at = (size_t)(found.raw.p - part.p);
	gp_fold_words(gp_str_trim(gp_str_sub(part, 0, at)), &folded);
	labelled = gp_str_among(gp_buf_view(&folded), dated);
	gp_buf_free(&folded);
	return labelled && gp_str_words(gp_str_sub(part, at + found.raw.n,
	                                           part.n)) <= MOST_BEHIND;
}

/* "Print", "E-mail": what a page offers to do with it. */
static bool
is_tool(struct gp_str part)
{
	struct gp_buf folded = { .max = 0 };
	bool found;

	gp_fold_words(part, &folded);
	found = gp_str_among(gp_buf_view(&folded), tools);
	gp_buf_free(&folded);
	return found;
}

static bool
is_date(struct gp_str part)
{
	struct gp_found_date found;

	return gp_dateline_parse(part, &found) || gp_dateline_ambiguous(part);
}

/* ---- the line ---- */

/* The first bar, dot or dash with spaces round it; its width in *n. */
static size_t
find_parting(struct gp_str s, size_t *n)
{
	static const char *const partings[] = { " - ",
		                                " | ",
		                                " / ",
		                                " \xC2\xB7 ",
		                                " \xE2\x80\xA2 ",
		                                " \xE2\x80\x93 ",
		                                " \xE2\x80\x94 ",
		                                NULL };
	size_t best = s.n, at, i;

	*n = 0;
	for (i = 0; partings[i]; i++) {
		at = gp_str_find(s, gp_str(partings[i]), 0);
		if (at < best) {
			best = at;
			*n = gp_str(partings[i]).n;
		}
	}
	return best;
}

bool
gp_is_meta_line(struct gp_str line)
{
	struct gp_str part;
	unsigned n_filed = 0, n_dates = 0, n_parts = 0;
	size_t at, n;

	if (line.n > MOST_BYTES)
		return false;
	while (line.n > 0) {
		at = find_parting(line, &n);
		part = gp_str_trim(gp_str_sub(line, 0, at));
		n_parts++;
		line = gp_str_sub(line, at + n, line.n);
		if (label_is(part, filed) || is_labelled_date(part) ||
		    (n_dates > 0 && is_tool(part)))
			n_filed++;
		else if (is_date(part))
			n_dates++;
		else if (!label_is(part, signed_by))
			return false;
		if (gp_str_words(part) > MOST_WORDS)
			return false;
	}
	return n_filed > 0 && n_parts > 1;
}
