/*
 * Boilerplate rules: see rules.h.  PCRE2 in UTF mode, without case, both ends
 * anchored, within limits of steps; never its JIT, whose limits are others,
 * so that a verdict is the same on every machine.  A rule is tried only on
 * lines whose first byte it can match.
 */
#define PCRE2_CODE_UNIT_WIDTH 8

#include "normalise/rules/rules.h"

#include "base/limits.h"

#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BYTES = 32, MESSAGE_SIZE = 128, MAX_DEPTH = 1000 };

static const uint32_t compile_options = PCRE2_UTF | PCRE2_CASELESS |
                                        PCRE2_ANCHORED | PCRE2_ENDANCHORED |
                                        PCRE2_NEVER_BACKSLASH_C;

struct compiled {
	struct gp_rule rule;
	pcre2_code *code;
	/* bit n: a match may begin with byte n */
	unsigned char first[FIRST_BYTES];
};

struct gp_rules {
	struct gp_arena *arena;
	struct compiled *rows;
	size_t n;
};

struct gp_matcher {
	pcre2_match_data *data;
	pcre2_match_context *context;
};

/* A row as written: where from, for messages, and its fields. */
struct rule_row {
	const char *path;
	unsigned line, column;
	struct gp_str zone, reason, pattern;
	int confidence;
};

static const char *const zone_names[] = {
	[GP_ZONE_ANY] = "any",
	[GP_ZONE_TAIL] = "tail",
	[GP_ZONE_MID] = "mid",
	[GP_ZONE_END] = "end",
};

/* ---- compiling ---- */

static bool
zone_of(struct gp_str name, enum gp_zone *zone)
{
	size_t i;

	for (i = 0; i < GP_ZONE_COUNT; i++)
		if (gp_str_eq(name, gp_str(zone_names[i]))) {
			*zone = (enum gp_zone)i;
			return true;
		}
	return false;
}

static bool
complain(const struct rule_row *row, unsigned column, const char *what,
         struct gp_str about, struct gp_err *e)
{
	return gp_fail_at(e, GP_SYNTAX, row->path, row->line, column,
	                  "%s: \"%.*s\"", what, GP_ARG(about));
}

static void
set_bit(unsigned char bits[FIRST_BYTES], unsigned char byte)
{
	bits[byte / 8] |= (unsigned char)(1 << byte % 8);
}

/* A sign of which both cases are ASCII: 'k' is the Kelvin sign's small letter
   too, and 's' the long s's. */
static bool
is_only_ascii(uint32_t unit)
{
	return unit < 0x80 && !strchr("kKsS", (int)unit);
}

static void
note_first_bytes(struct compiled *c)
{
	const uint8_t *bits = NULL;
	uint32_t type = 0, unit = 0;
	size_t i;

	(void)pcre2_pattern_info(c->code, PCRE2_INFO_FIRSTBITMAP, &bits);
	(void)pcre2_pattern_info(c->code, PCRE2_INFO_FIRSTCODETYPE, &type);
	(void)pcre2_pattern_info(c->code, PCRE2_INFO_FIRSTCODEUNIT, &unit);
	for (i = 0; i < FIRST_BYTES; i++)
		c->first[i] = type == 0 && bits ? bits[i] : 0xFF;
	/* A single first unit may stand for both its cases. */
	if (type == 1 && is_only_ascii(unit)) {
		memset(c->first, 0, sizeof c->first);
		set_bit(c->first, (unsigned char)gp_to_lower((char)unit));
		set_bit(c->first, (unsigned char)gp_to_upper((char)unit));
	}
}

