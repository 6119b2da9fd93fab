/*
 * Packs made by hand, for tests of writers: no importer, no normalisation,
 * no file is needed.  What stands in them is invented.
 */
#ifndef GP_TESTS_FIXTURE_H
#define GP_TESTS_FIXTURE_H

#include "normalise/doc_making.h"
#include "pack/job.h"

/* A host that stands in the folder of the project and asks for nothing. */
extern const struct gp_host fixture_host;

/* A job for that host, on the date of the pack and in its design, which holds
   until the next call.  The process ends when the design cannot be read. */
struct gp_write_job
fixture_job(const struct gp_pack *pack);

/* Two sections, four articles, every key of the pack given:
 *   every-kind  each kind of model/kinds.def, in each form that it has
 *   lessons     a person with a role, numbered headings, an address
 *   hostile     markup in every string, addresses that must not be links
 *   bare        a title and one paragraph, nothing else
 * The caller frees it with gp_pack_free(). */
struct gp_pack *
fixture_pack(void);

/* A pack of `n` articles of some 600 words with distinct titles, no sections
 * and only a title and a date: for measuring. */
struct gp_pack *
fixture_many(size_t n);

/* The documents of fixture_pack(); the caller frees them with
 * gp_doc_free(). */
struct gp_doc *
fixture_every_kind(void);
struct gp_doc *
fixture_lessons(void);
struct gp_doc *
fixture_hostile(void);
struct gp_doc *
fixture_bare(void);

/* An editor's note of one paragraph; `words` must outlive it. */
struct gp_doc *
fixture_note(const char *words);

/* For trees of one's own: a new node under `parent`, in the arena of `doc`;
 * the process ends when the content model forbids it. */
struct gp_node *
fixture_add(struct gp_doc *doc, struct gp_node *parent, enum gp_kind kind);
/* The same for a text node; `words` must outlive the document. */
struct gp_node *
fixture_text(struct gp_doc *doc, struct gp_node *parent, const char *words);
/* A block of `kind` under `parent` with one text in it. */
struct gp_node *
fixture_block(struct gp_doc *doc, struct gp_node *parent, enum gp_kind kind,
              const char *words);

#endif
