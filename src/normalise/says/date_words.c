/* The words that dates and their labels are written with, in lower case.
   Months and days are those of Unicode's CLDR (format, wide; the genitive
   where a language has one), and what sites write besides.  Croatian is not
   among them: its "listopad" is Polish for another month.  Tables and
   look-ups; what may stand beside what is the grammar's matter. */
#include "normalise/says/date_words.h"

#include "base/text/fold.h"
#include "base/utf8.h"

#include <string.h>

const struct gp_date_label gp_date_labels[] = {
	{ "first published", GP_PUBLISHED },
	{ "last modified", GP_MODIFIED },
	{ "last updated", GP_MODIFIED },
	{ "last update", GP_MODIFIED },
	{ "date published", GP_PUBLISHED },
	{ "publication date", GP_PUBLISHED },
	{ "published", GP_PUBLISHED },
	{ "posted", GP_PUBLISHED },
	{ "updated", GP_MODIFIED },
	{ "created", GP_PUBLISHED },
	{ "pubdate", GP_PUBLISHED },
	{ "publi\u00E9 le", GP_PUBLISHED },
	{ "mis en ligne le", GP_PUBLISHED },
	{ "mis \u00E0 jour le", GP_MODIFIED },
	{ "cyhoeddwyd", GP_PUBLISHED },
	{ "diweddarwyd", GP_MODIFIED },
	{ "ver\u00F6ffentlicht am", GP_PUBLISHED },
	{ "ver\u00F6ffentlicht", GP_PUBLISHED },
	{ "erschienen am", GP_PUBLISHED },
	{ "letzte aktualisierung", GP_MODIFIED },
	{ "aktualisiert am", GP_MODIFIED },
	{ "aktualisiert", GP_MODIFIED },
	{ "zuletzt aktualisiert", GP_MODIFIED },
	{ "publicado el", GP_PUBLISHED },
	{ "publicado em", GP_PUBLISHED },
	{ "publicado", GP_PUBLISHED },
	{ "actualizado el", GP_MODIFIED },
	{ "actualizado", GP_MODIFIED },
	{ "atualizado em", GP_MODIFIED },
	{ "atualizado", GP_MODIFIED },
	{ "pubblicato il", GP_PUBLISHED },
	{ "pubblicato", GP_PUBLISHED },
	{ "aggiornato il", GP_MODIFIED },
	{ "aggiornato", GP_MODIFIED },
	{ "gepubliceerd op", GP_PUBLISHED },
	{ "gepubliceerd", GP_PUBLISHED },
	{ "geplaatst op", GP_PUBLISHED },
	{ "bijgewerkt op", GP_MODIFIED },
	{ "bijgewerkt", GP_MODIFIED },
	{ "opublikowano", GP_PUBLISHED },
	{ "data publikacji", GP_PUBLISHED },
	{ "aktualizacja", GP_MODIFIED },
	{ "publikov\u00E1no", GP_PUBLISHED },
	{ "aktualizov\u00E1no", GP_MODIFIED },
	{ "publicerad", GP_PUBLISHED },
	{ "publicerat", GP_PUBLISHED },
	{ "uppdaterad", GP_MODIFIED },
	{ "publiceret", GP_PUBLISHED },
	{ "publisert", GP_PUBLISHED },
	{ "opdateret", GP_MODIFIED },
	{ "oppdatert", GP_MODIFIED },
	{ "julkaistu", GP_PUBLISHED },
	{ "p\u00E4ivitetty", GP_MODIFIED },
	{ "foilsithe", GP_PUBLISHED },
	{ "nuashonraithe", GP_MODIFIED },
	{ "datum", GP_PUBLISHED },
	{ "date", GP_PUBLISHED },
	{ "on", GP_PUBLISHED },
	{ NULL, GP_PUBLISHED },
};

const char *const gp_changed_words[] = {
	"updated",
	"last update",
	"modified",
	"edited",
	"revised",
	"amended",
	"reviewed",
	"mis \u00E0 jour",
	"mise \u00E0 jour",
	"modifi\u00E9",
	"aktualisier", /* and Aktualisierung */
	"ge\u00E4ndert",
	"\u00E4nderung",
	"bearbeitet",
	"editiert",
	"actualizado",
	"actualizaci\u00F3n",
	"modificado",
	"aggiornato",
	"aggiornamento",
	"ultima modifica",
	"bijgewerkt",
	"gewijzigd",
	"atualizado",
	"atualiza\u00E7\u00E3o",
	"diweddarwyd",
	"aktualizacja",
	"zaktualizowano",
	"aktualizov\u00E1no",
	"uppdatera",
	"opdateret",
	"oppdatert",
	"p\u00E4ivitetty",
	"g\u00FCncelle",
	"nuashonraithe",
	"actualitzat",
	"actualizat",
	"friss\u00EDtve",
	"\u043E\u0431\u043D\u043E\u0432\u043B\u0435\u043D\u043E", /* Russian */
	NULL,
};

