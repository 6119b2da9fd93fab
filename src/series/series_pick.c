/* pick.txt written: for a person at six in the morning, so that what decides
   stands in columns, and written again so that nothing which was decided, and
   no remark, is lost.  What is known of an article is the matter of
   pick_facts.c. */
#include "series/pick_facts.h"

#include "base/file.h"
#include "base/host.h"
#include "base/limits.h"
#include "pack/candidates.h"
#include "pack/editor/pick_file.h"
#include "series/ledger/safe_file.h"

#include <string.h>

/* Columns of a line, in characters. */
enum { MOST_NAME = 28, MOST_TITLE = 56, MOST_SOURCE = 20 };

struct picking {
	struct gp_series *s; /* NULL: the pack is in no series */
	struct gp_arena *arena;
	struct gp_settings settings;
	struct gp_str name, path; /* of the pack; of pick.txt */
	struct gp_pack *pack;
	struct gp_pick_facts facts;
	struct gp_pick old;
	struct gp_bytes old_text;
	size_t name_width, source_width;
	struct gp_buf text;
	struct gp_picked *done;
	int64_t now;
};

/* ---- columns ---- */

static size_t
characters(struct gp_str s)
{
	size_t i, n = 0;

	for (i = 0; i < s.n; i++)
		n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
	return n;
}

static struct gp_str
first_characters(struct gp_str s, size_t most)
{
	size_t i, n = 0;

	for (i = 0; i < s.n; i++)
		if (((unsigned char)s.p[i] & 0xC0) != 0x80 && n++ == most)
			break;
	return gp_str_sub(s, 0, i);
}

/* At most `width` characters, and as many with spaces. */
static void
put_column(struct gp_buf *to, struct gp_str s, size_t width)
{
	size_t n = characters(s);
	bool cut = n > width;

	s = first_characters(s, cut ? width - 1 : width);
	gp_pick_put(to, s);
	if (cut)
		gp_buf_puts(to, "\xe2\x80\xa6");
	for (; n < width; n++)
		gp_buf_putc(to, ' ');
}

static void
put_name(struct picking *p, struct gp_str name)
{
	size_t n = characters(name);

	gp_buf_str(&p->text, name);
	for (; n < p->name_width; n++)
		gp_buf_putc(&p->text, ' ');
	gp_buf_puts(&p->text, " | ");
}

static void
put_article(struct picking *p, const struct gp_pick_fact *f, struct gp_str note)
{
	put_name(p, f->name);
	put_column(&p->text, f->title, MOST_TITLE);
	if (p->source_width) {
		gp_buf_puts(&p->text, " | ");
		put_column(&p->text, f->source, p->source_width);
	}
	gp_buf_printf(&p->text, " | %5zu words", f->words);
	if (f->remarks.n)
		gp_buf_printf(&p->text, " | %.*s", GP_ARG(f->remarks));
	if (note.n)
		gp_buf_printf(&p->text, " | # %.*s", GP_ARG(note));
	gp_buf_putc(&p->text, '\n');
}

static void
settle_widths(struct picking *p)
{
	const struct gp_pick_fact *f = p->facts.rows;
	size_t i, n;

	for (i = 0; i < p->facts.n; i++, f++) {
		n = characters(f->name);
		if (n > p->name_width)
			p->name_width = n < MOST_NAME ? n : MOST_NAME;
		n = characters(f->source);
		if (n > p->source_width)
			p->source_width = n < MOST_SOURCE ? n : MOST_SOURCE;
	}
}

/* ---- a new file ---- */

static const char head[] =
	"# Move a line under a section, and the article is in the pack, in "
	"the order of\n"
	"# the lines. What stays under [Not selected] is in no output.\n"
	"# Only the file name in front counts. For words of your own: a line "
	"that begins\n"
	"# with #, or \" | # \" at the end of one. Run `govpub pick` again for "
	"what came\n"
	"# since: it keeps what you decided.\n";

static void
put_section(struct picking *p, struct gp_str section, const char *heading)
{
	const struct gp_pick_fact *f = p->facts.rows;
	size_t i;

	gp_buf_printf(&p->text, "\n[%s]\n", heading);
	for (i = 0; i < p->facts.n; i++, f++)
		if (f->chosen && gp_str_eq(f->section, section))
			put_article(p, f, GP_STR(""));
}

static bool
has_sectionless(const struct picking *p)
{
	size_t i;

	for (i = 0; i < p->facts.n; i++)
		if (p->facts.rows[i].chosen && !p->facts.rows[i].section.n)
			return true;
	return false;
}

