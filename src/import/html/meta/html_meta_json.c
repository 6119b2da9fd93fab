/* JSON-LD: the article among the things that a page's scripts describe.
   Vocabulary: schema.org.  Scripts with faults are read as far as they can
   be: line breaks inside strings, comments round the whole, a last comma.
   Claims are noted, none is preferred. */
#include "import/html/meta/html_meta_parts.h"

#include "base/limits.h"
#include "base/text/uri.h"

#include <jansson.h>
#include <string.h>

enum {
	MOST_THINGS = 400,
	MOST_NAMES = 30,
	CDATA_WITHIN = 40,
	TITLE_WORDS = 2, /* of some length, in a title that may be compared */
};

struct things {
	const json_t *all[MOST_THINGS];
	unsigned lines[MOST_THINGS];
	size_t n;
};

/* What may be inside a thing and is about the same page. */
static const char *const holders[] = { "@graph", "mainEntity",
	                               "mainEntityOfPage", NULL };

/* ---- reading ---- */

static struct gp_str
string_of(const json_t *value)
{
	return json_is_string(value)
	               ? (struct gp_str){ json_string_value(value),
		                          json_string_length(value) }
	               : GP_STR("");
}

static struct gp_str
field(const json_t *thing, const char *name)
{
	const json_t *value = json_object_get(thing, name);

	if (json_is_array(value))
		value = json_array_get(value, 0);
	return string_of(value);
}

static bool
is_open(char c)
{
	return c == '{' || c == '[';
}

static bool
is_close(char c)
{
	return c == '}' || c == ']';
}

/* What stands round the JSON in the habit of old pages: comments, and
   "//<![CDATA[ ... //]]>", which has brackets too. */
static struct gp_str
core(struct gp_str s)
{
	static const struct gp_str open = { "[CDATA[", 7 },
				   close = { "]]>", 3 };
	size_t from = gp_str_find(s, open, 0), to = s.n;

	from = from < s.n && from < CDATA_WITHIN ? from + open.n : 0;
	while (from < to && !is_open(s.p[from]))
		from++;
	while (to > from && (s.p[to - 1] == '>' || !is_close(s.p[to - 1])))
		to--;
	if (to > from + 2 && gp_str_starts(gp_str_sub(s, to - 2, s.n), close))
		to -= 2;
	while (to > from && !is_close(s.p[to - 1]))
		to--;
	return gp_str_sub(s, from, to);
}

/* Control characters become spaces, a comma before a bracket goes. */
static void
mend(struct gp_str s, struct gp_buf *out)
{
	bool quoted = false;
	size_t i, k;

	for (i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (c == '\\' && quoted && i + 1 < s.n) {
			gp_buf_put(out, s.p + i, 2);
			i++;
			continue;
		}
		quoted ^= c == '"';
		for (k = i + 1; c == ',' && k < s.n && gp_is_space(s.p[k]);)
			k++;
		if (c == ',' && !quoted && k < s.n &&
		    (s.p[k] == '}' || s.p[k] == ']'))
			continue;
		gp_buf_putc(out, (unsigned char)c < 0x20 ? ' ' : c);
	}
}

static json_t *
read_script(struct gp_html_claims *p, uint32_t script)
{
	struct gp_buf mended = { .max = GP_MAX_JSON_BYTES + 1 };
	uint32_t text = gp_flat_first(p->flat, script);
	struct gp_str s =
		text == GP_FLAT_NONE ? GP_STR("") : gp_flat_text(p->flat, text);
	unsigned line = p->flat->nodes[script].line;
	json_error_t error;
	json_t *root = NULL;

	s = core(s);
	if (s.n == 0)
		return NULL;
	if (s.n > GP_MAX_JSON_BYTES) {
		gp_diag_add(p->diag, GP_WARNING, "json-ld-large", p->html->name,
		            line,
		            "a script of JSON-LD over %zu KiB is not read",
		            GP_MAX_JSON_BYTES / GP_KIB);
		return NULL;
	}
	mend(s, &mended);
	if (mended.failed == GP_OK)
		root = json_loadb(mended.data, mended.len,
		                  JSON_DISABLE_EOF_CHECK, &error);
	gp_buf_free(&mended);
	if (!root)
		gp_diag_add(p->diag, GP_WARNING, "json-ld-broken",
		            p->html->name, line,
		            "this script of JSON-LD cannot be read");
	return root;
}