const char *const gp_published_words[] = {
	"publish",
	"posted",
	"created",
	"written",
	"publi\u00E9",
	"parution",
	"mis en ligne",
	"mise en ligne",
	"ver\u00F6ffentlicht",
	"erschienen",
	"erstellt",
	"datum",
	"date",
	"vom",
	"stand",
	"publicado",
	"publicada",
	"fecha",
	"pubblicat",
	"gepubliceerd",
	"geplaatst",
	"publikacj",
	"opublikowan",
	"dodano",
	"publikov\u00E1no",
	"vyd\u00E1no",
	"publicer",
	"publisert",
	"julkaistu",
	"yay\u0131n",
	"foilsi",
	"cyhoedd",
	"publicat",
	"press release",
	"\u043E\u043F\u0443\u0431\u043B\u0438\u043A", /* Russian */
	"\u53D1\u5E03",                               /* Chinese */
	NULL,
};

/* Twelve a row; the first one goes before the others. */
static const char *const months[] = {
	/* English */
	"january february march april may june july august september october "
	"november december",
	/* German, and as Austria has it */
	"januar februar m\u00E4rz april mai juni juli august september oktober "
	"november dezember",
	"j\u00E4nner feber mrz april mai juni juli august september oktober "
	"november dezember",
	/* French */
	"janvier f\u00E9vrier mars avril mai juin juillet ao\u00FBt septembre "
	"octobre novembre d\u00E9cembre",
	/* Spanish, twice: "setiembre" is good Spanish too */
	"enero febrero marzo abril mayo junio julio agosto septiembre octubre "
	"noviembre diciembre",
	"enero febrero marzo abril mayo junio julio agosto setiembre octubre "
	"noviembre diciembre",
	/* Italian */
	"gennaio febbraio marzo aprile maggio giugno luglio agosto settembre "
	"ottobre novembre dicembre",
	/* Dutch, and its own short form of the third */
	"januari februari maart april mei juni juli augustus september oktober "
	"november december",
	"januari februari mrt april mei juni juli augustus september oktober "
	"november december",
	/* Portuguese */
	"janeiro fevereiro mar\u00E7o abril maio junho julho agosto setembro "
	"outubro novembro dezembro",
	/* Catalan */
	"gener febrer mar\u00E7 abril maig juny juliol agost setembre octubre "
	"novembre desembre",
	/* Romanian */
	"ianuarie februarie martie aprilie mai iunie iulie august septembrie "
	"octombrie noiembrie decembrie",
	/* Polish: of the month, the month */
	"stycznia lutego marca kwietnia maja czerwca lipca sierpnia "
	"wrze\u015Bnia pa\u017Adziernika listopada grudnia",
	"stycze\u0144 luty marzec kwiecie\u0144 maj czerwiec lipiec "
	"sierpie\u0144 wrzesie\u0144 pa\u017Adziernik listopad grudzie\u0144",
	/* Czech */
	"ledna \u00FAnora b\u0159ezna dubna kv\u011Btna \u010Dervna "
	"\u010Dervence srpna z\u00E1\u0159\u00ED \u0159\u00EDjna listopadu "
	"prosince",
	/* Slovak */
	"janu\u00E1ra febru\u00E1ra marca apr\u00EDla m\u00E1ja j\u00FAna "
	"j\u00FAla augusta septembra okt\u00F3bra novembra decembra",
	/* Slovenian */
	"januarja februarja marca aprila maja junija julija avgusta septembra "
	"oktobra novembra decembra",
	/* Hungarian */
	"janu\u00E1r febru\u00E1r m\u00E1rcius \u00E1prilis m\u00E1jus "
	"j\u00FAnius j\u00FAlius augusztus szeptember okt\u00F3ber november "
	"december",
	/* Swedish */
	"januari februari mars april maj juni juli augusti september oktober "
	"november december",
	/* Danish */
	"januar februar marts april maj juni juli august september oktober "
	"november december",
	/* Norwegian */
	"januar februar mars april mai juni juli august september oktober "
	"november desember",
	/* Finnish: of the month, the month */
	"tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta "
	"kes\u00E4kuuta hein\u00E4kuuta elokuuta syyskuuta lokakuuta "
	"marraskuuta joulukuuta",
	/* Turkish */
	"ocak \u015Fubat mart nisan may\u0131s haziran temmuz a\u011Fustos "
	"eyl\u00FCl ekim kas\u0131m aral\u0131k",
	/* Indonesian */
	"januari februari maret april mei juni juli agustus september oktober "
	"november desember",
	/* Welsh */
	"ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref "
	"tachwedd rhagfyr",
	/* Irish; "of autumn" stands behind two of them, and says nothing */
	"ean\u00E1ir feabhra m\u00E1rta aibre\u00E1n bealtaine meitheamh "
	"i\u00FAil l\u00FAnasa me\u00E1n deireadh samhain nollaig",
	/* Russian, Ukrainian, Greek */
	"\u044F\u043D\u0432\u0430\u0440\u044F "
	"\u0444\u0435\u0432\u0440\u0430\u043B\u044F "
	"\u043C\u0430\u0440\u0442\u0430 "
	"\u0430\u043F\u0440\u0435\u043B\u044F \u043C\u0430\u044F "
	"\u0438\u044E\u043D\u044F \u0438\u044E\u043B\u044F "
	"\u0430\u0432\u0433\u0443\u0441\u0442\u0430 "
	"\u0441\u0435\u043D\u0442\u044F\u0431\u0440\u044F "
	"\u043E\u043A\u0442\u044F\u0431\u0440\u044F "
	"\u043D\u043E\u044F\u0431\u0440\u044F "
	"\u0434\u0435\u043A\u0430\u0431\u0440\u044F",
	"\u0441\u0456\u0447\u043D\u044F \u043B\u044E\u0442\u043E\u0433\u043E "
	"\u0431\u0435\u0440\u0435\u0437\u043D\u044F "
	"\u043A\u0432\u0456\u0442\u043D\u044F "
	"\u0442\u0440\u0430\u0432\u043D\u044F "
	"\u0447\u0435\u0440\u0432\u043D\u044F \u043B\u0438\u043F\u043D\u044F "
	"\u0441\u0435\u0440\u043F\u043D\u044F "
	"\u0432\u0435\u0440\u0435\u0441\u043D\u044F "
	"\u0436\u043E\u0432\u0442\u043D\u044F "
	"\u043B\u0438\u0441\u0442\u043E\u043F\u0430\u0434\u0430 "
	"\u0433\u0440\u0443\u0434\u043D\u044F",
	"\u03B9\u03B1\u03BD\u03BF\u03C5\u03B1\u03C1\u03AF\u03BF\u03C5 "
	"\u03C6\u03B5\u03B2\u03C1\u03BF\u03C5\u03B1\u03C1\u03AF\u03BF\u03C5 "
	"\u03BC\u03B1\u03C1\u03C4\u03AF\u03BF\u03C5 "
	"\u03B1\u03C0\u03C1\u03B9\u03BB\u03AF\u03BF\u03C5 "
	"\u03BC\u03B1\u0390\u03BF\u03C5 "
	"\u03B9\u03BF\u03C5\u03BD\u03AF\u03BF\u03C5 "
	"\u03B9\u03BF\u03C5\u03BB\u03AF\u03BF\u03C5 "
	"\u03B1\u03C5\u03B3\u03BF\u03CD\u03C3\u03C4\u03BF\u03C5 "
	"\u03C3\u03B5\u03C0\u03C4\u03B5\u03BC\u03B2\u03C1\u03AF\u03BF\u03C5 "
	"\u03BF\u03BA\u03C4\u03C9\u03B2\u03C1\u03AF\u03BF\u03C5 "
	"\u03BD\u03BF\u03B5\u03BC\u03B2\u03C1\u03AF\u03BF\u03C5 "
	"\u03B4\u03B5\u03BA\u03B5\u03BC\u03B2\u03C1\u03AF\u03BF\u03C5",
};