static void
write_new(struct picking *p)
{
	const struct gp_pack *pack = p->pack;
	size_t i;

	gp_buf_printf(&p->text, "# %.*s: %zu candidates.\n#\n%s",
	              GP_ARG(p->name), p->facts.n, head);
	if (pack->n_given_sections == 0 || has_sectionless(p))
		put_section(p, GP_STR(""), gp_pick_selected);
	for (i = 0; i < pack->n_given_sections; i++)
		put_section(p, pack->sections[i], pack->sections[i].p);
	gp_buf_printf(&p->text, "\n[%s]\n", gp_pick_rest);
	for (i = 0; i < p->facts.n; i++)
		if (!p->facts.rows[i].chosen)
			put_article(p, &p->facts.rows[i], GP_STR(""));
}

/* ---- written again ---- */

/* Of an article that pack.yaml skips by now nothing is known. */
static bool
is_file_there(const struct picking *p, struct gp_str article)
{
	struct gp_str path;

	do {
		path = gp_arena_printf(p->arena, "%s/%.*s", p->settings.folder,
		                       GP_ARG(article));
		if (article.n && path.n && gp_file_exists(path.p))
			return true;
	} while (gp_pick_file_of(&article));
	return false;
}

static bool
keep_article(struct picking *p, const struct gp_pick_line *l, struct gp_err *e)
{
	const struct gp_pick_fact *f = gp_map_find(&p->facts.by_name, l->text);
	const struct gp_pick_fact unread = {
		.name = l->text,
		.title = GP_STR("(skipped in pack.yaml, or its file is "
		                "another one)"),
	};

	if (!f && !is_file_there(p, l->text))
		return gp_fail_at(e, GP_SYNTAX, p->path.p, l->line, 1,
		                  "there is no file `%.*s` any more; take the "
		                  "line out, bring the file back or write its "
		                  "new name",
		                  GP_ARG(gp_str_sub(l->text, 0, 80)));
	put_article(p, f ? f : &unread, l->note);
	return true;
}

static bool
is_rest(const struct gp_pick_line *l)
{
	return l->kind == GP_PICK_HEADING &&
	       gp_str_eq_nocase(l->text, gp_str(gp_pick_rest));
}

/* Sections that pack.yaml got since, each with a line to move articles under;
   before what stays out, as in a new file. */
static void
put_late_sections(struct picking *p)
{
	const struct gp_pack *pack = p->pack;
	struct gp_map there = { .arena = p->arena };
	struct gp_pick_line *l = p->old.lines;
	size_t i;

	for (i = 0; i < p->old.n; i++, l++)
		if (l->kind == GP_PICK_HEADING)
			gp_map_put(&there, l->text, l);
	for (i = 0; i < pack->n_given_sections; i++)
		if (!gp_map_find(&there, pack->sections[i]))
			gp_buf_printf(&p->text, "[%.*s]\n\n",
			              GP_ARG(pack->sections[i]));
}

static bool
keep_lines(struct picking *p, struct gp_err *e)
{
	const struct gp_pick_line *l = p->old.lines;
	bool has_rest = false;
	size_t i;

	for (i = 0; i < p->old.n; i++, l++) {
		if (is_rest(l) && !has_rest) {
			put_late_sections(p);
			has_rest = true;
		}
		if (l->kind == GP_PICK_ARTICLE) {
			if (!keep_article(p, l, e))
				return false;
		} else if (l->kind == GP_PICK_HEADING) {
			gp_buf_printf(&p->text, "[%.*s]\n", GP_ARG(l->text));
		} else {
			gp_buf_printf(&p->text, "%.*s\n", GP_ARG(l->text));
		}
	}
	return gp_arena_ok(p->arena, e);
}

static bool
ends_in_rest(const struct picking *p)
{
	size_t i = p->old.n;

	while (i-- > 0)
		if (p->old.lines[i].kind == GP_PICK_HEADING)
			return is_rest(&p->old.lines[i]);
	return false;
}

static bool
is_new(const struct picking *p, const struct gp_pick_fact *f)
{
	return !gp_pick_line_of(&p->old, f->name);
}

static void
add_late(struct picking *p)
{
	char now[GP_DATE_TEXT] = "";
	struct gp_date date;
	size_t i;

	for (i = 0; i < p->facts.n; i++)
		p->done->added += is_new(p, &p->facts.rows[i]);
	if (!p->done->added)
		return;
	if (gp_date_from_seconds(p->now, &date))
		gp_date_utc(&date, now);
	if (!ends_in_rest(p))
		gp_buf_printf(&p->text, "\n[%s]\n", gp_pick_rest);
	gp_buf_printf(&p->text, "# New at %.10s %.5s UTC:\n", now,
	              now[0] ? now + 11 : "");
	for (i = 0; i < p->facts.n; i++)
		if (is_new(p, &p->facts.rows[i]))
			put_article(p, &p->facts.rows[i], GP_STR(""));
}

/* ---- the file ---- */

static bool
read_old(struct picking *p, struct gp_err *e)
{
	if (!gp_file_exists(p->path.p))
		return true;
	return gp_read(p->path.p, GP_MAX_PACKFILE_BYTES, &p->old_text, e) &&
	       gp_pick_read(&p->old, p->arena, p->path.p,
	                    (struct gp_str){ (char *)p->old_text.data,
	                                     p->old_text.size },
	                    p->pack->sections, p->pack->n_given_sections, e);
}