/* ---- the things in it ---- */

static void
push(struct things *t, const json_t *value, unsigned line)
{
	size_t i;

	if (json_is_object(value) && t->n < MOST_THINGS) {
		t->all[t->n] = value;
		t->lines[t->n++] = line;
	}
	for (i = 0; json_is_array(value) && i < json_array_size(value); i++) {
		const json_t *inner = json_array_get(value, i);

		if (json_is_object(inner) && t->n < MOST_THINGS) {
			t->all[t->n] = inner;
			t->lines[t->n++] = line;
		}
	}
}

/* The list grows while it is read. */
static void
collect(struct things *t, const json_t *root, unsigned line)
{
	size_t i = t->n, k;

	push(t, root, line);
	for (; i < t->n; i++)
		for (k = 0; holders[k]; k++)
			push(t, json_object_get(t->all[i], holders[k]), line);
}

static bool
type_ends(const json_t *type, struct gp_str end)
{
	return gp_str_ends(string_of(type), end);
}

static bool
is_article_type(const json_t *type)
{
	return type_ends(type, GP_STR("Article")) ||
	       type_ends(type, GP_STR("BlogPosting")) ||
	       type_ends(type, GP_STR("MediaPosting")) ||
	       type_ends(type, GP_STR("ForumPosting")) ||
	       type_ends(type, GP_STR("Report")) ||
	       type_ends(type, GP_STR("Recipe")) ||
	       type_ends(type, GP_STR("LiveBlog"));
}

static bool
has_type(const json_t *thing, bool (*is)(const json_t *))
{
	const json_t *type = json_object_get(thing, "@type");
	size_t i;

	for (i = 0; json_is_array(type) && i < json_array_size(type); i++)
		if (is(json_array_get(type, i)))
			return true;
	return is(type);
}

/* A post in a forum and a question there, but none of a page of help, which
   nobody signs. */
static bool
is_post_type(const json_t *type)
{
	return type_ends(type, GP_STR("ForumPosting")) ||
	       type_ends(type, GP_STR("SocialMediaPosting")) ||
	       type_ends(type, GP_STR("Question"));
}

static bool
is_article(const json_t *thing)
{
	return has_type(thing, is_article_type) ||
	       (has_type(thing, is_post_type) &&
	        json_object_get(thing, "author"));
}

static bool
is_organisation_type(const json_t *type)
{
	return type_ends(type, GP_STR("Organization")) ||
	       type_ends(type, GP_STR("Corporation")) ||
	       type_ends(type, GP_STR("WebSite"));
}

static bool
is_person_type(const json_t *type)
{
	return type_ends(type, GP_STR("Person"));
}

/* {"@id": "#jane"}: the thing of that name, which may say more. */
static const json_t *
resolve(const struct things *t, const json_t *thing)
{
	struct gp_str id = field(thing, "@id");
	size_t i;

	if (id.n == 0 || json_object_get(thing, "name"))
		return thing;
	for (i = 0; i < t->n; i++)
		if (json_object_get(t->all[i], "name") &&
		    gp_str_eq(field(t->all[i], "@id"), id))
			return t->all[i];
	return thing;
}

/* ---- claims ---- */

static struct gp_claim *
say(struct gp_html_claims *p, enum gp_claim_kind kind, struct gp_str value,
    const char *from, unsigned line)
{
	struct gp_claim *c = gp_meta_claim(p, kind, GP_SAID_IN_DATA, value,
	                                   gp_str(from), line);

	if (c)
		c->in_article = true;
	return c;
}

static void
say_name(struct gp_html_claims *p, const struct things *t, const json_t *who,
         enum gp_claim_kind kind, const char *from, unsigned line)
{
	struct gp_claim *c;
	const json_t *name;
	size_t i;