/* Seven a row. */
static const char *const weekdays[] = {
	"monday tuesday wednesday thursday friday saturday sunday",
	"montag dienstag mittwoch donnerstag freitag samstag sonntag",
	"lundi mardi mercredi jeudi vendredi samedi dimanche",
	"lunes martes mi\u00E9rcoles jueves viernes s\u00E1bado domingo",
	"luned\u00EC marted\u00EC mercoled\u00EC gioved\u00EC venerd\u00EC "
	"sabato domenica",
	"maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
	"segunda ter\u00E7a quarta quinta sexta s\u00E1bado domingo",
	"poniedzia\u0142ek wtorek \u015Broda czwartek pi\u0105tek sobota "
	"niedziela",
	"pond\u011Bl\u00ED \u00FAter\u00FD st\u0159eda \u010Dtvrtek p\u00E1tek "
	"sobota ned\u011Ble",
	"m\u00E5ndag tisdag onsdag torsdag fredag l\u00F6rdag s\u00F6ndag",
	"mandag tirsdag onsdag torsdag fredag l\u00F8rdag s\u00F8ndag",
	"maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai",
	"pazartesi sal\u0131 \u00E7ar\u015Famba per\u015Fembe cuma cumartesi "
	"pazar",
	"llun mawrth mercher iau gwener sadwrn sul",
	"luan m\u00E1irt c\u00E9adaoin d\u00E9ardaoin aoine satharn "
	"domhnach",
};

