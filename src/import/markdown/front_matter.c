/*
 * Says which keys mean what, and believes them; whether a date is one is for
 * normalise/ to say.
 */
#include "import/markdown/front_matter.h"

#include "base/diag.h"
#include "base/limits.h"
#include "config/packvalue.h"
#include "import/markdown/plain_matter.h"
#include "import/markdown/toml_matter.h"

struct meaning {
	const char *keys; /* spaces around each */
	enum gp_claim_kind kind;
	bool modified; /* of a date */
	bool many;     /* a list is that many claims */
	char parted;   /* by this in one text, or 0 */
};

struct matter {
	struct gp_draft *draft;
	const char *name;
	struct gp_diag *diag;
	struct gp_taker taker;
};

static const struct meaning meanings[14];

/* JSON is YAML: an object between two lines of a brace each, as Hugo writes
   it. */
static bool
begins_object(struct gp_str text)
{
	struct gp_str brace;

	(void)gp_str_split(&text, '\n', &brace);
	text = gp_str_trim(text);
	return gp_str_eq(gp_str_trim(brace), GP_STR("{")) && text.n &&
	       text.p[0] == '"';
}

static size_t
find_brace(struct gp_str text, struct gp_str *inside)
{
	struct gp_str rest = text, line;
	size_t n = 0;

	while (rest.n && gp_str_split(&rest, '\n', &line)) {
		n++;
		if (line.n == 0 || line.p[0] != '}' ||
		    !gp_str_eq(gp_str_trim(line), GP_STR("}")))
			continue;
		*inside =
			gp_str_sub(text, 0, (size_t)(line.p - text.p) + line.n);
		return n;
	}
	return 0;
}

/* What opens front matter closes it; YAML has one more way to end. */
static bool
is_mark(struct gp_str line, char mark, bool closing)
{
	char marks[3] = { mark, mark, mark };

	line = gp_str_trim(line);
	return gp_str_eq(line, (struct gp_str){ marks, 3 }) ||
	       (closing && mark == '-' && gp_str_eq(line, GP_STR("...")));
}

/* The lines of front matter, its closing mark too; 0 when there is none.
   `*inside`: from the mark that opens it on. */
static size_t
find_end(struct gp_str text, struct gp_str *inside)
{
	struct gp_str rest = text, line;
	char mark = text.n ? text.p[0] : '\0';
	size_t n = 1;

	if (begins_object(text))
		return find_brace(text, inside);
	if ((mark != '-' && mark != '+') || !gp_str_split(&rest, '\n', &line) ||
	    !is_mark(line, mark, false))
		return 0;
	while (gp_str_split(&rest, '\n', &line)) {
		n++;
		if (!is_mark(line, mark, true) || line.p[0] == ' ')
			continue;
		*inside = gp_str_sub(text, 0, (size_t)(line.p - text.p));
		return n;
	}
	return 0;
}

static const struct meaning *
find_meaning(struct gp_str key)
{
	const struct meaning *m;
	struct gp_str keys, word;

	for (m = meanings; m->keys; m++) {
		keys = gp_str(m->keys);
		while (gp_str_word(&keys, &word))
			if (gp_str_eq_nocase(word, key))
				return m;
	}
	return NULL;
}

static void
add_matter_claim(struct matter *m, const struct meaning *what,
                 struct gp_str value, const struct gp_yaml *v)
{
	struct gp_claim *c =
		gp_draft_claim(m->draft, what->kind, GP_SAID_BY_FILE, value,
	                       GP_STR("front matter"), v->key_line);

	if (c)
		c->modified = what->modified;
}

static void
complain(struct matter *m, const struct gp_yaml *v, const char *what)
{
	gp_diag_add(m->diag, GP_WARNING, "front-matter", m->name, v->line,
	            "`%.*s` is %s and is not used", GP_ARG(gp_shown(v->key)),
	            what);
}

/* One line, its parts apart where several texts may stand in one. */
static bool
take_text(struct matter *m, const struct meaning *what, const struct gp_yaml *v,
          const struct gp_yaml *at)
{
	struct gp_str text, part;

	if (gp_str_trim(v->text).n == 0)
		return true;
	if (!gp_take_line(&m->taker, v, &text))
		return false;
	if (!what->parted) {
		add_matter_claim(m, what, text, at);
		return true;
	}
	while (gp_str_split(&text, what->parted, &part))
		add_matter_claim(m, what, part, at);
	return true;
}

/* An author may be a group of keys with a name among them. */
static const struct gp_yaml *
name_in(const struct gp_yaml *map)
{
	const struct gp_yaml *c;

	for (c = map->first; c; c = c->next)
		if (c->kind == GP_YAML_TEXT &&
		    gp_str_eq(c->key, GP_STR("name")))
			return c;
	return NULL;
}