	if (json_is_string(who)) {
		(void)say(p, kind, string_of(who), from, line);
		return;
	}
	who = resolve(t, who);
	name = json_object_get(who, "name");
	for (i = 0;
	     json_is_array(name) && i < json_array_size(name) && i < MOST_NAMES;
	     i++)
		(void)say(p, kind, string_of(json_array_get(name, i)), from,
		          line);
	c = say(p, kind, string_of(name), from, line);
	if (c) {
		c->organisation = has_type(who, is_organisation_type);
		c->person = has_type(who, is_person_type);
	}
}

static void
say_names(struct gp_html_claims *p, const struct things *t, const json_t *who,
          enum gp_claim_kind kind, const char *from, unsigned line)
{
	size_t i;

	if (!json_is_array(who))
		say_name(p, t, who, kind, from, line);
	for (i = 0;
	     json_is_array(who) && i < json_array_size(who) && i < MOST_NAMES;
	     i++)
		say_name(p, t, json_array_get(who, i), kind, from, line);
}

/* false, "False", or "http://schema.org/False". */
static bool
is_no(const json_t *value)
{
	struct gp_str s = string_of(value);

	return json_is_false(value) ||
	       gp_str_eq_nocase(gp_str_sub(s, s.n < 5 ? 0 : s.n - 5, s.n),
	                        GP_STR("false"));
}

/* The text of another article, by a headline that has less than half of its
   words in common with what the page is called, is none of the page. */
static bool
is_body_of_page(struct gp_html_claims *p, const json_t *a)
{
	size_t shared, words;

	if (!gp_meta_shares_title(p, field(a, "headline"), &shared, &words))
		return true;
	return shared * 2 >= words;
}

static void
say_article(struct gp_html_claims *p, const struct things *t, size_t i)
{
	const json_t *a = t->all[i];
	unsigned line = t->lines[i];
	struct gp_str title = field(a, "headline");
	bool is_own = is_body_of_page(p, a);
	struct gp_claim *c;

	if (title.n == 0)
		title = field(a, "name");
	(void)say(p, GP_CLAIM_TITLE, title, "json-ld headline", line);
	gp_meta_called(p, title);
	(void)say(p, GP_CLAIM_STANDFIRST, field(a, "description"),
	          "json-ld description", line);
	say_names(p, t, json_object_get(a, "author"), GP_CLAIM_BYLINE,
	          "json-ld author", line);
	if (!json_object_get(a, "author"))
		say_names(p, t, json_object_get(a, "creator"), GP_CLAIM_BYLINE,
		          "json-ld creator", line);
	(void)say(p, GP_CLAIM_DATE, field(a, "datePublished"),
	          "json-ld datePublished", line);
	if (field(a, "datePublished").n == 0)
		(void)say(p, GP_CLAIM_DATE, field(a, "dateCreated"),
		          "json-ld dateCreated", line);
	c = say(p, GP_CLAIM_DATE, field(a, "dateModified"),
	        "json-ld dateModified", line);
	if (c)
		c->modified = true;
	say_names(p, t, json_object_get(a, "publisher"), GP_CLAIM_SOURCE,
	          "json-ld publisher", line);
	(void)say(p, GP_CLAIM_URL, field(a, "url"), "json-ld url", line);
	(void)say(p, GP_CLAIM_LANG, field(a, "inLanguage"),
	          "json-ld inLanguage", line);
	p->draft->is_paid |= is_no(json_object_get(a, "isAccessibleForFree"));
	if (is_own)
		p->html->article_body =
			gp_arena_str(p->draft->arena, field(a, "articleBody"));
}

/* ---- which of them ---- */

/* The part of an address behind the host, or all of it. */
static bool
same_page(struct gp_str a, struct gp_str b)
{
	size_t hash = gp_str_find(a, GP_STR("#"), 0);

	a = gp_str_sub(a, 0, hash);
	return a.n > 0 && gp_str_eq(a, b);
}

static bool
is_of_page(const struct gp_html_claims *p, const json_t *a)
{
	const json_t *of = json_object_get(a, "mainEntityOfPage");
	struct gp_str title = field(a, "headline");

	return same_page(field(a, "url"), p->canonical) ||
	       same_page(field(a, "@id"), p->canonical) ||
	       same_page(string_of(of), p->canonical) ||
	       same_page(field(of, "@id"), p->canonical) ||
	       gp_meta_is_called(p, title);
}