const struct gp_zone_name gp_zone_names[] = {
	{ "gmt", 0 },     { "utc", 0 },    { "z", 0 },      { "bst", 60 },
	{ "cet", 60 },    { "cest", 120 }, { "mez", 60 },   { "mesz", 120 },
	{ "est", -300 },  { "edt", -240 }, { "cst", -360 }, { "cdt", -300 },
	{ "mst", -420 },  { "mdt", -360 }, { "pst", -480 }, { "pdt", -420 },
	{ "aest", 600 },  { "aedt", 660 }, { "nzst", 720 }, { "nzdt", 780 },
	{ "jst", 540 },   { "kst", 540 },  { "sast", 120 }, { "eest", 180 },
	{ "eet", 120 },   { "msk", 180 },  { "hkt", 480 },  { "sgt", 480 },
	{ "ut", 0 },      { "wet", 0 },    { "west", 60 },  { "akst", -540 },
	{ "akdt", -480 }, { "hst", -600 }, { "acst", 570 }, { "acdt", 630 },
	{ "awst", 480 },  { NULL, 0 },
};

enum { SHORTEST = 3, LONGEST_SHORT = 5 };

/* How many characters of `name` the word is, in any case; 0: it goes on in
   another way. */
static size_t
shared(struct gp_str word, struct gp_str name)
{
	size_t i = 0, k = 0, n = 0;

	for (; i < word.n; n++) {
		if (k == name.n || gp_fold_char(gp_utf8_next(word, &i)) !=
		                           gp_utf8_next(name, &k))
			return 0;
	}
	return k == name.n || (n >= SHORTEST && n <= LONGEST_SHORT) ? n : 0;
}

/* Most do; asked for every word of a line that may be a date. */
static bool
differs_at_once(struct gp_str word, struct gp_str name)
{
	unsigned char w = word.n ? (unsigned char)word.p[0] : 0;
	unsigned char n = name.n ? (unsigned char)name.p[0] : 0;

	return w < 0x80 && n < 0x80 && gp_to_lower((char)w) != (char)n;
}

/* Which name of a row it is, from 1, when it can be but one of them; *whole:
   all of it. */
static int
name_in(const char *row, struct gp_str word, bool *whole)
{
	struct gp_str name;
	int i, found = 0;

	*whole = false;
	for (i = 1; !*whole && *row; i++) {
		name = (struct gp_str){ row, strcspn(row, " ") };
		row += name.n + (row[name.n] == ' ');
		if (differs_at_once(word, name) || shared(word, name) == 0)
			continue;
		*whole = word.n >= name.n;
		found = found && !*whole ? -1 : i;
	}
	return found > 0 ? found : 0;
}

int
gp_month_of(struct gp_str word)
{
	int found = 0, month;
	bool whole, open = false;
	size_t i;

	for (i = 0; i < sizeof months / sizeof months[0]; i++) {
		month = name_in(months[i], word, &whole);
		if (month > 0 && (whole || i == 0))
			return month;
		open |= month > 0 && found > 0 && month != found;
		found = month > 0 ? month : found;
	}
	return open ? 0 : found;
}

bool
gp_is_weekday(struct gp_str word)
{
	bool whole;
	size_t i;

	for (i = 0; i < sizeof weekdays / sizeof weekdays[0]; i++)
		if (name_in(weekdays[i], word, &whole) > 0)
			return true;
	return false;
}
