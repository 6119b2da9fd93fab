/* Lines are judged one by one and the first bad one ends it.  An address that
   stands twice, in any case of its letters, is taken once: nobody wants a
   message twice.  Names beside addresses are refused, not guessed at. */
#include "series/mail/mail_people.h"

#include "base/limits.h"
#include "base/map.h"
#include "config/packvalue.h"

/* A group mailer's list has thousands; a million is no list of staff. */
enum { MOST = 200 * 1000 };

static bool
check(struct gp_str address, const char *path, unsigned line,
      const struct gp_mail_settings *settings, struct gp_err *e)
{
	const char *flaw = gp_mail_address_flaw(address);

	if (flaw)
		return gp_fail_at(e, GP_INPUT, path, line, 0, "`%.*s` %s",
		                  GP_ARG(gp_shown(address)), flaw);
	return gp_mail_within(address, settings->domains,
	                      settings->n_domains) ||
	       gp_fail_at(e, GP_INPUT, path, line, 0,
	                  "`%.*s` is outside `mail: domains` of series.yaml, "
	                  "to which mail may go",
	                  GP_ARG(gp_shown(address)));
}

/* Every mailbox in use takes its name in any case (RFC 5321, 2.4, warns of
   those that do not). */
static struct gp_str
key_of(struct gp_arena *a, struct gp_str address)
{
	struct gp_str copy = gp_arena_str(a, address);
	char *p = gp_arena_alloc(a, copy.n + 1);
	size_t i;

	for (i = 0; p && i < copy.n; i++)
		p[i] = gp_to_lower(copy.p[i]);
	return p ? (struct gp_str){ p, copy.n } : GP_STR("");
}

static void
take(struct gp_map *seen, struct gp_str address, struct gp_mail_people *out)
{
	struct gp_str key = key_of(seen->arena, address);

	if (key.n == 0 || gp_map_find(seen, key))
		return;
	out->rows[out->n] = address;
	gp_map_put(seen, key, &out->rows[out->n]);
	out->n++;
}

bool
gp_mail_people_read(struct gp_str text, const char *path,
                    const struct gp_mail_settings *settings, struct gp_arena *a,
                    struct gp_mail_people *out, struct gp_err *e)
{
	size_t lines = gp_str_lines(text);
	struct gp_str mark = GP_STR("\xEF\xBB\xBF");
	struct gp_map seen = { .arena = a };
	unsigned number = 0;
	struct gp_str line;

	if (lines > MOST)
		return gp_fail_at(e, GP_LIMIT, path, 0, 0,
		                  "has more than %d lines", (int)MOST);
	/* Some editors begin a file with a byte order mark, unseen. */
	if (gp_str_starts(text, mark))
		text = gp_str_sub(text, mark.n, text.n);
	out->n = 0;
	out->rows = gp_arena_array(a, lines + 1, sizeof *out->rows);
	while (out->rows && text.n && gp_str_split(&text, '\n', &line)) {
		number++;
		line = gp_str_trim(line);
		if (line.n == 0 || line.p[0] == '#')
			continue;
		if (!check(line, path, number, settings, e))
			return false;
		take(&seen, line, out);
	}
	if (!gp_arena_ok(a, e))
		return false;
	return out->n > 0 ||
	       gp_fail_at(e, GP_INPUT, path, 0, 0,
	                  "names nobody: write an address a line");
}
