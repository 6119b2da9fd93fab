/* Errors: see err.h.  Knows no file formats and prints nothing. */
#include "base/err.h"

#include <stdarg.h>
#include <stdio.h>

struct code_row {
	int status;
	const char *name;
};

static const struct code_row codes[] = {
#define GP_ERROR(code, status, name) [code] = { (status), (name) },
#include "base/errors.def"
#undef GP_ERROR
};

static void
set_file(struct gp_err *e, const char *file)
{
	/* A name too long is cut at its end: its start says more. */
	(void)snprintf(e->file, sizeof e->file, "%s", file ? file : "");
}

bool
gp_fail(struct gp_err *e, enum gp_code code, const char *fmt, ...)
{
	va_list args;

	if (e->code != GP_OK)
		return false;
	e->code = code;
	va_start(args, fmt);
	(void)vsnprintf(e->msg, sizeof e->msg, fmt, args);
	va_end(args);
	return false;
}

bool
gp_fail_at(struct gp_err *e, enum gp_code code, const char *file, unsigned line,
           unsigned column, const char *fmt, ...)
{
	va_list args;

	if (e->code != GP_OK)
		return false;
	e->code = code;
	e->line = line;
	e->column = column;
	set_file(e, file);
	va_start(args, fmt);
	(void)vsnprintf(e->msg, sizeof e->msg, fmt, args);
	va_end(args);
	return false;
}

bool
gp_fail_in(struct gp_err *e, const char *file)
{
	if (e->code != GP_OK && e->file[0] == '\0')
		set_file(e, file);
	return false;
}

int
gp_exit_status(enum gp_code code)
{
	return codes[code].status;
}

const char *
gp_code_name(enum gp_code code)
{
	return codes[code].name;
}
