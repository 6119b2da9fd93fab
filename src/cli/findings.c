/*
 * Findings for a person to read: those of one file together, errors and
 * warnings first, in the order in which files first have one, and what is
 * the same sentence again and again said once, with the lines of the others.
 * What concerns no file comes last.  Nothing is judged here, and an error is
 * never folded; `--json` has each finding in the order of discovery.
 */
#include "cli/cli.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	FOLDED = 3,      /* as many of a kind are said as one */
	LINES_NAMED = 12 /* of those that are not shown */
};

/* Sorted by kinds, so that those of one kind follow each other. */
struct shown_finding {
	const struct gp_finding *f;
	size_t at;         /* its place in the order of discovery */
	size_t file_begin; /* that of the first finding of its file */
	size_t alike;      /* how many of its kind are said with it; 0: it is
	                      said with another */
};

/* ---- what is the same sentence ---- */

/* Behind the numbers and the quoted parts that stand at `p`. */
static const char *
behind_details(const char *p)
{
	const char *end;

	for (;;) {
		while (isdigit((unsigned char)*p))
			p++;
		end = *p == '`' ? strchr(p + 1, '`') : NULL;
		if (!end)
			return p;
		p = end + 1;
	}
}

/* The order of two sentences but for numbers and what they quote. */
static int
compare_sentences(const char *a, const char *b)
{
	for (;; a++, b++) {
		a = behind_details(a);
		b = behind_details(b);
		if (*a != *b || !*a)
			return (unsigned char)*a - (unsigned char)*b;
	}
}

static int
compare_kinds(const struct gp_finding *a, const struct gp_finding *b)
{
	int order = strcmp(a->file, b->file);

	if (order == 0)
		order = (int)a->level - (int)b->level;
	if (order == 0)
		order = strcmp(a->code, b->code);
	return order ? order : compare_sentences(a->text, b->text);
}

