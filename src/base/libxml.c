/* libxml2 is set up once in the life of the process, before two threads can
   both try to.  A document is measured in one pass from markup to markup; what
   has no end reaches to the end of it, so that nothing is passed twice.  What
   is parsed is not known here, and nothing is freed. */
#include "base/libxml.h"

#include <libxml/parser.h>
#include <pthread.h>

/* ---- measuring ---- */

struct measuring {
	struct gp_str s;
	size_t at;
	struct gp_xml_size size;
};

static bool
stands(const struct measuring *m, struct gp_str what)
{
	return gp_str_starts(gp_str_sub(m->s, m->at, m->s.n), what);
}

/* Behind the next `end`. */
static void
pass(struct measuring *m, struct gp_str end)
{
	size_t at = gp_str_find(m->s, end, m->at);

	m->at = at < m->s.n ? at + end.n : at;
}

/* Behind the quotation that begins here. */
static void
pass_quoted(struct measuring *m)
{
	struct gp_str quote = gp_str_sub(m->s, m->at, m->at + 1);

	m->at++;
	pass(m, quote);
}

/* A tag or a DOCTYPE to its '>': how many '=' are in it, and whether the
   declarations of a DOCTYPE begin. */
static size_t
pass_tag(struct measuring *m, bool *declares)
{
	size_t equals = 0;

	while (m->at < m->s.n && m->s.p[m->at] != '>') {
		if (m->s.p[m->at] == '"' || m->s.p[m->at] == '\'') {
			pass_quoted(m);
			continue;
		}
		equals += m->s.p[m->at] == '=';
		*declares |= m->s.p[m->at] == '[';
		m->at++;
	}
	m->at += m->at < m->s.n;
	return equals;
}

static void
pass_markup(struct measuring *m)
{
	size_t attributes;
	bool bracket = false;

	m->size.nodes += !stands(m, GP_STR("</"));
	if (stands(m, GP_STR("<!--"))) {
		m->at += 4;
		pass(m, GP_STR("-->"));
	} else if (stands(m, GP_STR("<![CDATA["))) {
		pass(m, GP_STR("]]>"));
	} else if (stands(m, GP_STR("<?"))) {
		pass(m, GP_STR("?>"));
	} else if (stands(m, GP_STR("<!"))) {
		(void)pass_tag(m, &m->size.declares);
	} else {
		attributes = pass_tag(m, &bracket);
		m->size.nodes += 2 * attributes;
		if (attributes > m->size.attributes)
			m->size.attributes = attributes;
	}
}

struct gp_xml_size
gp_xml_measure(struct gp_str xml)
{
	struct measuring m = { .s = xml };

	while (m.at < xml.n) {
		if (xml.p[m.at] == '<') {
			pass_markup(&m);
		} else {
			m.size.nodes++;
			m.at = gp_str_find(xml, GP_STR("<"), m.at);
		}
	}
	return m.size;
}

/* ---- the beginning ---- */

void
gp_libxml_begin(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;

	(void)pthread_once(&once, xmlInitParser);
}
