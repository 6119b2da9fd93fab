/*
 * Notices of correction and their like are known by their words, for nothing
 * else is theirs alone: they stand in feet, in boxes and behind the article.
 * The tables hold phrases of newsrooms and press offices in some languages;
 * whether a notice is true, and of which article of several, is not known
 * here.
 */
#include "import/html/choose/html_record.h"

#include "base/limits.h"
#include "base/text/fold.h"
#include "import/html/choose/html_weights.h"

#include <string.h>

enum {
	LEAVES_BEFORE = 8, /* of what stays */
	LEAVES_BEHIND = 12,
	MOST_RECORD = 120, /* words of a notice */
	LEAST_RECORD = 5,  /* ...with a stop */
	UNDER_HEADING = 6, /* leaves under "Corrections" */
	OUTER_STEPS = 8,   /* up to a part with comments */
	DIGITS_TO_RING = 9,
	REMARK_WORDS = 2, /* in square brackets */
};

/* Folded; how a notice begins, or the heading over it. */
static const char *const openings[] = {
	"correction",
	"corrections",
	"clarification",
	"clarifications",
	"corrections and clarifications",
	"erratum",
	"errata",
	"amendment",
	"retraction",
	"editors note",
	"editor s note",
	"note from the editor",
	"note from the editors",
	"korrektur",
	"berichtigung",
	"richtigstellung",
	"anmerkung der redaktion",
	"anm der redaktion",
	"hinweis der redaktion",
	"rectificatif",
	"correctif",
	"erratum",
	"mise au point",
	"note de la rédaction",
	"ndlr",
	"fe de errores",
	"fe de erratas",
	"corrección",
	"rectificación",
	"nota de la redacción",
	"correção",
	"errámos",
	"nota da redação",
	"errata corrige",
	"rettifica",
	"correzione",
	"nota della redazione",
	"rectificatie",
	"correctie",
	"noot van de redactie",
	"cywiriad",
	"cywiriadau",
	"nodyn golygyddol",
	"sprostowanie",
	"oprava",
	"rettelse",
	"rättelse",
	"oikaisu",
	"исправление",
	"уточнение",
	"поправка",
	"訂正",
	"更正",
	NULL,
};

/* Within a notice. */
static const char *const phrases[] = {
	"was amended on",
	"was corrected on",
	"was changed on",
	"was amended to",
	"was corrected to",
	"was updated to",
	"has been amended",
	"has been corrected",
	"has been updated to",
	"have been corrected",
	"earlier version of this",
	"previous version of this",
	"original version of this",
	"früheren fassung",
	"früheren version",
	"ursprünglichen version",
	"ursprünglichen fassung",
	"wurde korrigiert",
	"version antérieure de",
	"version précédente de",
	"version initiale de",
	"a été corrigé",
	"a été modifié",
	"versión anterior de",
	"ha sido corregid",
	"versão anterior d",
	"foi corrigid",
	"versione precedente d",
	"è stato corretto",
	"eerdere versie van",
	"is aangepast omdat",
	"fersiwn gynharach o",
	"fersiwn flaenorol o",
	NULL,
};

/* These need no stop. */
static const char *const embargoes[] = {
	"embargo",
	"embargoed",
	"strictly embargoed",
	"under embargo",
	"under strict embargo",
	"not for publication before",
	"not to be published before",
	"sperrfrist",
	"sous embargo",
	"embargo jusqu",
	"bajo embargo",
	"embargado hasta",
	"sotto embargo",
	"onder embargo",
	NULL,
};

/* Lines of these stay when they say where: a number, an address. */
static const char *const contacts[] = {
	"media contact",
	"media contacts",
	"press contact",
	"press contacts",
	"press office",
	"media enquiries",
	"media inquiries",
	"press enquiries",
	"for media enquiries",
	"for press enquiries",
	"contact for the press",
	"contact for the media",
	"contact for journalists",
	"contact",
	"contacts",
	"notes to editors",
	"note to editors",
	"for more information",
	"for further information",
	"further information",
	"read the full report",
	"read the report",
	"the full report",
	"full report",
	"download the report",
	"pressekontakt",
	"kontakt für die presse",
	"medienkontakt",
	"ansprechpartner",
	"weitere informationen",
	"contact presse",
	"contacts presse",
	"contacto de prensa",
	"contacto",
	"contatti stampa",
	"ufficio stampa",
	"perscontact",
	"voor de pers",
	"cyswllt",
	"cyswllt ar gyfer y wasg",
	NULL,
};