static int
by_places(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

static int
by_kinds(const void *left, const void *right)
{
	const struct shown_finding *a = left, *b = right;
	int order = compare_kinds(a->f, b->f);

	return order ? order : by_places(a->at, b->at);
}

/* ---- the order on the screen ---- */

static int
by_files(const void *left, const void *right)
{
	const struct shown_finding *a = *(struct shown_finding *const *)left;
	const struct shown_finding *b = *(struct shown_finding *const *)right;
	int order = by_places(a->file_begin, b->file_begin);

	if (order == 0)
		order = (int)b->f->level - (int)a->f->level;
	return order ? order : by_places(a->at, b->at);
}

/* The end of the rows from `i` on that `same` holds to be like it. */
static size_t
end_of(const struct shown_finding *rows, size_t i, size_t n,
       bool (*same)(const struct gp_finding *a, const struct gp_finding *b))
{
	size_t end = i + 1;

	while (end < n && same(rows[i].f, rows[end].f))
		end++;
	return end;
}

static bool
same_file(const struct gp_finding *a, const struct gp_finding *b)
{
	return strcmp(a->file, b->file) == 0;
}

static bool
same_kind(const struct gp_finding *a, const struct gp_finding *b)
{
	return a->level != GP_ERROR && compare_kinds(a, b) == 0;
}

static void
place_files(struct shown_finding *rows, size_t n)
{
	size_t i, k, end, first;

	for (i = 0; i < n; i = end) {
		end = end_of(rows, i, n, same_file);
		first = rows[i].f->file[0] ? rows[i].at : SIZE_MAX;
		for (k = i; k < end && first != SIZE_MAX; k++)
			first = rows[k].at < first ? rows[k].at : first;
		for (k = i; k < end; k++)
			rows[k].file_begin = first;
	}
}

static void
fold_kinds(struct shown_finding *rows, size_t n)
{
	size_t i, k, end;

	for (i = 0; i < n; i = end) {
		end = end_of(rows, i, n, same_kind);
		for (k = i; k < end; k++)
			rows[k].alike = end - i < FOLDED;
		if (end - i >= FOLDED)
			rows[i].alike = end - i;
	}
}

/* ---- printing ---- */

static const char *
colour_of(const struct cli_run *r, enum gp_level level)
{
	static const char *const colours[] = {
		[GP_NOTE] = "\033[36m",    /* cyan */
		[GP_WARNING] = "\033[33m", /* yellow */
		[GP_ERROR] = "\033[31m",   /* red */
	};

	return r->colour ? colours[level] : "";
}

static void
print_head(const struct cli_run *r, const struct gp_finding *f, unsigned line)
{
	if (f->file[0] && line)
		fprintf(stderr, "%s:%u: ", f->file, line);
	else
		fprintf(stderr, "%s: ", f->file[0] ? f->file : "govpub");
	fprintf(stderr, "%s%s:%s ", colour_of(r, f->level), cli_level(f->level),
	        r->colour ? "\033[m" : "");
}

static void
print_lines(const struct shown_finding *row, size_t n)
{
	size_t named = n < LINES_NAMED ? n : LINES_NAMED, i;

	if (!row->f->line)
		return;
	fputs(n == 1 ? ", at line" : ", at lines", stderr);
	for (i = 0; i < named; i++)
		fprintf(stderr, "%s %u", i ? "," : "", row[i].f->line);
	if (named < n)
		fputs(" and on (--json names each)", stderr);
}

static void
print_row(const struct cli_run *r, const struct shown_finding *row)
{
	print_head(r, row->f, row->f->line);
	fprintf(stderr, "%s [%s]\n", row->f->text, row->f->code);
	if (row->alike < FOLDED)
		return;
	print_head(r, row->f, 0);
	fprintf(stderr, "%zu more like it", row->alike - 1);
	print_lines(row + 1, row->alike - 1);
	fprintf(stderr, " [%s]\n", row->f->code);
}

/* ---- all of them ---- */

static size_t
collect(const struct cli_run *r, struct shown_finding *rows)
{
	const struct gp_finding *f;
	size_t i, n = 0;

	for (i = 0; (f = gp_diag_at(r->diag, i)) != NULL; i++)
		if (!r->options->quiet || f->level == GP_ERROR)
			rows[n++] = (struct shown_finding){ .f = f, .at = i };
	return n;
}

static void
print_rows(const struct cli_run *r, struct shown_finding *rows, size_t n,
           struct shown_finding **order)
{
	size_t i, said = 0;

	qsort(rows, n, sizeof *rows, by_kinds);
	place_files(rows, n);
	fold_kinds(rows, n);
	for (i = 0; i < n; i++)
		if (rows[i].alike)
			order[said++] = &rows[i];
	qsort(order, said, sizeof(*order), by_files);
	for (i = 0; i < said; i++)
		print_row(r, order[i]);
}

static size_t
count_all(const struct gp_diag *d)
{
	return gp_diag_count(d, GP_NOTE) + gp_diag_count(d, GP_WARNING) +
	       gp_diag_count(d, GP_ERROR);
}

/* Without memory to sort them they are printed as they were found. */
static void
print_as_found(const struct cli_run *r)
{
	struct shown_finding row = { .alike = 1 };
	size_t i;

	for (i = 0; (row.f = gp_diag_at(r->diag, i)) != NULL; i++)
		if (!r->options->quiet || row.f->level == GP_ERROR)
			print_row(r, &row);
}

void
cli_findings_show(struct cli_run *r)
{
	size_t n = r->diag ? count_all(r->diag) : 0;
	struct shown_finding *rows, **order;

	if (n == 0 || r->options->json || r->findings_shown)
		return;
	r->findings_shown = true;
	rows = calloc(n, sizeof *rows);
	order = calloc(n, sizeof(*order));
	if (rows && order)
		print_rows(r, rows, collect(r, rows), order);
	else
		print_as_found(r);
	free(order);
	free(rows);
}
