/* A table of what libyaml complains of, with where it stood, and of
   sentences that say how to mend it; a tab at the start of a line and a
   colon inside a value are seen by looking at the line.  It corrects nothing
   and knows no key. */
#include "config/yamlwords.h"

#include <string.h>

#define TABS "tabs cannot indent in YAML; use spaces"

struct sentence_row {
	const char *problem; /* as libyaml says it */
	const char *context; /* NULL: any */
	bool at_context;     /* where the reader should look */
	const char *sentence;
};

static const struct sentence_row rows[] = {
	{ "found a tab character that violates indentation", NULL, false,
	  TABS },
	{ "found a tab character where an indentation space is expected", NULL,
	  false, TABS },
	{ "found unexpected end of stream", "while scanning a quoted scalar",
	  true, "this quotation mark is never closed" },
	{ "found unexpected document indicator",
	  "while scanning a quoted scalar", true,
	  "this quotation mark is never closed" },
	{ "did not find expected alphabetic or numeric character",
	  "while scanning an alias", true,
	  "a value that begins with `*` must stand in quotes" },
	{ "did not find expected alphabetic or numeric character",
	  "while scanning an anchor", true,
	  "a value that begins with `&` must stand in quotes" },
	{ "did not find expected ',' or ']'", NULL, true,
	  "this `[` is not closed by a `]`, or a comma is missing; a value "
	  "that begins with `[` must stand in quotes" },
	{ "did not find expected ',' or '}'", NULL, true,
	  "this `{` is not closed by a `}`, or a comma is missing; a value "
	  "that begins with `{` must stand in quotes" },
	{ "did not find expected '-' indicator", NULL, false,
	  "this line does not line up with the list above it; indent it "
	  "like its neighbours" },
	{ "did not find expected key", NULL, false,
	  "this does not fit here; check the indentation, and that a value "
	  "with quotation marks inside stands in quotes as a whole" },
	{ "could not find expected ':'", NULL, true,
	  "this line has no `key: value` form; a colon and a blank are "
	  "missing, or an indentation" },
	{ "found unknown escape character", NULL, false,
	  "unknown escape; write `\\\\` for a backslash, or put the value in "
	  "single quotes" },
	{ "found invalid Unicode character escape code", NULL, false,
	  "this escape names no character" },
	{ "did not find expected comment or line break", NULL, false,
	  "text after `|` or `>` must begin on the next line, indented; a "
	  "value that begins with one of them must stand in quotes" },
	{ "block sequence entries are not allowed in this context", NULL, false,
	  "a list must begin below its key; a value that begins with `- ` "
	  "must stand in quotes" },
	{ "mapping keys are not allowed in this context", NULL, false,
	  "a value that begins with `? ` must stand in quotes" },
	{ "did not find expected node content", NULL, false,
	  "a value that begins with `,`, `]` or `}` must stand in quotes" },
	{ "did not find expected <document start>", NULL, false,
	  "the file must hold one document; take the `...` line or what "
	  "follows it out" },
};

/* Line `number` of the text, without its end. */
static struct gp_str
line_at(struct gp_str text, unsigned number)
{
	struct gp_str line = GP_STR("");

	while (number-- > 0)
		if (!gp_str_split(&text, '\n', &line))
			return GP_STR("");
	return line;
}

static bool
bad_start(const struct gp_yaml_fault *f, struct gp_str line, const char *path,
          struct gp_err *e)
{
	/* Columns count characters; blanks and ASCII come before a tab. */
	struct gp_str rest = gp_str_sub(line, f->column - 1, line.n);

	if (rest.n && rest.p[0] == '\t')
		return gp_fail_at(e, GP_SYNTAX, path, f->line, f->column, TABS);
	return gp_fail_at(e, GP_SYNTAX, path, f->line, f->column,
	                  "a value that begins with `@`, `%%` or a backtick "
	                  "must stand in quotes");
}

static bool
bad_colon(const struct gp_yaml_fault *f, struct gp_str line, const char *path,
          struct gp_err *e)
{
	size_t colon = gp_str_find(line, GP_STR(": "), 0);

	if (colon + 1 < f->column)
		return gp_fail_at(
			e, GP_SYNTAX, path, f->line, f->column,
			"a value with a colon before a blank or at its "
			"end must stand in quotes");
	return gp_fail_at(e, GP_SYNTAX, path, f->line, f->column,
	                  "a key does not fit here; check the indentation, and "
	                  "that the key before it has a colon and a blank");
}

static const struct sentence_row *
find_row(const struct gp_yaml_fault *f)
{
	size_t i;

	for (i = 0; i < sizeof rows / sizeof *rows; i++)
		if (strcmp(rows[i].problem, f->problem) == 0 &&
		    (!rows[i].context ||
		     (f->context && strcmp(rows[i].context, f->context) == 0)))
			return &rows[i];
	return NULL;
}

bool
gp_yaml_explain(const struct gp_yaml_fault *f, struct gp_str text,
                const char *path, struct gp_err *e)
{
	struct gp_str line = line_at(text, f->line);
	const struct sentence_row *row;

	if (!f->problem)
		return gp_fail_at(e, GP_SYNTAX, path, f->line, f->column,
		                  "is not YAML");
	if (f->context && strcmp(f->context, "while scanning a directive") == 0)
		return gp_fail_at(e, GP_SYNTAX, path, f->line, 1,
		                  "a line must not begin with `%%`");
	if (strcmp(f->problem, "found character that cannot start any token") ==
	    0)
		return bad_start(f, line, path, e);
	if (strcmp(f->problem,
	           "mapping values are not allowed in this context") == 0)
		return bad_colon(f, line, path, e);
	row = find_row(f);
	if (!row)
		return gp_fail_at(e, GP_SYNTAX, path, f->line, f->column,
		                  "is not YAML here: %s", f->problem);
	return gp_fail_at(e, GP_SYNTAX, path,
	                  row->at_context ? f->context_line : f->line,
	                  row->at_context ? f->context_column : f->column, "%s",
	                  row->sentence);
}
