/* In three steps: every mark and note is found in the text, then they are
   numbered, then the text is written anew with as many lines, and the notes
   that stood within a line behind it.  Lines are md_note_lines.c's matter; what
   md4c makes of the text is not known here. */
#include "import/markdown/md_notes.h"

#include "base/buf.h"
#include "base/limits.h"
#include "base/map.h"
#include "base/vec.h"
#include "import/markdown/md_note_lines.h"

enum {
	DEEPEST = 64,     /* brackets in one another that are told apart */
	MOST_CODE = 1000, /* bytes of a piece of code in a line */
};

enum note_what { NOTHING, NOTE, MARK, NOTE_IN_LINE };

/* Something found, from byte `at` to before `end`. */
struct note_spot {
	enum note_what what;
	size_t at, end;
	struct gp_str label; /* in small letters: of a mark */
	size_t row;          /* of its note */
	bool in_note;
};

struct note_search {
	struct gp_arena *a;
	struct gp_str text;
	struct gp_md_notes *notes;
	struct gp_map by_label; /* to the number of a row */
	struct note_spot *spots;
	size_t n, cap;
	size_t open[DEEPEST]; /* spots of brackets, 0: of no note; else + 1 */
	size_t depth;
	struct gp_md_lines lines;
	unsigned line;
};

/* ---- finding ---- */

static struct note_spot *
add_spot(struct note_search *s, enum note_what what, size_t at, size_t end)
{
	struct note_spot *spot = GP_VEC_ADD(s->a, s->spots, s->n, s->cap);

	if (spot)
		*spot = (struct note_spot){ .what = what,
			                    .at = at,
			                    .end = end,
			                    .in_note = s->lines.in_note };
	return spot;
}

static struct gp_str
small(struct gp_arena *a, struct gp_str label)
{
	struct gp_buf out = { .max = 0 };
	size_t i;

	for (i = 0; i < label.n; i++)
		gp_buf_putc(&out, gp_to_lower(label.p[i]));
	return gp_arena_buf(a, &out);
}

static size_t
add_row(struct gp_arena *a, struct gp_md_notes *notes, unsigned line)
{
	struct gp_md_note *row =
		GP_VEC_ADD(a, notes->rows, notes->n, notes->cap);

	if (!row)
		return 0;
	*row = (struct gp_md_note){ .line = line, .end = line + 1 };
	return notes->n - 1;
}

/* Of two notes with one label the first is meant. */
static void
add_note(struct note_search *s, size_t from, const struct gp_md_line *line)
{
	struct note_spot *spot =
		add_spot(s, NOTE, from + line->words, from + line->behind);
	struct gp_str label = small(s->a, line->label);
	size_t *row = gp_arena_alloc(s->a, sizeof *row);

	if (!spot || !row)
		return;
	*row = spot->row = add_row(s->a, s->notes, s->line);
	if (!gp_map_find(&s->by_label, label))
		gp_map_put(&s->by_label, label, row);
}

static void
open_bracket(struct note_search *s, size_t i)
{
	bool note = i > 0 && s->text.p[i - 1] == '^' &&
	            (i < 2 ||
	             (s->text.p[i - 2] != '[' && s->text.p[i - 2] != '\\'));

	if (s->depth < DEEPEST) {
		if (note)
			add_spot(s, NOTHING, i - 1, i);
		s->open[s->depth] = note ? s->n : 0;
	}
	s->depth++;
}

/* "^[words](address)" is a link behind a '^'. */
static void
close_bracket(struct note_search *s, size_t i)
{
	struct note_spot *spot;

	if (s->depth == 0 || --s->depth >= DEEPEST || !s->open[s->depth])
		return;
	spot = &s->spots[s->open[s->depth] - 1];
	if (i == spot->at + 2 || (i + 1 < s->text.n && s->text.p[i + 1] == '('))
		return;
	spot->what = NOTE_IN_LINE;
	spot->end = i + 1;
}