static bool
compile(struct compiled *c, const struct rule_row *row, struct gp_err *e)
{
	PCRE2_UCHAR message[MESSAGE_SIZE];
	PCRE2_SIZE at;
	int code;

	c->code = pcre2_compile((PCRE2_SPTR)row->pattern.p, row->pattern.n,
	                        compile_options, &code, &at, NULL);
	if (c->code) {
		note_first_bytes(c);
		return true;
	}
	if (code == PCRE2_ERROR_HEAP_FAILED)
		return gp_fail(e, GP_NOMEM, "out of memory");
	(void)pcre2_get_error_message(code, message, sizeof message);
	return gp_fail_at(e, GP_SYNTAX, row->path, row->line, row->column,
	                  "bad pattern, at its character %zu: %s: \"%.*s\"",
	                  at + 1, (const char *)message, GP_ARG(row->pattern));
}

static bool
add_rule(struct gp_rules *r, const struct rule_row *row, struct gp_err *e)
{
	struct compiled *c = &r->rows[r->n];

	if (r->n >= GP_MAX_RULES)
		return gp_fail_at(e, GP_LIMIT, row->path, row->line, 0,
		                  "more than %zu rules", GP_MAX_RULES);
	if (!zone_of(row->zone, &c->rule.zone))
		return complain(row, 0, "a zone is any, tail, mid or end, not",
		                row->zone, e);
	if (row->confidence < 0 || row->confidence > 100)
		return gp_fail_at(e, GP_SYNTAX, row->path, row->line, 0,
		                  "a confidence is a number from 0 to 1");
	if (row->reason.n == 0 || row->pattern.n == 0)
		return gp_fail_at(e, GP_SYNTAX, row->path, row->line, 0,
		                  "a rule needs a reason and a pattern");
	if (!compile(c, row, e))
		return false;
	c->rule.confidence = row->confidence;
	c->rule.reason = gp_arena_str(r->arena, row->reason);
	c->rule.pattern = gp_arena_str(r->arena, row->pattern);
	c->rule.index = r->n++;
	return gp_arena_ok(r->arena, e);
}

/* "0.97", "0.9" or "1" in hundredths; -1 when it is no such thing. */
static int
hundredths(struct gp_str s)
{
	static const size_t places[] = { 0, 2, 3 };
	int value = 0;
	size_t i;
	char c;

	if (s.n == 0 || s.n == 2 || s.n > 4 || (s.n > 2 && s.p[1] != '.'))
		return -1;
	for (i = 0; i < 3; i++) {
		c = places[i] < s.n ? s.p[places[i]] : '0';
		if (!gp_is_digit(c))
			return -1;
		value = value * 10 + (c - '0');
	}
	return value;
}

static bool
add_line(struct gp_rules *r, struct rule_row *row, struct gp_str line,
         struct gp_err *e)
{
	struct gp_str confidence;

	if (!gp_str_split(&line, '\t', &row->zone) ||
	    !gp_str_split(&line, '\t', &confidence) ||
	    !gp_str_split(&line, '\t', &row->reason) || !line.p)
		return gp_fail_at(e, GP_SYNTAX, row->path, row->line, 0,
		                  "a rule has four columns set apart by tabs: "
		                  "zone, confidence, reason, pattern");
	row->confidence = hundredths(confidence);
	row->pattern = gp_str_ends(line, GP_STR("\r"))
	                       ? gp_str_sub(line, 0, line.n - 1)
	                       : line;
	return add_rule(r, row, e);
}

static bool
add_tsv(struct gp_rules *r, const char *path, struct gp_str tsv,
        struct gp_err *e)
{
	struct rule_row row = { .path = path };
	struct gp_str line;

	while (gp_str_split(&tsv, '\n', &line)) {
		row.line++;
		if (gp_str_trim(line).n == 0 || line.p[0] == '#')
			continue;
		if (!add_line(r, &row, line, e))
			return false;
	}
	return true;
}

static bool
add_extra(struct gp_rules *r, const struct gp_packfile *extra, struct gp_err *e)
{
	size_t i;

	for (i = 0; extra && i < extra->n_rules; i++) {
		const struct gp_rule_text *t = &extra->rules[i];
		struct rule_row row = { extra->path.p, t->line,   t->column,
			                t->zone,       t->reason, t->pattern,
			                t->confidence };

		if (!add_rule(r, &row, e))
			return false;
	}
	return true;
}

