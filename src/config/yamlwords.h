/*
 * What libyaml complains of, said so that an editor can mend it.  Knows
 * libyaml's English and nothing of pack.yaml.  Private to config/.
 */
#ifndef GP_CONFIG_YAMLWORDS_H
#define GP_CONFIG_YAMLWORDS_H

#include "base/err.h"
#include "base/str.h"

/* The complaint as libyaml gives it; lines and columns from 1. */
struct gp_yaml_fault {
	const char *problem, *context; /* may be NULL */
	unsigned context_line, context_column;
	unsigned line, column;
};

/* Records GP_SYNTAX for the fault in `text`; always returns false. */
bool
gp_yaml_explain(const struct gp_yaml_fault *f, struct gp_str text,
                const char *path, struct gp_err *e);

#endif