/* Who moved lines in the meantime has not done so for nothing. */
static bool
is_as_read(const struct picking *p, struct gp_err *e)
{
	bool same = p->old.path.n ? gp_file_holds(p->path.p, &p->old_text)
	                          : !gp_file_exists(p->path.p);

	return same || gp_fail_at(e, GP_OUTPUT, p->path.p, 0, 0,
	                          "was changed by somebody else just now, so "
	                          "nothing was written; try again");
}

/* A name that holds what parts a line cannot stand in one. */
static bool
check_names(const struct picking *p, struct gp_err *e)
{
	size_t i;

	for (i = 0; i < p->facts.n; i++) {
		struct gp_str name = p->facts.rows[i].name;

		if (gp_str_find(name, GP_STR(" | "), 0) < name.n ||
		    name.p[0] == '#' || name.p[0] == '[')
			return gp_fail_at(
				e, GP_INPUT, p->settings.folder, 0, 0,
				"give `%.*s` another name: ` | `, and "
				"`#` or `[` in front, mean something "
				"in pick.txt",
				GP_ARG(gp_str_sub(name, 0, 80)));
	}
	for (i = 0; i < p->pack->n_given_sections; i++)
		if (gp_str_eq_nocase(p->pack->sections[i],
		                     gp_str(gp_pick_rest)))
			return gp_fail_at(e, GP_INPUT, p->settings.folder, 0, 0,
			                  "a section cannot be called `%s`: in "
			                  "pick.txt that is what stays out",
			                  gp_pick_rest);
	return true;
}

static void
count(struct picking *p)
{
	const struct gp_pick_line *l;
	size_t i;

	p->done->candidates = p->facts.n;
	for (i = 0; i < p->facts.n; i++) {
		l = gp_pick_line_of(&p->old, p->facts.rows[i].name);
		p->done->selected += p->old.path.n ? l && l->chosen
		                                   : p->facts.rows[i].chosen;
	}
}

static bool
write_pick(struct picking *p, struct gp_err *e)
{
	bool again = p->old.path.n > 0;

	settle_widths(p);
	if (again && !keep_lines(p, e))
		return false;
	if (again)
		add_late(p);
	else
		write_new(p);
	count(p);
	return gp_buf_ok(&p->text, e) && is_as_read(p, e) &&
	       gp_safe_put(p->path.p, gp_buf_view(&p->text), NULL, e);
}

/* What is found about a candidate stands in its line; the rest is said. */
static void
forward_others(const struct gp_diag *found, struct gp_diag *to)
{
	static const char *const general[] = { "left-out", "hidden", NULL };
	const struct gp_finding *f;
	size_t i;

	for (i = 0; (f = gp_diag_at(found, i)) != NULL; i++)
		if (gp_str_among(gp_str(f->code), general))
			gp_diag_add(to, f->level, f->code, f->file, f->line,
			            "%s", f->text);
}

static bool
pick(struct picking *p, struct gp_diag *found, struct gp_err *e)
{
	p->path = gp_arena_printf(p->arena, "%s/pick.txt", p->settings.folder);
	p->facts.arena = p->arena;
	if (!gp_arena_ok(p->arena, e))
		return false;
	p->pack = gp_pack_candidates(&p->settings, found, e);
	return p->pack && read_old(p, e) &&
	       gp_pick_facts(&p->facts, p->s, p->pack, p->name, found, p->now,
	                     e) &&
	       check_names(p, e) && write_pick(p, e);
}

static bool
pick_in(struct picking *p, struct gp_diag *d, struct gp_err *e)
{
	struct gp_diag *found = gp_diag_new();
	bool ok = found ? pick(p, found, e)
	                : gp_fail(e, GP_NOMEM, "out of memory");

	if (found)
		forward_others(found, d);
	gp_diag_free(found);
	gp_bytes_free(&p->old_text);
	gp_buf_free(&p->text);
	gp_pack_free(p->pack);
	return ok;
}

bool
gp_series_pick(const struct gp_settings *settings, const char *folder,
               struct gp_picked *done, struct gp_diag *d, struct gp_err *e)
{
	struct picking p = { .settings = *settings,
		             .name = gp_str_base(gp_str(settings->folder)),
		             .done = done };
	struct gp_series s = { .folder = folder };
	bool ok;

	*done = (struct gp_picked){ .candidates = 0 };
	p.now = gp_moment_of(settings);
	p.arena = gp_arena_new(GP_MAX_PACK_ARENA);
	if (!p.arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	if (folder) {
		p.s = &s;
		ok = gp_series_read(&s, folder, false, e) && pick_in(&p, d, e);
		gp_series_close(&s);
	} else {
		ok = pick_in(&p, d, e);
	}
	gp_arena_free(p.arena);
	return ok;
}