static bool
take_value(struct matter *m, const struct meaning *what,
           const struct gp_yaml *v, const struct gp_yaml *at)
{
	const struct gp_yaml *name;

	if (v->kind == GP_YAML_EMPTY)
		return true;
	if (v->kind == GP_YAML_TEXT)
		return take_text(m, what, v, at);
	name = what->many && v->kind == GP_YAML_MAP ? name_in(v) : NULL;
	if (name)
		return take_text(m, what, name, at);
	complain(m, at, gp_yaml_what(v));
	return true;
}

static bool
take_key(struct matter *m, const struct gp_yaml *v)
{
	const struct meaning *what = find_meaning(v->key);
	const struct gp_yaml *c;

	if (!what) {
		gp_diag_add(m->diag, GP_NOTE, "front-matter", m->name,
		            v->key_line, "`%.*s` means nothing to govpub",
		            GP_ARG(gp_shown(v->key)));
		return true;
	}
	if (v->kind != GP_YAML_LIST || !what->many)
		return take_value(m, what, v, v);
	for (c = v->first; c; c = c->next)
		if (!take_value(m, what, c, v))
			return false;
	return true;
}

static bool
read_tree(struct matter *m, struct gp_str text, struct gp_yaml **root,
          struct gp_err *e)
{
	struct gp_str mark;

	if (text.p[0] != '+')
		return gp_yaml_parse(m->taker.arena, m->name, text, root, e);
	(void)gp_str_split(&text, '\n', &mark);
	*root = gp_toml_read(m->taker.arena, m->name, text, 2, m->diag);
	return gp_arena_ok(m->taker.arena, e);
}

static bool
take_keys(struct matter *m, const struct gp_yaml *root)
{
	const struct gp_yaml *v;

	for (v = root->first; v; v = v->next)
		if (!take_key(m, v))
			return false;
	return true;
}

/* A text between two rules is no front matter. */
static bool
take_all(struct matter *m, struct gp_str text, size_t *lines, struct gp_err *e)
{
	struct gp_str inside = GP_STR("");
	struct gp_yaml *root = NULL;

	*lines = find_end(text, &inside);
	if (*lines && !read_tree(m, inside, &root, e))
		return false;
	if (*lines == 0)
		root = gp_plain_matter(m->taker.arena, text, lines);
	if (!root || root->kind != GP_YAML_MAP)
		*lines = 0;
	else if (!take_keys(m, root))
		return false;
	return gp_arena_ok(m->taker.arena, e) &&
	       gp_arena_ok(m->draft->arena, e);
}

bool
gp_front_matter(struct gp_draft *draft, const char *name, struct gp_str text,
                size_t *lines, struct gp_diag *d, struct gp_err *e)
{
	struct matter m = { .draft = draft, .name = name, .diag = d };
	bool ok;

	*lines = 0;
	m.taker = (struct gp_taker){ .path = name, .e = e };
	m.taker.arena = gp_arena_new(GP_MAX_PACK_ARENA);
	if (!m.taker.arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	ok = take_all(&m, text, lines, e);
	gp_arena_free(m.taker.arena);
	return ok;
}

static const struct meaning meanings[] = {
	{ "title headline", GP_CLAIM_TITLE, false, false, 0 },
	{ "standfirst subtitle description summary excerpt",
	  GP_CLAIM_STANDFIRST, false, false, 0 },
	{ "date published pubdate", GP_CLAIM_DATE, false, false, 0 },
	{ "updated modified lastmod", GP_CLAIM_DATE, true, false, 0 },
	{ "author authors byline by", GP_CLAIM_BYLINE, false, true, 0 },
	{ "source publisher publication", GP_CLAIM_SOURCE, false, false, 0 },
	{ "url canonical canonical_url link", GP_CLAIM_URL, false, false, 0 },
	{ "lang language", GP_CLAIM_LANG, false, false, 0 },
	{ "section category", GP_CLAIM_SECTION, false, false, 0 },
	{ "tags keywords categories", GP_CLAIM_TAG, false, true, ',' },
	{ "embargo embargoed embargo_until embargo-until embargoed_until "
	  "embargoed-until embargodate embargo_date sperrfrist",
	  GP_CLAIM_EMBARGO, false, false, 0 },
	{ "id guid", GP_CLAIM_ID, false, false, 0 },
	{ "marking protective-marking protective_marking", GP_CLAIM_MARKING,
	  false, false, 0 },
	{ .keys = NULL },
};