/* Before the number of a part of a law. */
static const char *const divisions[] = {
	"article",   "articles", "section",   "chapter", "part",
	"schedule",  "annex",    "clause",    "rule",    "regulation",
	"artikel",   "kapitel",  "abschnitt", "teil",    "anlage",
	"anhang",    "titre",    "chapitre",  "annexe",  "artículo",
	"capítulo",  "sección",  "título",    "anexo",   "articolo",
	"capo",      "titolo",   "allegato",  "artigo",  "seção",
	"hoofdstuk", "bijlage",  "erthygl",   "adran",   "pennod",
	"atodlen",   "rozdział", "artykuł",   NULL,
};

/* ---- words ---- */

/* "Article 5", "§ 4 Rents", "Part IV". */
static bool
is_division(struct gp_str text)
{
	struct gp_str word, folded;
	struct gp_buf first = { .max = GP_MAX_LINE_BYTES };
	bool named;

	if (gp_str_starts(text, GP_STR("§")))
		return true;
	(void)gp_str_word(&text, &word);
	gp_fold_words(word, &first);
	folded = gp_buf_view(&first);
	named = gp_str_among(folded, divisions);
	gp_buf_free(&first);
	if (!named || !gp_str_word(&text, &word))
		return false;
	return gp_is_digit(word.p[0]) || strchr("IVX", word.p[0]) != NULL;
}

static bool
begins_with(struct gp_str folded, const char *const *rows)
{
	size_t n;

	for (; *rows; rows++) {
		n = strlen(*rows);
		if (gp_str_starts(folded, gp_str(*rows)) &&
		    (folded.n == n || folded.p[n] == ' '))
			return true;
	}
	return false;
}

static bool
says_any(struct gp_str folded, const char *const *rows)
{
	for (; *rows; rows++)
		if (gp_str_find(folded, gp_str(*rows), 0) < folded.n)
			return true;
	return false;
}

/* "05.10.2018", "2018-10-05": groups of one, two and four digits. */
static bool
is_day(struct gp_str run)
{
	size_t sizes[3] = { 0 }, i, k = 0;

	for (i = 0; i < run.n && k < 3; i++)
		if (gp_is_digit(run.p[i]))
			sizes[k]++;
		else if (++k < 3 && !strchr("./-", run.p[i]))
			return false;
	return (sizes[0] <= 2 && sizes[1] <= 2 && sizes[2] == 4) ||
	       (sizes[0] == 4 && sizes[1] == 2 && sizes[2] == 2);
}

bool
gp_html_is_number_to_ring(struct gp_str line)
{
	size_t i, from = 0, digits = 0;

	for (i = 0; i < line.n && digits < DIGITS_TO_RING; i++) {
		if (gp_is_digit(line.p[i])) {
			from = digits == 0 ? i : from;
			digits++;
		} else if (!strchr(" ()-/+.", line.p[i])) {
			digits = 0;
		}
	}
	return digits == DIGITS_TO_RING &&
	       !is_day(gp_str_sub(line, from, line.n));
}

bool
gp_html_is_remark(struct gp_str line)
{
	line = gp_str_trim(line);
	return gp_str_starts(line, GP_STR("[")) &&
	       gp_str_words(line) >= REMARK_WORDS &&
	       gp_str_find(line, GP_STR("]"), 0) == line.n - 1;
}

/* Where the press is sent: spelled out, no link on a word. */
static bool
says_where(struct gp_str text)
{
	return gp_str_find(text, GP_STR("@"), 0) < text.n ||
	       gp_str_find(text, GP_STR("://"), 0) < text.n ||
	       gp_html_is_number_to_ring(text);
}

/* ---- leaves ---- */

struct record {
	struct gp_html_page *page;
	struct gp_buf text, folded;
	unsigned words; /* brought back */
};

static void
read_leaf(struct record *r, unsigned i)
{
	gp_buf_clear(&r->text);
	gp_buf_clear(&r->folded);
	gp_html_leaf_text(r->page, &r->page->leaves[i], &r->text);
	gp_fold_words(gp_buf_view(&r->text), &r->folded);
}

static bool
is_notice(struct record *r, unsigned i)
{
	const struct gp_html_leaf *l = &r->page->leaves[i];
	struct gp_str folded;

	if (l->words > MOST_RECORD || l->link_words * 2 > l->words)
		return false;
	read_leaf(r, i);
	folded = gp_buf_view(&r->folded);
	if (begins_with(folded, embargoes))
		return true;
	if (begins_with(folded, contacts) && says_where(gp_buf_view(&r->text)))
		return true;
	return l->ends && l->words >= LEAST_RECORD &&
	       (begins_with(folded, openings) || says_any(folded, phrases));
}

