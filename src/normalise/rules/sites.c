/* The patterns of a rule file are boilerplate rules of their own (rules.h),
   with the same limits: those that keep first, then those that drop, in the
   order of the file.  Its fingerprint is compared with what a draft says of
   itself, no more: nothing is looked up. */
#include "normalise/rules/sites.h"

#include "base/text/uri.h"
#include "normalise/rules/rules.h"

#include <stdlib.h>

struct gp_site {
	const struct gp_site_file *file;
	struct gp_rules *rules;
};

/* ---- compiling ---- */

static void
add_rows(struct gp_packfile *out, const struct gp_site_lines *lines,
         const char *zone, int confidence)
{
	size_t i;

	for (i = 0; i < lines->n; i++)
		out->rules[out->n_rules++] = (struct gp_rule_text){
			.zone = gp_str(zone),
			.reason = GP_STR("source-rule"),
			.pattern = lines->rows[i].text,
			.confidence = confidence,
			.line = lines->rows[i].line,
			.column = lines->rows[i].column,
		};
}

static struct gp_rules *
compile(const struct gp_site_file *file, struct gp_err *e)
{
	size_t n = file->keep.n + file->drop.n + file->text.n;
	struct gp_packfile all = { .path = file->path };
	struct gp_rules *rules;

	all.rules = calloc(n + 1, sizeof *all.rules);
	if (!all.rules) {
		gp_fail(e, GP_NOMEM, "out of memory");
		return NULL;
	}
	add_rows(&all, &file->keep, "any", 0);
	add_rows(&all, &file->drop, "any", 100);
	add_rows(&all, &file->text, "end", 100);
	rules = gp_rules_new(file->path.p, GP_STR(""), &all, e);
	free(all.rules);
	return rules;
}

struct gp_site *
gp_site_new(const struct gp_site_file *file, struct gp_err *e)
{
	struct gp_site *s = calloc(1, sizeof *s);

	if (!s) {
		gp_fail(e, GP_NOMEM, "out of memory");
		return NULL;
	}
	s->file = file;
	s->rules = compile(file, e);
	if (s->rules)
		return s;
	gp_site_free(s);
	return NULL;
}

void
gp_site_free(struct gp_site *s)
{
	if (!s)
		return;
	gp_rules_free(s->rules);
	free(s);
}

const struct gp_site_file *
gp_site_file_of(const struct gp_site *s)
{
	return s->file;
}

/* ---- the fingerprint ---- */

/* "www.example.org" is of "example.org". */
static bool
is_of_host(struct gp_str host, struct gp_str name)
{
	size_t from = host.n - name.n;

	if (host.n < name.n ||
	    !gp_str_eq_nocase(gp_str_sub(host, from, host.n), name))
		return false;
	return from == 0 || host.p[from - 1] == '.';
}

static bool
is_at(const struct gp_site_lines *hosts, struct gp_str url)
{
	size_t i;

	for (i = 0; i < hosts->n; i++)
		if (is_of_host(gp_web_host(url), hosts->rows[i].text))
			return true;
	return false;
}

static bool
fits_host(const struct gp_site_lines *hosts, const struct gp_draft *draft,
          struct gp_str url)
{
	const struct gp_claim *c;

	if (url.n)
		return is_at(hosts, url);
	for (c = draft->claims; c; c = c->next)
		if (c->kind == GP_CLAIM_URL && is_at(hosts, c->value))
			return true;
	return false;
}

static bool
fits_generator(const struct gp_site_lines *names, struct gp_str generator)
{
	size_t i;

	for (i = 0; i < names->n; i++)
		if (generator.n >= names->rows[i].text.n &&
		    gp_str_eq_nocase(
			    gp_str_sub(generator, 0, names->rows[i].text.n),
			    names->rows[i].text))
			return true;
	return false;
}

static bool
fits_text(const struct gp_site *s, struct gp_matcher *m,
          const struct gp_draft *draft)
{
	struct gp_verdict verdict;
	size_t i;

	for (i = 0; i < draft->n_lines; i++) {
		gp_rules_judge(s->rules, m, gp_str_trim(draft->lines[i]),
		               &verdict);
		if (verdict.by_zone[GP_ZONE_END])
			return true;
	}
	return false;
}

bool
gp_site_fits(const struct gp_site *s, struct gp_matcher *m,
             const struct gp_draft *draft, struct gp_str url)
{
	const struct gp_site_file *f = s->file;

	if (f->host.n && !fits_host(&f->host, draft, url))
		return false;
	if (f->generator.n && !fits_generator(&f->generator, draft->generator))
		return false;
	return f->text.n == 0 || fits_text(s, m, draft);
}

/* ---- lines ---- */

enum gp_site_says
gp_site_judge(const struct gp_site *s, struct gp_matcher *m, struct gp_str line,
              const struct gp_site_line **rule)
{
	struct gp_verdict verdict;
	const struct gp_rule *r;

	gp_rules_judge(s->rules, m, line, &verdict);
	r = verdict.by_zone[GP_ZONE_ANY];
	if (!r)
		return GP_SITE_NOTHING;
	if (r->index < s->file->keep.n) {
		*rule = &s->file->keep.rows[r->index];
		return GP_SITE_KEEP;
	}
	*rule = &s->file->drop.rows[r->index - s->file->keep.n];
	return GP_SITE_DROP;
}
