/* Knows bytes, references and the stack of what is open, and nothing of the
   grammar of tags. */
#include "import/feed/feed_mending.h"

#include "base/entity.h"
#include "base/utf8.h"
#include "base/text/decode.h"

/* ---- slips ---- */

unsigned
gp_mend_line(struct gp_mending *m)
{
	for (; m->counted < m->i && m->counted < m->s.n; m->counted++)
		m->line += m->s.p[m->counted] == '\n';
	return m->line;
}

void
gp_mend_slip(struct gp_mending *m, const char *what)
{
	if (m->out->slips++ > 0)
		return;
	m->out->first = what;
	m->out->line = gp_mend_line(m);
}

/* ---- what is copied ---- */

bool
gp_mend_begins(const struct gp_mending *m, size_t i, struct gp_str what)
{
	return gp_str_starts(gp_str_sub(m->s, i, i + what.n), what);
}

void
gp_mend_copy(struct gp_mending *m, size_t from, size_t end)
{
	gp_buf_str(&m->out->text, gp_str_sub(m->s, from, end));
}

/* Goes to `end` without a word, but no line shall move. */
void
gp_mend_pass(struct gp_mending *m, size_t end)
{
	for (; m->i < end && m->i < m->s.n; m->i++)
		if (m->s.p[m->i] == '\n')
			gp_buf_putc(&m->out->text, '\n');
}

/* ---- references ---- */

static bool
is_of_xml(struct gp_str name)
{
	static const char *const names[] = { "&amp;", "&lt;", "&gt;", "&quot;",
		                             "&apos;" };
	size_t i;

	for (i = 0; i < sizeof names / sizeof *names; i++)
		if (gp_str_eq(name, gp_str(names[i])))
			return true;
	return false;
}

/* XML has fewer characters than numbers. */
static void
put_number(struct gp_mending *m, const struct gp_ref *ref)
{
	unsigned char first = (unsigned char)ref->text[0];
	struct gp_str text = { ref->text, ref->n };
	size_t at = 0;

	if (ref->n == 1 &&
	    (first >= 0x20 || first == '\t' || first == '\n' || first == '\r'))
		gp_mend_copy(m, m->i, m->i + ref->size);
	else if (ref->n < 2 || gp_is_noncharacter(gp_utf8_next(text, &at)))
		gp_mend_slip(m, "a number of no character");
	else
		gp_buf_str(&m->out->text, text);
}

void
gp_mend_reference(struct gp_mending *m)
{
	struct gp_ref ref;
	struct gp_str name;

	if (!gp_ref_at(m->s, m->i, false, &ref) ||
	    m->s.p[m->i + ref.size - 1] != ';') {
		gp_mend_slip(m, "an '&' that begins no reference");
		gp_buf_puts(&m->out->text, "&amp;");
		m->i++;
		return;
	}
	name = gp_str_sub(m->s, m->i, m->i + ref.size);
	if (name.p[1] == '#') {
		put_number(m, &ref);
	} else if (is_of_xml(name)) {
		gp_mend_copy(m, m->i, m->i + ref.size);
	} else {
		gp_mend_slip(m, "a name that is HTML's");
		gp_ref_escape((struct gp_str){ ref.text, ref.n },
		              &m->out->text);
	}
	m->i += ref.size;
}

/* ---- marks ---- */

void
gp_mend_angle(struct gp_mending *m)
{
	gp_mend_slip(m, "a '<' that begins no tag");
	gp_buf_puts(&m->out->text, "&lt;");
	m->i++;
}

static void
close_last(struct gp_mending *m)
{
	m->n--;
	if (m->entry > m->n)
		m->entry = 0;
}

void
gp_mend_put_end(struct gp_mending *m)
{
	gp_buf_puts(&m->out->text, "</");
	gp_buf_str(&m->out->text, m->open[m->n - 1]);
	gp_buf_putc(&m->out->text, '>');
	close_last(m);
}
