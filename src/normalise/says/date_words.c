/* The words that dates and their labels are written with, in lower case:
   labels, zones and days in English (some labels in French and Welsh),
   months in eight languages.  Tables and nothing else; what may stand beside
   what is the grammar of dateline.c. */
#include "normalise/says/date_words.h"

const struct gp_date_label gp_date_labels[] = {
	{ "first published", GP_PUBLISHED },
	{ "last modified", GP_MODIFIED },
	{ "last updated", GP_MODIFIED },
	{ "published", GP_PUBLISHED },
	{ "posted", GP_PUBLISHED },
	{ "updated", GP_MODIFIED },
	{ "created", GP_PUBLISHED },
	{ "pubdate", GP_PUBLISHED },
	{ "publi\u00E9 le", GP_PUBLISHED },
	{ "mis \u00E0 jour le", GP_MODIFIED },
	{ "cyhoeddwyd", GP_PUBLISHED },
	{ "diweddarwyd", GP_MODIFIED },
	{ "date", GP_PUBLISHED },
	{ "on", GP_PUBLISHED },
	{ NULL, GP_PUBLISHED },
};

const char *const gp_month_names[12] = { "january", "february", "march",
	                                 "april",   "may",      "june",
	                                 "july",    "august",   "september",
	                                 "october", "november", "december" };
const char *const gp_other_months[GP_OTHER_MONTHS] = {
	"janvier",  "f\u00E9vrier",  "mars",      "avril",      "mai",
	"juin",     "juillet",       "ao\u00FBt", "septembre",  "octobre",
	"novembre", "d\u00E9cembre", "ionawr",    "chwefror",   "mawrth",
	"ebrill",   "mai",           "mehefin",   "gorffennaf", "awst",
	"medi",     "hydref",        "tachwedd",  "rhagfyr",    "januar",
	"februar",  "m\u00E4rz",     "april",     "mai",        "juni",
	"juli",     "august",        "september", "oktober",    "november",
	"dezember", "enero",         "febrero",   "marzo",      "abril",
	"mayo",     "junio",         "julio",     "agosto",     "septiembre",
	"octubre",  "noviembre",     "diciembre", "gennaio",    "febbraio",
	"marzo",    "aprile",        "maggio",    "giugno",     "luglio",
	"agosto",   "settembre",     "ottobre",   "novembre",   "dicembre",
	"januari",  "februari",      "maart",     "april",      "mei",
	"juni",     "juli",          "augustus",  "september",  "oktober",
	"november", "december",      "janeiro",   "fevereiro",  "mar\u00E7o",
	"abril",    "maio",          "junho",     "julho",      "agosto",
	"setembro", "outubro",       "novembro",  "dezembro"
};
const char *const gp_day_names[7] = { "monday",   "tuesday", "wednesday",
	                              "thursday", "friday",  "saturday",
	                              "sunday" };

const struct gp_zone_name gp_zone_names[] = {
	{ "gmt", 0 },    { "utc", 0 },    { "z", 0 },      { "bst", 60 },
	{ "cet", 60 },   { "cest", 120 }, { "est", -300 }, { "edt", -240 },
	{ "cst", -360 }, { "cdt", -300 }, { "pst", -480 }, { "pdt", -420 },
	{ NULL, 0 },
};
