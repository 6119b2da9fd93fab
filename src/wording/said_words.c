/* A row a language: its words, its months and what stands between the parts of
   a day.  Months and days are those of Unicode's CLDR (format, wide; pattern
   "long").  Which language a text is in is not looked at. */
#include "wording/said_words.h"

#include "base/text/lang.h"

struct said_language {
	const char *tag;
	const char *first;       /* the first of a month; NULL: as all others */
	const char *day, *month; /* behind them */
	const char *months[12];
	const char *said[GP_SAID_COUNT];
};

static const struct said_language languages[] = {
	/* The first one stands for those that are not here. */
	{ "en",
	  NULL,
	  " ",
	  " ",
	  { "January", "February", "March", "April", "May", "June", "July",
	    "August", "September", "October", "November", "December" },
	  { "Correction", "Withdrawn", "This article has been withdrawn.",
	    "This pack has been withdrawn.",
	    "The files of this pack are not available at present." } },
	{ "cy",
	  NULL,
	  " ",
	  " ",
	  { "Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin",
	    "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr" },
	  { "Cywiriad", "Tynnwyd yn ôl",
	    "Mae’r erthygl hon wedi’i thynnu’n ôl.",
	    "Mae’r pecyn hwn wedi’i dynnu’n ôl.",
	    "Nid yw ffeiliau’r pecyn hwn ar gael ar hyn o bryd." } },
	{ "de",
	  NULL,
	  ". ",
	  " ",
	  { "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli",
	    "August", "September", "Oktober", "November", "Dezember" },
	  { "Berichtigung", "Zurückgezogen",
	    "Dieser Artikel wurde zurückgezogen.",
	    "Diese Ausgabe wurde zurückgezogen.",
	    "Die Dateien dieser Ausgabe sind zurzeit nicht verfügbar." } },
	{ "es",
	  NULL,
	  " de ",
	  " de ",
	  { "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio",
	    "agosto", "septiembre", "octubre", "noviembre", "diciembre" },
	  { "Corrección", "Retirado", "Este artículo ha sido retirado.",
	    "Esta edición ha sido retirada.",
	    "Los archivos de esta edición no están disponibles por ahora." } },
	{ "fr",
	  "1er",
	  " ",
	  " ",
	  { "janvier", "février", "mars", "avril", "mai", "juin", "juillet",
	    "août", "septembre", "octobre", "novembre", "décembre" },
	  { "Rectificatif", "Retiré", "Cet article a été retiré.",
	    "Ce dossier a été retiré.",
	    "Les fichiers de ce dossier sont indisponibles pour le moment." } },
	{ "it",
	  NULL,
	  " ",
	  " ",
	  { "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
	    "luglio", "agosto", "settembre", "ottobre", "novembre",
	    "dicembre" },
	  { "Rettifica", "Ritirato", "Questo articolo è stato ritirato.",
	    "Questa raccolta è stata ritirata.",
	    "I file di questa raccolta al momento non sono disponibili." } },
	{ "nl",
	  NULL,
	  " ",
	  " ",
	  { "januari", "februari", "maart", "april", "mei", "juni", "juli",
	    "augustus", "september", "oktober", "november", "december" },
	  { "Correctie", "Ingetrokken", "Dit artikel is ingetrokken.",
	    "Deze uitgave is ingetrokken.",
	    "De bestanden van deze uitgave zijn nu niet beschikbaar." } },
	{ "pt",
	  NULL,
	  " de ",
	  " de ",
	  { "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho",
	    "agosto", "setembro", "outubro", "novembro", "dezembro" },
	  { "Correção", "Retirado", "Este artigo foi retirado.",
	    "Esta edição foi retirada.",
	    "Os ficheiros desta edição não estão disponíveis de momento." } },
};

static const struct said_language *
find(struct gp_str lang)
{
	struct gp_lang tag;
	size_t i;

	if (!gp_lang_parse(lang, &tag))
		return &languages[0];
	for (i = 0; i < sizeof languages / sizeof *languages; i++)
		if (gp_str_eq_nocase(tag.language, gp_str(languages[i].tag)))
			return &languages[i];
	return &languages[0];
}

struct gp_str
gp_said(enum gp_said what, struct gp_str lang)
{
	return gp_str(find(lang)->said[what]);
}

struct gp_str
gp_said_lang(struct gp_str lang)
{
	return gp_str(find(lang)->tag);
}

void
gp_said_day(const struct gp_date *day, struct gp_str lang, struct gp_buf *out)
{
	const struct said_language *l = find(lang);

	if (day->precision >= GP_DAY && day->day == 1 && l->first)
		gp_buf_printf(out, "%s%s", l->first, l->day);
	else if (day->precision >= GP_DAY)
		gp_buf_printf(out, "%d%s", day->day, l->day);
	if (day->precision >= GP_MONTH)
		gp_buf_printf(out, "%s%s", l->months[day->month - 1], l->month);
	if (day->precision >= GP_YEAR)
		gp_buf_printf(out, "%d", day->year);
}

void
gp_said_label(enum gp_said what, const struct gp_date *day, struct gp_str lang,
              struct gp_buf *out)
{
	gp_buf_str(out, gp_said(what, lang));
	gp_buf_puts(out, ", ");
	gp_said_day(day, lang, out);
}
