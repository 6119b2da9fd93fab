/* Which element holds which.  What is left open is closed where what cannot
   stand in it begins; only a feed that does not close what it opens is judged
   so, since a whole one may hold any elements. */
#include "import/feed/feed_mend_tags.h"

#include "import/feed/feed_mend_attributes.h"
#include "import/feed/feed_mend_names.h"

/* ---- names ---- */

static struct gp_str
local_name(struct gp_str name)
{
	size_t colon = gp_str_find(name, GP_STR(":"), 0);

	return colon < name.n ? gp_str_sub(name, colon + 1, name.n) : name;
}

static bool
is_entry(struct gp_str name)
{
	name = local_name(name);
	return gp_str_eq(name, GP_STR("item")) ||
	       gp_str_eq(name, GP_STR("entry"));
}

/* The feed's own elements stand outside of entries and right in them. */
static struct gp_str
name_here(struct gp_mending *m, struct gp_str name)
{
	struct gp_str own = gp_mend_name(name);

	if ((m->entry > 0 && m->n > m->entry) || gp_str_eq(name, own))
		return name;
	gp_mend_slip(m, "a name in other letters than a feed's");
	return own;
}

/* ---- ends ---- */

static void
close_down_to(struct gp_mending *m, size_t n)
{
	while (m->n > n)
		gp_mend_put_end(m);
}

/* How many are open with the one of that name, in whatever letters; 0: none
   is. */
static size_t
find_open(const struct gp_mending *m, struct gp_str name)
{
	size_t at = m->n;

	while (at > 0 && !gp_str_eq_nocase(m->open[at - 1], name))
		at--;
	return at;
}

void
gp_mend_end(struct gp_mending *m)
{
	size_t from = m->i + 2, end = gp_mend_name_end(m->s, from), at;
	struct gp_str name = gp_str_sub(m->s, from, end);

	at = find_open(m, name);
	if (at == 0)
		gp_mend_slip(m, "the end of an element that has not begun");
	else if (at < m->n)
		gp_mend_slip(m, "an element that does not end");
	else if (!gp_str_eq(m->open[at - 1], name))
		gp_mend_slip(m, "an end in other letters than its beginning");
	m->is_unbalanced |= at < m->n;
	if (at > 0)
		close_down_to(m, at - 1);
	for (from = end; from < m->s.n && gp_is_space(m->s.p[from]);)
		from++;
	if (gp_mend_begins(m, from, GP_STR(">"))) {
		gp_mend_pass(m, from + 1);
		return;
	}
	/* Words of the text stand in the place of its '>'. */
	gp_mend_slip(m, "an end tag that does not end");
	gp_mend_pass(m, end);
}

/* ---- beginnings ---- */

/* An element that holds nothing and is not closed, though it looks open. */
static bool
is_void(const struct gp_mending *m, struct gp_str name, size_t behind)
{
	struct gp_str end;
	size_t i = behind;

	if (!gp_mend_is_empty(name))
		return false;
	while (i < m->s.n && gp_is_space(m->s.p[i]))
		i++;
	end = gp_str_sub(m->s, i + 2, i + 2 + name.n);
	return !(gp_mend_begins(m, i, GP_STR("</")) &&
	         gp_str_eq_nocase(end, name));
}

/* What opens an entry: in another one's place it ends that. */
static void
note_entry(struct gp_mending *m, struct gp_str name)
{
	if (!is_entry(name))
		return;
	if (m->entry > 0 && gp_str_eq(m->open[m->entry - 1], name) &&
	    (m->entry == m->n || m->guesses)) {
		gp_mend_slip(m, "an entry that does not end");
		close_down_to(m, m->entry - 1);
	}
	if (m->entry == 0) {
		m->entry = m->n + 1;
		m->entry_at = m->out->text.len;
		m->entry_line = gp_mend_line(m);
	}
}

/* The field of the entry that is open, when `name` cannot be in it. */
static void
end_field(struct gp_mending *m, struct gp_str name)
{
	if (m->guesses && m->entry > 0 && m->n > m->entry &&
	    gp_mend_ends(m->open[m->entry], name)) {
		gp_mend_slip(m, "an element that does not end");
		close_down_to(m, m->entry);
	}
}

void
gp_mend_start(struct gp_mending *m, size_t end)
{
	size_t from = m->i + 1, to = gp_mend_name_end(m->s, from);
	struct gp_str name = gp_str_sub(m->s, from, to);
	bool is_empty = m->s.p[end - 1] == '/' && end > to;

	end_field(m, name);
	name = name_here(m, name);
	note_entry(m, name);
	gp_buf_putc(&m->out->text, '<');
	gp_buf_str(&m->out->text, name);
	m->i = to;
	gp_mend_attributes(m, end - is_empty);
	if (!is_empty && is_void(m, name, end + 1)) {
		gp_mend_slip(m, "an element that does not end");
		is_empty = true;
	}
	gp_buf_puts(&m->out->text, is_empty ? "/>" : ">");
	m->i = end + 1;
	m->has_root = true;
	if (!is_empty)
		m->open[m->n++] = name;
	else if (m->entry > m->n)
		m->entry = 0;
}