/* Behind a piece of code that begins at byte `i`, or behind its marks. */
static size_t
skip_code(struct gp_str s, size_t i)
{
	size_t n = 0, run = 0, k;

	while (i + n < s.n && s.p[i + n] == '`')
		n++;
	for (k = i + n; k < s.n && k - i < MOST_CODE; k++) {
		if (s.p[k] == '`') {
			run++;
			continue;
		}
		if (run == n)
			return k;
		run = 0;
	}
	return run == n && k == s.n ? k : i + n;
}

static size_t
take_mark(struct note_search *s, size_t i)
{
	struct gp_str label = gp_md_note_label(s->text, i);
	size_t end = i + label.n + 3;
	struct note_spot *spot = label.n ? add_spot(s, MARK, i, end) : NULL;

	if (spot)
		spot->label = small(s->a, label);
	if (spot)
		return end;
	open_bracket(s, i);
	return i + 1;
}

static void
find_marks(struct note_search *s, size_t i, size_t end)
{
	while (i < end) {
		char c = s->text.p[i];

		if (c == '`')
			i = skip_code(gp_str_sub(s->text, 0, end), i);
		else if (c == '[')
			i = take_mark(s, i);
		else if (c == ']')
			close_bracket(s, i++);
		else
			i += c == '\\' ? 2 : 1;
	}
}

/* The note before goes on to the line at hand. */
static void
note_goes_on(struct note_search *s)
{
	if (s->notes->n)
		s->notes->rows[s->notes->n - 1].end = s->line + 1;
}

static void
find_in_line(struct note_search *s, struct gp_str text)
{
	size_t from = (size_t)(text.p - s->text.p);
	struct gp_md_line line = gp_md_line_of(&s->lines, text);

	if (line.kind != GP_MD_WORDS)
		s->depth = 0;
	if (line.kind == GP_MD_NOTE)
		add_note(s, from, &line);
	else if (s->lines.in_note && line.kind != GP_MD_BLANK)
		note_goes_on(s);
	if (line.kind == GP_MD_NOTE)
		find_marks(s, from + line.behind, from + text.n);
	else if (line.kind == GP_MD_WORDS)
		find_marks(s, from + line.words, from + text.n);
}

static void
find_all(struct note_search *s)
{
	struct gp_str rest = s->text, line;

	for (; rest.n && gp_str_split(&rest, '\n', &line); s->line++)
		find_in_line(s, line);
	s->notes->n_lines = s->line;
}

/* ---- numbers ---- */

/* What is never closed would take in whatever stands behind it. */
static bool
ends_open(const struct note_search *s)
{
	struct gp_str t = s->text;
	size_t open, close = 0;

	do {
		open = gp_str_find(t, GP_STR("<!--"), close);
		close = gp_str_find(t, GP_STR("-->"), open);
	} while (close < t.n);
	return s->lines.fence || open < t.n;
}

/* Marks without a note are none, notes in a line get rows behind the others. */
static void
settle(struct note_search *s)
{
	bool open = ends_open(s);
	size_t i;

	for (i = 0; i < s->n; i++) {
		struct note_spot *spot = &s->spots[i];
		const size_t *row;

		if (spot->what == NOTE_IN_LINE && open)
			spot->what = NOTHING;
		if (spot->what == NOTE_IN_LINE)
			spot->row = add_row(s->a, s->notes, ++s->line);
		if (spot->what != MARK)
			continue;
		row = gp_map_find(&s->by_label, spot->label);
		if (row)
			spot->row = *row;
		else
			spot->what = NOTHING;
	}
}

static void
number_marks(struct note_search *s, bool in_notes, unsigned *n)
{
	size_t i;

	for (i = 0; i < s->n; i++) {
		const struct note_spot *spot = &s->spots[i];

		if ((spot->what == MARK || spot->what == NOTE_IN_LINE) &&
		    spot->in_note == in_notes &&
		    s->notes->rows[spot->row].number == 0)
			s->notes->rows[spot->row].number = ++*n;
	}
}

static void
number_notes(struct note_search *s)
{
	unsigned n = 0;
	size_t i;

	number_marks(s, false, &n);
	number_marks(s, true, &n);
	for (i = 0; i < s->notes->n; i++)
		if (s->notes->rows[i].number == 0)
			s->notes->rows[i].number = ++n;
}

