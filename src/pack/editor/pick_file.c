/* Lines by their first character: "#" a remark, "[...]" a heading, anything
   else an article.  Word processors leave a byte order mark and carriage
   returns, which are nothing. */
#include "pack/editor/pick_file.h"

#include "base/utf8.h"

/* Bytes of a file's name as it is shown: 255 (NAME_MAX), each of which may be
   "\xHH". */
enum { MOST_FILE_NAME = 4 * 255 };

const char gp_pick_selected[] = "Selected";
const char gp_pick_rest[] = "Not selected";

struct pick_reader {
	struct gp_pick *out;
	struct gp_arena *arena;
	struct gp_map sections;
	const struct gp_str *names; /* of them */
	size_t n_names;
	struct gp_str section; /* of the last heading */
	bool has_heading, chosen;
	unsigned line;
	struct gp_err *e;
};

static struct gp_str
shown(struct gp_str s)
{
	return gp_str_sub(s, 0, 80);
}

/* ---- headings ---- */

static bool
fail_section(const struct pick_reader *r, struct gp_str name)
{
	size_t i, far, best = name.n / 2 + 1;
	struct gp_str near = GP_STR("");

	for (i = 0; name.n <= 80 && i < r->n_names; i++) {
		far = gp_str_distance(name, shown(r->names[i]));
		if (far < best) {
			best = far;
			near = shown(r->names[i]);
		}
	}
	return gp_fail_at(r->e, GP_SYNTAX, r->out->path.p, r->line, 1,
	                  "section `%.*s` is not among `sections` of pack.yaml"
	                  "%s%.*s%s",
	                  GP_ARG(shown(name)), near.n ? "; did you mean `" : "",
	                  GP_ARG(near), near.n ? "`?" : "; add it there");
}

/* A section of the pack's may be called Selected, too. */
static bool
take_heading(struct pick_reader *r, struct gp_str name)
{
	const struct gp_str *section = gp_map_find(&r->sections, name);

	r->has_heading = true;
	r->chosen = !gp_str_eq_nocase(name, gp_str(gp_pick_rest));
	r->section = section && r->chosen ? *section : GP_STR("");
	return section || !r->chosen ||
	       gp_str_eq_nocase(name, gp_str(gp_pick_selected)) ||
	       fail_section(r, name);
}

/* ---- articles ---- */

static bool
take_article(struct pick_reader *r, struct gp_pick_line *l, struct gp_str line)
{
	static const struct gp_str bar = { " | ", 3 }, note = { " | # ", 5 };
	const struct gp_pick_line *before;
	size_t at = gp_str_find(line, note, 0);

	l->text = gp_str_trim(gp_str_sub(line, 0, gp_str_find(line, bar, 0)));
	l->note = gp_str_trim(gp_str_sub(line, at + note.n, line.n));
	l->section = r->section;
	l->chosen = r->chosen;
	if (!r->has_heading)
		return gp_fail_at(r->e, GP_SYNTAX, r->out->path.p, r->line, 1,
		                  "this line stands under no heading; write "
		                  "`[%s]` over it, or a section",
		                  gp_pick_rest);
	before = gp_map_find(&r->out->by_name, l->text);
	if (before)
		return gp_fail_at(r->e, GP_SYNTAX, r->out->path.p, r->line, 1,
		                  "`%.*s` stands on line %u too; take one of "
		                  "the lines out",
		                  GP_ARG(shown(l->text)), before->line);
	return true;
}

static bool
is_heading(struct gp_str line)
{
	return line.n > 2 && line.p[0] == '[' && line.p[line.n - 1] == ']';
}

static bool
take_line(struct pick_reader *r, struct gp_pick_line *l, struct gp_str line)
{
	*l = (struct gp_pick_line){ .kind = GP_PICK_REMARK,
		                    .text = line,
		                    .line = r->line };
	if (line.n == 0 || line.p[0] == '#')
		return true;
	if (is_heading(line)) {
		l->kind = GP_PICK_HEADING;
		l->text = gp_str_trim(gp_str_sub(line, 1, line.n - 1));
		return take_heading(r, l->text);
	}
	l->kind = GP_PICK_ARTICLE;
	if (!take_article(r, l, line))
		return false;
	gp_map_put(&r->out->by_name, l->text, l);
	return true;
}

/* ---- the file ---- */

static bool
take_lines(struct pick_reader *r, struct gp_str text)
{
	struct gp_pick *to = r->out;
	struct gp_str line;

	to->lines = gp_arena_array(r->arena, gp_str_count(text, '\n') + 1,
	                           sizeof *to->lines);
	while (to->lines && gp_str_split(&text, '\n', &line)) {
		if (line.n == 0 && text.n == 0)
			break;
		r->line++;
		if (!take_line(r, &to->lines[to->n++], gp_str_trim(line)))
			return false;
	}
	return gp_arena_ok(r->arena, r->e);
}

static bool
check_bytes(const char *path, struct gp_str text, struct gp_err *e)
{
	size_t at = gp_utf8_valid(text);

	if (at == text.n)
		return true;
	return gp_fail_at(
		e, GP_SYNTAX, path,
		(unsigned)gp_str_count(gp_str_sub(text, 0, at), '\n') + 1, 0,
		"this line is not UTF-8; save the file as UTF-8");
}

bool
gp_pick_read(struct gp_pick *out, struct gp_arena *a, const char *path,
             struct gp_str text, const struct gp_str *sections, size_t n,
             struct gp_err *e)
{
	struct pick_reader r = { .out = out,
		                 .arena = a,
		                 .sections.arena = a,
		                 .names = sections,
		                 .n_names = n,
		                 .e = e };
	struct gp_str *names = gp_arena_array(a, n + 1, sizeof *names);
	size_t i;

	*out = (struct gp_pick){ .path = gp_arena_cstr(a, path),
		                 .by_name.arena = a };
	text = gp_arena_str(a, text);
	if (!gp_arena_ok(a, e) || !check_bytes(path, text, e))
		return false;
	for (i = 0; i < n; i++) {
		names[i] = sections[i];
		gp_map_put(&r.sections, names[i], &names[i]);
	}
	if (gp_str_starts(text, GP_STR("\xEF\xBB\xBF")))
		text = gp_str_sub(text, 3, text.n);
	return take_lines(&r, text);
}

void
gp_pick_put(struct gp_buf *to, struct gp_str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (s.p[i] == '|')
			gp_buf_putc(to, '/');
		else
			gp_buf_putc(to,
			            (unsigned char)s.p[i] < ' ' ? ' ' : s.p[i]);
}

/* What is longer than a file's name can be is not looked through: a name of
   nothing but "#" would cost its square. */
bool
gp_pick_file_of(struct gp_str *name)
{
	size_t n = name->n > MOST_FILE_NAME ? MOST_FILE_NAME + 1 : name->n;

	while (n-- > 0)
		if (name->p[n] == '#') {
			name->n = n;
			return true;
		}
	return false;
}

const struct gp_pick_line *
gp_pick_line_of(const struct gp_pick *pick, struct gp_str article)
{
	const struct gp_pick_line *l = gp_map_find(&pick->by_name, article);

	while (!l && gp_pick_file_of(&article))
		l = gp_map_find(&pick->by_name, article);
	return l;
}
