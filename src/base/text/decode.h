/*
 * Bytes to UTF-8 text with LF line ends: a byte order mark, strict UTF-8, else
 * windows-1252 (WHATWG Encoding's table, so that all 256 bytes mean
 * something).  UTF-16 by its mark, or by its NULs when every second byte of
 * the start is one.  It knows no charset that a source declares.
 */
#ifndef GP_BASE_TEXT_DECODE_H
#define GP_BASE_TEXT_DECODE_H

#include "base/buf.h"

#include <stdint.h>

struct gp_decoded {
	struct gp_buf text;   /* the caller frees it */
	const char *encoding; /* "UTF-8", "UTF-16LE", "windows-1252" */
	bool bom;
	/* C0 (but TAB and line ends), DEL, C1, noncharacters */
	size_t controls_removed;
	size_t bad_bytes; /* of UTF-8 that is not all valid */
};

/* U+FDD0 to U+FDEF and the last two of every plane: Unicode keeps them out of
   texts, and those who draw texts refuse them. */
static inline bool
gp_is_noncharacter(uint32_t c)
{
	return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

/* The byte that windows-1252 writes for code point `c`, 128 to 255; -1 when
   it has none there. */
int
gp_windows_1252_byte(uint32_t c);
/* The code point of a byte. */
uint32_t
gp_windows_1252_char(unsigned char byte);

/* Errors: GP_INPUT for what is no text at all (see gp_looks_binary()),
   GP_LIMIT, GP_NOMEM. */
bool
gp_decode(struct gp_str bytes, struct gp_decoded *out, struct gp_err *e);

/* A copy of a short text in `a`, as UTF-8, one line, without control
   characters of any kind. */
struct gp_arena;
struct gp_str
gp_clean_line(struct gp_arena *a, struct gp_str s);

/* True for archives, images, executables and the like: a known signature, or
   too many NULs and control characters. */
bool
gp_looks_binary(struct gp_str bytes);

#endif
