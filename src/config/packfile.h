/*
 * pack.yaml: what an editor says about a pack.  Read by libyaml's event parser
 * into plain data; every complaint has file, line and column, and for an
 * unknown key the nearest known one.  All keys are optional.  Whether the
 * files and designs that it names exist is asked by others.
 */
#ifndef GP_CONFIG_PACKFILE_H
#define GP_CONFIG_PACKFILE_H

#include "base/map.h"
#include "config/seriesfile.h"

/* One row of `articles:`; fields that were not given are empty. */
struct gp_override {
	struct gp_str file; /* the article's file name, always given */
	struct gp_str id, title, standfirst, byline, source, url, lang;
	struct gp_str section;
	struct gp_date date;
	struct gp_embargo embargo;
	bool has_order;
	long order;
	bool skip;
	bool no_standfirst, no_byline; /* there is none, whatever is found */
	unsigned line, column;         /* of the row in pack.yaml */
	bool used; /* set by the loader: the file was there */
};

/* One row of `rules:`, checked when the rules are compiled. */
struct gp_rule_text {
	struct gp_str zone, reason, pattern;
	int confidence;        /* hundredths */
	unsigned line, column; /* column 0: not known */
};

struct gp_packfile {
	struct gp_arena *arena; /* owns everything here, this struct too */
	struct gp_str path;     /* for messages; "" when there is no file */
	struct gp_pack_info info;
	struct gp_embargo embargo; /* of all of it */
	struct gp_str design_path; /* of the file that gives `design` */
	unsigned design_line, design_column; /* of its value there */
	struct gp_str *sections;
	size_t n_sections;
	struct gp_override *articles;
	size_t n_articles;
	struct gp_map by_file; /* file name to its row of articles */
	struct gp_rule_text *rules;
	size_t n_rules;
	struct gp_correction *corrections;
	size_t n_corrections;
	struct gp_withdrawal *withdrawn; /* by_file has a row that skips each */
	size_t n_withdrawn;
};

/* An empty pack file, as when there is none; NULL when out of memory. */
struct gp_packfile *
gp_packfile_new(void);
void
gp_packfile_free(struct gp_packfile *p);

/* What the series says holds for the pack, too, until its own file is read and
   says something else; to be called before that.  The strings of `series` must
   live in p->arena.  `folder` is the name of the pack's folder, which stands
   below the series' base_url, and may begin with the day of the pack. */
void
gp_packfile_stand_on(struct gp_packfile *p, const struct gp_seriesfile *series,
                     struct gp_str folder);

/* Reads the YAML text; `path` is for messages.
   Errors: GP_SYNTAX with line and column, GP_LIMIT, GP_NOMEM. */
bool
gp_packfile_read(struct gp_packfile *p, const char *path, struct gp_str text,
                 struct gp_err *e);

/* The row for a file name, or NULL. */
struct gp_override *
gp_packfile_find(const struct gp_packfile *p, struct gp_str file);

#endif
