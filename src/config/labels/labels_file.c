/* Keys are looked for behind the one before, since files have them in the order
   of the table, and then in all of it.  Neither a translation nor a hole in a
   pattern is judged. */
#include "config/labels/labels_file.h"

#include "base/limits.h"
#include "base/text/lang.h"
#include "config/yamlkeys.h"

struct labels_reader {
	struct gp_taker taker;
	struct gp_labels *out;
	size_t next; /* the word to expect */
};

static bool
take_words(struct labels_reader *r, const struct gp_yaml *v, struct gp_str *out)
{
	if (v->kind != GP_YAML_TEXT || v->text.n == 0)
		return gp_taker_fault(&r->taker, v,
		                      "a word is needed here, not %s",
		                      gp_yaml_what(v));
	*out = gp_arena_str(r->taker.arena, v->text);
	return true;
}

/* ---- forms ---- */

static bool
find_category(struct labels_reader *r, const struct gp_yaml *v,
              enum gp_plural *out)
{
	struct gp_str lang = r->out->lang;
	enum gp_plural c = GP_PLURAL_ZERO;

	while (c < GP_PLURALS && !gp_str_eq(v->key, gp_str(gp_plural_name(c))))
		c++;
	*out = c;
	return (c < GP_PLURALS &&
	        (c == GP_PLURAL_OTHER || gp_plural_is_used(lang, c))) ||
	       gp_taker_fault(&r->taker, v,
	                      "numbers of `%.*s` have no form `%.*s`",
	                      GP_ARG(lang), GP_ARG(v->key));
}

static bool
take_forms(struct labels_reader *r, const struct gp_yaml *v, size_t word)
{
	struct gp_label *row = &r->out->rows[word];
	struct gp_str *forms =
		gp_arena_array(r->taker.arena, GP_PLURALS, sizeof *forms);
	const struct gp_yaml *c;
	enum gp_plural category;

	if (!forms)
		return gp_arena_ok(r->taker.arena, r->taker.e);
	for (c = v->first; c; c = c->next)
		if (!find_category(r, c, &category) ||
		    !take_words(r, c, &forms[category]))
			return false;
	row->text = forms[GP_PLURAL_OTHER];
	row->forms = forms;
	return row->text.n ||
	       gp_taker_fault(&r->taker, v, "the form `other` is missing");
}

/* ---- rows ---- */

static bool
is_key(size_t word, struct gp_str key)
{
	return gp_str_eq(key, gp_str(gp_word_key((enum gp_word)word)));
}

/* GP_W_COUNT for none. */
static size_t
find_word(struct labels_reader *r, struct gp_str key)
{
	size_t i;

	if (r->next < GP_W_COUNT && is_key(r->next, key))
		return r->next;
	for (i = 0; i < GP_W_COUNT && !is_key(i, key); i++)
		continue;
	return i;
}

/* The words that share a key, one behind the other. */
static bool
take_list(struct labels_reader *r, const struct gp_yaml *v, size_t word)
{
	const struct gp_yaml *c;

	for (c = v->first; c; c = c->next, word++)
		if (word == GP_W_COUNT || !is_key(word, v->key))
			return gp_taker_fault(&r->taker, c, "is one too many");
		else if (!take_words(r, c, &r->out->rows[word].text))
			return false;
	r->next = word;
	return word == GP_W_COUNT || !is_key(word, v->key) ||
	       gp_taker_fault(&r->taker, v, "has too few words");
}

static bool
take_word(struct labels_reader *r, const struct gp_yaml *v)
{
	size_t word = find_word(r, v->key);
	bool counted;

	if (word == GP_W_COUNT)
		return gp_taker_fault(&r->taker, v, "there is no word `%.*s`",
		                      GP_ARG(v->key));
	counted = gp_word_is_counted((enum gp_word)word);
	r->next = word + 1;
	if (counted && v->kind == GP_YAML_MAP)
		return take_forms(r, v, word);
	if (v->kind == GP_YAML_LIST)
		return take_list(r, v, word);
	return take_words(r, v, &r->out->rows[word].text);
}

static bool
take_lang(struct labels_reader *r, const struct gp_yaml *root)
{
	const struct gp_yaml *lang = NULL;

	if (root && root->kind == GP_YAML_MAP)
		lang = gp_yaml_child(root, "lang");
	if (!lang || lang->kind != GP_YAML_TEXT || !gp_lang_ok(lang->text))
		return gp_fail_at(r->taker.e, GP_SYNTAX, r->taker.path, 1, 1,
		                  "`lang:` has to say the language of the "
		                  "words");
	r->out->lang = gp_arena_str(r->taker.arena, lang->text);
	return true;
}

static bool
take_labels(struct labels_reader *r, const struct gp_yaml *root)
{
	const struct gp_yaml *v;

	if (!take_lang(r, root))
		return false;
	for (v = root->first; v; v = v->next)
		if (!gp_str_eq(v->key, GP_STR("lang")) && !take_word(r, v))
			return false;
	return true;
}

const struct gp_labels *
gp_labels_read(struct gp_arena *a, const char *path, struct gp_str text,
               struct gp_err *e)
{
	struct labels_reader r = {
		.taker = { .arena = a, .path = path, .e = e },
		.out = gp_arena_alloc(a, sizeof *r.out)
	};
	struct gp_arena *tree = gp_arena_new(GP_MAX_PACK_ARENA);
	struct gp_yaml *root;
	bool good = false;

	if (!tree || !r.out)
		gp_fail(e, GP_NOMEM, "out of memory");
	else
		good = gp_yaml_parse(tree, path, text, &root, e) &&
		       take_labels(&r, root) && gp_arena_ok(a, e);
	gp_arena_free(tree);
	return good ? r.out : NULL;
}
