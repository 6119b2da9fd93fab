/* One line of three words: number, pack, edition.  It is put in place whole
   like every other file, so half a note is never seen; what a note means it
   does not know. */
#include "series/ledger/journal.h"

#include "base/file.h"
#include "base/limits.h"
#include "series/ledger/safe_file.h"

#include <stdio.h>
#include <stdlib.h>

enum { PATH_SIZE = 4096, LINE_SIZE = 256, NUMBER_DIGITS = 9 };

static void
journal_path(const char *series, char out[PATH_SIZE])
{
	(void)snprintf(out, PATH_SIZE, "%s/ledger/journal", series);
}

bool
gp_journal_begin(const char *series, const struct gp_journal *j,
                 struct gp_err *e)
{
	char path[PATH_SIZE], line[LINE_SIZE];

	journal_path(series, path);
	(void)snprintf(line, sizeof line, "%u %.*s %u\n", j->release,
	               GP_ARG(j->pack), j->edition);
	return gp_safe_put(path, gp_str(line), NULL, e);
}

bool
gp_journal_end(const char *series, struct gp_err *e)
{
	char path[PATH_SIZE];

	journal_path(series, path);
	gp_safe_clear(path);
	return gp_safe_remove(path, NULL, e);
}

static bool
take_number(struct gp_str word, unsigned *out)
{
	if (word.n == 0 || word.n > NUMBER_DIGITS ||
	    !gp_str_all(word, gp_is_digit))
		return false;
	*out = (unsigned)strtoul(word.p, NULL, 10);
	return true;
}

static bool
take_line(struct gp_arena *a, struct gp_str rest, struct gp_journal *out)
{
	struct gp_str number, pack, edition;

	if (!gp_str_word(&rest, &number) || !gp_str_word(&rest, &pack) ||
	    !gp_str_word(&rest, &edition) || !gp_is_plain_name(pack) ||
	    !take_number(number, &out->release) ||
	    !take_number(edition, &out->edition))
		return false;
	out->pack = gp_arena_str(a, pack);
	return out->release > 0;
}

bool
gp_journal_read(struct gp_arena *a, const char *series, struct gp_journal *out,
                bool *is_broken, struct gp_err *e)
{
	char path[PATH_SIZE];
	struct gp_bytes text;

	*out = (struct gp_journal){ .release = 0 };
	*is_broken = false;
	journal_path(series, path);
	if (!gp_file_exists(path))
		return true;
	if (!gp_read(path, GP_KIB, &text, e))
		return false;
	if (!take_line(a, (struct gp_str){ (char *)text.data, text.size },
	               out)) {
		*out = (struct gp_journal){ .release = 0 };
		*is_broken = true;
	}
	gp_bytes_free(&text);
	return gp_arena_ok(a, e);
}