/* ---- writing ---- */

struct written {
	const struct note_search *s;
	struct gp_buf out;
	size_t spot;      /* the next one */
	unsigned owing;   /* line ends of notes that went, to be made up for */
	bool on_one_line; /* what is written: it owes none */
};

static void
put_mark(struct written *w, size_t row)
{
	unsigned number = w->s->notes->rows[row].number;

	gp_buf_printf(&w->out,
	              "<sup><a role=\"doc-noteref\" href=\"#note:%u\">%u</a>"
	              "</sup>",
	              number, number);
}

/* Line ends at the next space; a tag that closes nothing keeps what follows
   from being more than words. */
static void
pay_lines(struct written *w)
{
	for (; w->owing; w->owing--)
		gp_buf_puts(&w->out, "\n</tt>");
}

static void
put_text(struct written *w, size_t from, size_t to)
{
	struct gp_str t = w->s->text;
	size_t i;

	for (i = from; w->owing && i < to && !gp_is_space(t.p[i]);)
		i++;
	gp_buf_str(&w->out, gp_str_sub(t, from, i));
	if (w->owing && i < to) {
		pay_lines(w);
		i += t.p[i] == ' ';
	}
	gp_buf_str(&w->out, gp_str_sub(t, i, to));
}

static unsigned
line_ends(struct gp_str s)
{
	unsigned n = 0;
	size_t i;

	for (i = 0; i < s.n; i++)
		n += s.p[i] == '\n';
	return n;
}

/* The text from `from` to before `to`; w->spot is the first spot in it. */
static void
put_range(struct written *w, size_t from, size_t to)
{
	const struct note_search *s = w->s;

	while (w->spot < s->n && s->spots[w->spot].at < to) {
		const struct note_spot *spot = &s->spots[w->spot++];

		if (spot->what == NOTHING || spot->at < from)
			continue;
		put_text(w, from, spot->at);
		if (spot->what == NOTE)
			gp_buf_puts(&w->out, "+   ");
		else
			put_mark(w, spot->row);
		if (spot->what == NOTE_IN_LINE && !w->on_one_line)
			w->owing += line_ends(
				gp_str_sub(s->text, spot->at, spot->end));
		from = spot->end;
	}
	put_text(w, from, to);
}

/* An item on a line of its own. */
static void
put_note(struct written *w, size_t spot)
{
	const struct note_spot *it = &w->s->spots[spot];
	size_t from;

	gp_buf_puts(&w->out, "+   ");
	from = w->out.len;
	w->spot = spot + 1;
	put_range(w, it->at + 2, it->end - 1);
	for (; from < w->out.len; from++)
		if (w->out.data[from] == '\n')
			w->out.data[from] = ' ';
	gp_buf_putc(&w->out, '\n');
}

static void
write_all(struct note_search *s)
{
	struct written w = { .s = s,
		             .out = { .max = 4 * GP_MAX_SOURCE_BYTES } };
	size_t i;

	put_range(&w, 0, s->text.n);
	pay_lines(&w);
	w.on_one_line = true;
	if (s->text.n && s->text.p[s->text.n - 1] != '\n')
		gp_buf_putc(&w.out, '\n');
	gp_buf_putc(&w.out, '\n');
	for (i = 0; i < s->n; i++)
		if (s->spots[i].what == NOTE_IN_LINE)
			put_note(&w, i);
	s->notes->text = gp_arena_buf(s->a, &w.out);
}

struct gp_md_notes
gp_md_notes_of(struct gp_arena *a, struct gp_str text)
{
	struct gp_md_notes notes = { .text = text };
	struct note_search s = {
		.a = a,
		.text = text,
		.notes = &notes,
		.by_label = { .arena = a },
	};

	if (gp_str_find(text, GP_STR("[^"), 0) == text.n &&
	    gp_str_find(text, GP_STR("^["), 0) == text.n)
		return notes;
	find_all(&s);
	settle(&s);
	if (notes.n == 0)
		return notes;
	number_notes(&s);
	write_all(&s);
	return notes;
}
