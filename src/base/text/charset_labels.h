/*
 * The encodings of the Encoding Standard by their labels: the one table that
 * every importer reads.  Knows no bytes.  Private to base/text/.
 */
#ifndef GP_BASE_TEXT_CHARSET_LABELS_H
#define GP_BASE_TEXT_CHARSET_LABELS_H

#include "base/str.h"

enum gp_charset {
	GP_UTF_8,
	GP_IBM866,
	GP_ISO_8859_2,
	GP_ISO_8859_3,
	GP_ISO_8859_4,
	GP_ISO_8859_5,
	GP_ISO_8859_6,
	GP_ISO_8859_7,
	GP_ISO_8859_8,
	GP_ISO_8859_8_I,
	GP_ISO_8859_10,
	GP_ISO_8859_13,
	GP_ISO_8859_14,
	GP_ISO_8859_15,
	GP_ISO_8859_16,
	GP_KOI8_R,
	GP_KOI8_U,
	GP_MACINTOSH,
	GP_WINDOWS_874,
	GP_WINDOWS_1250,
	GP_WINDOWS_1251,
	GP_WINDOWS_1252,
	GP_WINDOWS_1253,
	GP_WINDOWS_1254,
	GP_WINDOWS_1255,
	GP_WINDOWS_1256,
	GP_WINDOWS_1257,
	GP_WINDOWS_1258,
	GP_X_MAC_CYRILLIC,
	GP_GBK,
	GP_GB18030,
	GP_BIG5,
	GP_EUC_JP,
	GP_ISO_2022_JP,
	GP_SHIFT_JIS,
	GP_EUC_KR,
	GP_REPLACEMENT,
	GP_UTF_16BE,
	GP_UTF_16LE,
	GP_X_USER_DEFINED,
	GP_NO_CHARSET,
};

struct gp_charset_row {
	const char *name;  /* the standard's */
	const char *iconv; /* NULL: not by iconv */
};

/* GP_NO_CHARSET for what is no label; letters of either case. */
enum gp_charset
gp_charset_find(struct gp_str label);

/* Of any but GP_NO_CHARSET. */
const struct gp_charset_row *
gp_charset_row(enum gp_charset charset);

#endif
