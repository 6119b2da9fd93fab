/*
 * Boilerplate rules: patterns for whole lines, compiled once, matched by
 * many.  Rules are data; what is done with a verdict is the passes' matter.
 */
#ifndef GP_NORMALISE_RULES_RULES_H
#define GP_NORMALISE_RULES_RULES_H

#include "base/arena.h"
#include "config/packfile.h"

/* Where a rule holds. */
enum gp_zone {
	GP_ZONE_ANY,  /* anywhere */
	GP_ZONE_TAIL, /* behind the last paragraph, before the first */
	GP_ZONE_MID,  /* a label: what it heads goes too */
	GP_ZONE_END,  /* in the tail: all that follows goes too */
	GP_ZONE_COUNT,
};

struct gp_rule {
	enum gp_zone zone;
	int confidence; /* hundredths; 0: what fits is wanted */
	struct gp_str reason;
	struct gp_str pattern; /* or the name of a rule that is none */
	size_t index;          /* in the order of the rules */
};

/* The first rule of each zone that a line fits, NULL where there is none. */
struct gp_verdict {
	const struct gp_rule *by_zone[GP_ZONE_COUNT];
	const struct gp_rule *gave_up; /* the first that ran out of steps */
};

struct gp_rules;

/* Compiles boilerplate rules from a TSV text (zone, confidence, reason,
   pattern; see styles/boilerplate.tsv) and the rows of pack.yaml (`extra`,
   may be NULL), the latter first.  NULL on error; the caller frees it.
   Errors: GP_SYNTAX with file and line, GP_LIMIT, GP_NOMEM. */
struct gp_rules *
gp_rules_new(const char *path, struct gp_str tsv,
             const struct gp_packfile *extra, struct gp_err *e);
void
gp_rules_free(struct gp_rules *r);

/* How many rules there are. */
size_t
gp_rules_count(const struct gp_rules *r);

/* Whether any of them is a wish, of confidence 0. */
bool
gp_rules_have_wishes(const struct gp_rules *r);

/* The memory of matches, one at a time, of any rules; so that rules are never
   written to and several threads may go by them, each with a matcher of its
   own.  NULL when out of memory. */
struct gp_matcher;
struct gp_matcher *
gp_matcher_new(void);
void
gp_matcher_free(struct gp_matcher *m);

/* What the rules (NULL: there are none) say of a line: valid UTF-8, trimmed,
   quotes folded.  Lines over GP_MAX_RULE_LINE_BYTES fit none. */
void
gp_rules_judge(const struct gp_rules *r, struct gp_matcher *m,
               struct gp_str line, struct gp_verdict *out);

/* The earliest rule among the zones of the mask (1 << zone), or NULL. */
const struct gp_rule *
gp_verdict_rule(const struct gp_verdict *v, unsigned zones);

enum {
	GP_IN_ANY = 1 << GP_ZONE_ANY,
	GP_IN_TAIL = 1 << GP_ZONE_TAIL,
	GP_IN_MID = 1 << GP_ZONE_MID,
	GP_IN_END = 1 << GP_ZONE_END,
};

#endif
