/*
 * Errors: filling the caller's struct gp_err (govpub.h).
 * The first error wins: a later one never hides what really went wrong.
 * This module does not know what an error is about.
 */
#ifndef GP_BASE_ERR_H
#define GP_BASE_ERR_H

#include "govpub.h"

#include <stdarg.h>

#if defined(__GNUC__)
#define GP_PRINTF(fmt, first) __attribute__((format(printf, fmt, first)))
#else
#define GP_PRINTF(fmt, first)
#endif

/* Records an error that is about no file; always returns false.  The text is
   one sentence and says what to do where that is known. */
bool
gp_fail(struct gp_err *e, enum gp_code code, const char *fmt, ...)
	GP_PRINTF(3, 4);

/* Records an error about a place in a file (line and column from 1, 0 when
   not known); always returns false. */
bool
gp_fail_at(struct gp_err *e, enum gp_code code, const char *file, unsigned line,
           unsigned column, const char *fmt, ...) GP_PRINTF(6, 7);

/* Names the file of an error that has none yet; always returns false. */
bool
gp_fail_in(struct gp_err *e, const char *file);

/* Formats a text that people will read, as one clean line: it may quote what
   is hostile, so control characters and malformed UTF-8 become spaces or '?',
   and one too long is cut after a whole character.  Never fails. */
void
gp_format(char *out, size_t size, const char *fmt, ...) GP_PRINTF(3, 4);
void
gp_vformat(char *out, size_t size, const char *fmt, va_list args)
	GP_PRINTF(3, 0);

/* The short name of a code, such as "syntax". */
const char *
gp_code_name(enum gp_code code);

#endif
