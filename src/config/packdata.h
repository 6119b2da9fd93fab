/*
 * What pack.yaml said, as data: for the whole pack, and a row each for
 * articles, rules, corrections and what is withdrawn.  How it is read and
 * checked is not known here.
 */
#ifndef GP_CONFIG_PACKDATA_H
#define GP_CONFIG_PACKDATA_H

#include "base/map.h"
#include "config/seriesfile.h"

/* One row of `articles:`; fields that were not given are empty. */
struct gp_override {
	struct gp_str file; /* the article's file name, always given */
	struct gp_str id, title, standfirst, byline, source, url, lang;
	struct gp_str section, why;
	struct gp_str page, circulation; /* of what it was printed in */
	struct gp_date date;
	struct gp_embargo embargo;
	bool has_order;
	long order;
	bool skip;
	bool is_out;        /* not in the pack, whatever else is said */
	struct gp_str from; /* path of the file to read in its place, or "" */
	const struct gp_withdrawal *withdrawn; /* NULL: it is not */
	bool no_standfirst, no_byline; /* there is none, whatever is found */
	struct gp_str path;            /* of the file that has the row */
	unsigned line, column;         /* of the row there; line 0: it has none,
	                          and only `withdrawn` is said of it */
	bool used; /* set by the loader: the file was there */
};

/* One row of `rules:`, checked when the rules are compiled. */
struct gp_rule_text {
	struct gp_str zone, reason, pattern;
	int confidence;        /* hundredths */
	unsigned line, column; /* column 0: not known */
};

/* What is known better of an article than its folder says. */
struct gp_amendment {
	struct gp_str article; /* its file name, "FILE#PART" of a part */
	bool is_withdrawn;
	struct gp_withdrawal withdrawal;
	struct gp_str from; /* path of the file to read in its place; neither:
	                       it is not in the pack */
};
struct gp_amendments {
	const struct gp_amendment *rows;
	struct gp_amendment *own; /* the same, of who makes them */
	size_t n;
};

struct gp_packfile {
	struct gp_arena *arena; /* owns everything here, this struct too */
	struct gp_str path;     /* for messages; "" when there is no file */
	struct gp_pack_info info;
	struct gp_embargo embargo; /* of all of it */
	struct gp_str design_path; /* of the file that gives `design` */
	unsigned design_line, design_column; /* of its value there */
	struct gp_str marking_path;          /* and of these, or "" */
	unsigned marking_line, marking_column;
	struct gp_str handling_path;
	unsigned handling_line, handling_column;
	const struct gp_seriesfile *series; /* that it stands in, or NULL */
	bool has_feed_rights;               /* `rights_feed` is given */
	struct gp_str *sections;
	size_t n_sections;
	struct gp_override *articles;
	size_t n_articles;
	struct gp_map by_file; /* file name to its row of articles */
	struct gp_rule_text *rules;
	size_t n_rules;
	struct gp_said_rows said; /* by_file has a row for what is withdrawn */
};

#endif