/* The path of an address without what stands behind it; "" for that of a
   home page. */
static struct gp_str
path_of(struct gp_str url)
{
	size_t scheme = gp_web_scheme(url), i;

	url = gp_str_sub(url, scheme + gp_web_authority(url).n, url.n);
	for (i = 0; i < url.n && url.p[i] != '?' && url.p[i] != '#';)
		i++;
	url = gp_str_sub(url, 0, i);
	while (gp_str_ends(url, GP_STR("/")))
		url = gp_str_sub(url, 0, url.n - 1);
	return url;
}

/* Both name a page, and not the same one. */
static bool
is_other_page(struct gp_str a, struct gp_str b)
{
	a = path_of(a);
	b = path_of(b);
	return a.n > 1 && b.n > 1 && !gp_str_ends(a, b) && !gp_str_ends(b, a);
}

/* Says of itself that it is another page than this one. */
static bool
names_other_page(const struct gp_html_claims *p, const json_t *a)
{
	const json_t *of = json_object_get(a, "mainEntityOfPage");
	struct gp_str urls[] = { field(a, "url"), string_of(of),
		                 field(of, "@id") };
	struct gp_str own = p->canonical.n ? p->canonical : p->html->given_url;
	size_t i;

	for (i = 0; i < sizeof urls / sizeof urls[0]; i++)
		if (is_other_page(urls[i], own))
			return true;
	return false;
}

/* A single article in a page may be a teaser of another: it is called by no
   word that the page is called by, or by few and says where it stands. */
static bool
is_of_other(struct gp_html_claims *p, const json_t *a)
{
	size_t shared, words;

	if (gp_meta_shares_title(p, field(a, "headline"), &shared, &words))
		return words >= TITLE_WORDS &&
		       (shared == 0 ||
		        (shared * 2 < words && names_other_page(p, a)));
	return false;
}

static bool
is_product_type(const json_t *type)
{
	return type_ends(type, GP_STR("Product")) ||
	       type_ends(type, GP_STR("ProductGroup"));
}

/* Where no article is described, the page itself may bear a date. */
static void
say_page(struct gp_html_claims *p, const struct things *t)
{
	struct gp_claim *c;
	size_t i;

	for (i = 0; i < t->n; i++)
		p->is_standing |= has_type(t->all[i], is_product_type);
	for (i = 0; i < t->n && !p->is_standing; i++) {
		if (field(t->all[i], "datePublished").n == 0 ||
		    !is_of_page(p, t->all[i]))
			continue;
		c = gp_meta_claim(p, GP_CLAIM_DATE, GP_SAID_NEARBY,
		                  field(t->all[i], "datePublished"),
		                  GP_STR("json-ld of the page"), t->lines[i]);
		if (c)
			c->in_article = true;
		return;
	}
}

static void
say_best(struct gp_html_claims *p, const struct things *t)
{
	size_t i, n = 0, only = 0;

	for (i = 0; i < t->n; i++) {
		if (!is_article(t->all[i]))
			continue;
		if (is_of_page(p, t->all[i])) {
			say_article(p, t, i);
			return;
		}
		only = i;
		n++;
	}
	/* More than one, and none is this page: a list of others. */
	if (n == 1 && !is_of_other(p, t->all[only]))
		say_article(p, t, only);
	else
		say_page(p, t);
}

void
gp_meta_json(struct gp_html_claims *p)
{
	struct things *t = gp_arena_alloc(p->draft->arena, sizeof *t);
	json_t *roots[GP_META_TITLES] = { NULL };
	size_t i;

	if (!t || p->n_scripts == 0)
		return;
	for (i = 0; i < p->n_scripts; i++) {
		roots[i] = read_script(p, p->scripts[i]);
		collect(t, roots[i], p->flat->nodes[p->scripts[i]].line);
	}
	say_best(p, t);
	for (i = 0; i < p->n_scripts; i++)
		json_decref(roots[i]);
}