/* A law begins with the number of a part, and with what it is called. */
static bool
begins_law(struct record *r, unsigned i)
{
	const struct gp_html_leaf *l = &r->page->leaves[i];

	if (strcmp(l->rule, "short-before-text") != 0 || l->link_words > 0)
		return false;
	read_leaf(r, i);
	return is_division(gp_buf_view(&r->text));
}

/* "Corrections", on a line of its own. */
static bool
is_notice_heading(struct record *r, unsigned i)
{
	read_leaf(r, i);
	return gp_str_among(gp_buf_view(&r->folded), openings);
}

/* Readers correct each other as well. */
static bool
is_among_comments(const struct gp_html_page *p, unsigned i)
{
	unsigned step;
	struct gp_str name;

	for (step = 0; step < OUTER_STEPS && i != GP_NO_ITEM;
	     step++, i = p->items[i].parent) {
		name = gp_flat_attr(p->flat, i, GP_N_CLASS);
		if (name.n == 0)
			name = gp_flat_attr(p->flat, i, GP_N_ID);
		if ((p->items[i].hints & GP_HINT_NOTICE) &&
		    gp_str_find(name, GP_STR("omment"), 0) < name.n)
			return true;
	}
	return false;
}

static bool
may_come_back(const struct gp_html_page *p, unsigned i)
{
	const struct gp_html_leaf *l = &p->leaves[i];

	return l->why && !l->is_aside && !l->in_caption &&
	       strcmp(l->why, "source-rule") != 0 &&
	       strcmp(l->why, "page-title") != 0 &&
	       !is_among_comments(p, l->el);
}

static void
bring_back(struct record *r, unsigned i)
{
	struct gp_html_leaf *l = &r->page->leaves[i];

	l->why = l->rule = NULL;
	r->words += l->words;
}

/* A notice, and the short heading over it. */
static void
keep_notice(struct record *r, unsigned i)
{
	bring_back(r, i);
	if (i > 0 && may_come_back(r->page, i - 1) &&
	    is_notice_heading(r, i - 1))
		bring_back(r, i - 1);
}

/* What stands under the heading, in the same part of the page. */
static void
keep_under_heading(struct record *r, unsigned i)
{
	const struct gp_html_page *p = r->page;
	unsigned box = p->items[p->leaves[i].el].parent, k;

	for (k = i + 1; k < p->n_leaves && k - i <= UNDER_HEADING; k++) {
		if (!gp_html_item_in(p, p->leaves[k].el, box) ||
		    !p->leaves[k].ends || !may_come_back(p, k))
			break;
		bring_back(r, k);
		if (p->leaves[i].why)
			bring_back(r, i);
	}
}

static void
keep_division(struct record *r, unsigned i)
{
	const struct gp_html_page *p = r->page;

	bring_back(r, i++);
	if (i < p->n_leaves && may_come_back(p, i) &&
	    strcmp(p->leaves[i].rule, "short-before-text") == 0 &&
	    p->leaves[i].link_words == 0)
		bring_back(r, i);
}

/* The leaves round what stays. */
static void
find_range(const struct gp_html_page *p, unsigned *from, unsigned *to)
{
	unsigned i;

	*from = *to = 0;
	for (i = 0; i < p->n_leaves; i++) {
		if (p->leaves[i].why || p->leaves[i].is_aside)
			continue;
		if (*to == 0)
			*from = i > LEAVES_BEFORE ? i - LEAVES_BEFORE : 0;
		*to = i + LEAVES_BEHIND + 1;
	}
	*to = *to < p->n_leaves ? *to : p->n_leaves;
}

unsigned
gp_html_keep_record(struct gp_html_page *p)
{
	struct record r = { .page = p,
		            .text = { .max = GP_MAX_LINE_BYTES },
		            .folded = { .max = GP_MAX_LINE_BYTES } };
	unsigned i, to;

	for (find_range(p, &i, &to); i < to; i++) {
		if (!may_come_back(p, i))
			continue;
		if (is_notice(&r, i))
			keep_notice(&r, i);
		else if (is_notice_heading(&r, i))
			keep_under_heading(&r, i);
		else if (begins_law(&r, i))
			keep_division(&r, i);
	}
	gp_buf_free(&r.text);
	gp_buf_free(&r.folded);
	return r.words;
}