struct gp_rules *
gp_rules_new(const char *path, struct gp_str tsv,
             const struct gp_packfile *extra, struct gp_err *e)
{
	struct gp_rules *r = calloc(1, sizeof *r);

	if (r) {
		r->arena = gp_arena_new(GP_MAX_PACK_ARENA);
		r->rows = calloc(GP_MAX_RULES + 1, sizeof *r->rows);
	}
	if (!r || !r->arena || !r->rows) {
		gp_fail(e, GP_NOMEM, "out of memory");
	} else if (add_extra(r, extra, e) &&
	           add_tsv(r, path ? path : "", tsv, e)) {
		return r;
	}
	gp_rules_free(r);
	return NULL;
}

void
gp_rules_free(struct gp_rules *r)
{
	size_t i;

	if (!r)
		return;
	for (i = 0; r->rows && i < r->n; i++)
		pcre2_code_free(r->rows[i].code);
	free(r->rows);
	gp_arena_free(r->arena);
	free(r);
}

size_t
gp_rules_count(const struct gp_rules *r)
{
	return r ? r->n : 0;
}

bool
gp_rules_have_wishes(const struct gp_rules *r)
{
	size_t i;

	for (i = 0; r && i < r->n; i++)
		if (r->rows[i].rule.confidence == 0)
			return true;
	return false;
}

/* ---- matching ---- */

struct gp_matcher *
gp_matcher_new(void)
{
	struct gp_matcher *m = calloc(1, sizeof *m);

	if (!m)
		return NULL;
	m->data = pcre2_match_data_create(1, NULL);
	m->context = pcre2_match_context_create(NULL);
	if (!m->data || !m->context) {
		gp_matcher_free(m);
		return NULL;
	}
	(void)pcre2_set_match_limit(m->context, GP_MAX_RULE_STEPS);
	(void)pcre2_set_depth_limit(m->context, MAX_DEPTH);
	return m;
}

void
gp_matcher_free(struct gp_matcher *m)
{
	if (!m)
		return;
	pcre2_match_data_free(m->data);
	pcre2_match_context_free(m->context);
	free(m);
}

static bool
rule_fits(const struct gp_matcher *m, const struct compiled *c,
          struct gp_str line, struct gp_verdict *out)
{
	unsigned char first = (unsigned char)line.p[0];
	int code;

	if (!(c->first[first / 8] >> (first % 8) & 1))
		return false;
	code = pcre2_match(c->code, (PCRE2_SPTR)line.p, line.n, 0,
	                   PCRE2_NO_UTF_CHECK, m->data, m->context);
	/* A rule that runs out of steps does not match: the line is kept. */
	if (code < 0 && code != PCRE2_ERROR_NOMATCH && !out->gave_up)
		out->gave_up = &c->rule;
	return code >= 0;
}

void
gp_rules_judge(const struct gp_rules *r, struct gp_matcher *m,
               struct gp_str line, struct gp_verdict *out)
{
	size_t i;

	*out = (struct gp_verdict){ .gave_up = NULL };
	if (!r || line.n == 0 || line.n > GP_MAX_RULE_LINE_BYTES)
		return;
	for (i = 0; i < r->n; i++) {
		const struct compiled *c = &r->rows[i];

		if (!out->by_zone[c->rule.zone] && rule_fits(m, c, line, out))
			out->by_zone[c->rule.zone] = &c->rule;
	}
}

const struct gp_rule *
gp_verdict_rule(const struct gp_verdict *v, unsigned zones)
{
	const struct gp_rule *best = NULL, *rule;
	size_t i;

	for (i = 0; i < GP_ZONE_COUNT; i++) {
		rule = v->by_zone[i];
		if ((zones >> i & 1) && rule &&
		    (!best || rule->index < best->index))
			best = rule;
	}
	return best;
}
