/*
 * Single values of pack.yaml: from a YAML node to a checked field.  Every
 * function takes the field's address as `field`, of the type named beside it,
 * and fails with GP_SYNTAX at the node's place; none is called for an empty
 * value.  Knows no key by name.
 */
#ifndef GP_CONFIG_PACKVALUE_H
#define GP_CONFIG_PACKVALUE_H

#include "config/yamltree.h"

struct gp_taker {
	struct gp_arena *arena; /* keeps the values */
	const char *path;       /* for messages */
	struct gp_err *e;
	char name[72]; /* what a message calls the value at hand */
};

/* One line of text, white space collapsed.  struct gp_str */
bool
gp_take_marking(struct gp_taker *t, const struct gp_yaml *v, void *field);
bool
gp_take_line(struct gp_taker *t, const struct gp_yaml *v, void *field);
/* The text exactly as it stands.  struct gp_str */
bool
gp_take_verbatim(struct gp_taker *t, const struct gp_yaml *v, void *field);
/* A date of any precision.  struct gp_date */
bool
gp_take_date(struct gp_taker *t, const struct gp_yaml *v, void *field);
/* A date with a day or finer.  struct gp_date */
bool
gp_take_day(struct gp_taker *t, const struct gp_yaml *v, void *field);
/* A time with its zone, or "none".  struct gp_embargo; called for an empty
   value too, and refuses it: who begins to write one means to hold it. */
bool
gp_take_embargo(struct gp_taker *t, const struct gp_yaml *v, void *field);
/* An http or https address.  struct gp_str */
bool
gp_take_url(struct gp_taker *t, const struct gp_yaml *v, void *field);
/* The same for a folder: made to end in '/'.  struct gp_str */
bool
gp_take_base_url(struct gp_taker *t, const struct gp_yaml *v, void *field);
/* An absolute URI of any scheme.  struct gp_str */
bool
gp_take_uri(struct gp_taker *t, const struct gp_yaml *v, void *field);
/* The authority of tag: URIs (RFC 4151) as "host,2015".  struct gp_str */
bool
gp_take_authority(struct gp_taker *t, const struct gp_yaml *v, void *field);
/* A language tag, well-formed by BCP 47.  struct gp_str */
bool
gp_take_language(struct gp_taker *t, const struct gp_yaml *v, void *field);
/* The stem of file names: [a-z0-9-].  struct gp_str */
bool
gp_take_stem(struct gp_taker *t, const struct gp_yaml *v, void *field);
/* An article's id: [a-z0-9._-].  struct gp_str */
bool
gp_take_id(struct gp_taker *t, const struct gp_yaml *v, void *field);
/* The name of a file in the content folder.  struct gp_str */
bool
gp_take_file(struct gp_taker *t, const struct gp_yaml *v, void *field);
/* A whole number.  long */
bool
gp_take_number(struct gp_taker *t, const struct gp_yaml *v, void *field);
/* true or false, yes or no.  bool */
bool
gp_take_flag(struct gp_taker *t, const struct gp_yaml *v, void *field);
/* A number from 0 to 1 as hundredths.  int */
bool
gp_take_hundredths(struct gp_taker *t, const struct gp_yaml *v, void *field);

/* "full", "extract" or "links".  enum gp_feed_rights */
bool
gp_take_feed_rights(struct gp_taker *t, const struct gp_yaml *v, void *field);
/* A sheet of papers.def, by its name.  struct gp_str */
bool
gp_take_paper(struct gp_taker *t, const struct gp_yaml *v, void *field);
/* "group" or "keep".  enum gp_repost_rule */
bool
gp_take_reposts(struct gp_taker *t, const struct gp_yaml *v, void *field);

/* How a pack was issued, and where an article was printed (issue_values.c).
   A time with its zone.  struct gp_date */
bool
gp_take_zoned_time(struct gp_taker *t, const struct gp_yaml *v, void *field);
/* A line, or a list of lines.  struct gp_issued: its `to` */
bool
gp_take_readers(struct gp_taker *t, const struct gp_yaml *v, void *field);
/* A line, or `name`, `number` and `copies`.  struct gp_press_licence */
bool
gp_take_press_licence(struct gp_taker *t, const struct gp_yaml *v, void *field);
/* A line of few characters that has a digit, such as "120,450".
   struct gp_str */
bool
gp_take_circulation(struct gp_taker *t, const struct gp_yaml *v, void *field);
/* A page of a newspaper, such as "7" or "B12": the same without a need for a
   digit.  struct gp_str */
bool
gp_take_printed_page(struct gp_taker *t, const struct gp_yaml *v, void *field);

/* Which of `words` (NULL at the end) the value is, as its index. */
bool
gp_take_choice(struct gp_taker *t, const struct gp_yaml *v,
               const char *const *words, size_t *index);

/* Records GP_SYNTAX at the value's place; always returns false. */
bool
gp_taker_fault(struct gp_taker *t, const struct gp_yaml *v, const char *fmt,
               ...) GP_PRINTF(3, 4);

/* The start of a text, cut for a message: one line, at most 60 bytes. */
struct gp_str
gp_shown(struct gp_str s);

/* The one of `words` (NULL at the end) most like `given`; NULL when none is
   near. */
const char *
gp_nearest(struct gp_str given, const char *const *words);

#endif
