/* `govpub rules test`: a rule file run against saved pages, its effects
   printed page by page; the exit status says whether it was for any.  No
   rule is understood here: what one did is noted by the library. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

/* Prints what the file did; *fits counts the articles that it is for. */
static bool
test_page(struct cli_run *r, const char *page, size_t *fits)
{
	struct gp_bytes bytes = { NULL, 0 }, out;
	struct gp_docs *docs = NULL;
	size_t i;
	bool ok;

	if (gp_read(page, CLI_READ_LIMIT, &bytes, &r->err))
		docs = gp_docs_read(&r->settings, page, bytes.data, bytes.size,
		                    r->diag, &r->err);
	gp_bytes_free(&bytes);
	ok = docs != NULL;
	for (i = 0; ok && i < gp_docs_count(docs); i++) {
		const struct gp_doc *doc = gp_docs_at(docs, i);

		*fits += gp_doc_rule_file(doc) != NULL;
		ok = gp_doc_print(doc, "rules", false, &out, &r->err) &&
		     cli_print(r, &out);
		gp_bytes_free(&out);
	}
	gp_docs_free(docs);
	return ok;
}

static int
test(const struct cli_options *o)
{
	struct cli_run r;
	size_t fits = 0;
	bool ok = cli_run_begin(&r, o);
	int i, status;

	r.progress = false;
	r.settings.rule_file = o->operands[1];
	for (i = 2; ok && i < o->n_operands; i++)
		ok = test_page(&r, o->operands[i], &fits);
	status = cli_run_end(&r);
	if (status == 0 && fits == 0) {
		fprintf(stderr, "govpub: %s fits none of the pages\n",
		        o->operands[1]);
		return EXIT_FINDINGS;
	}
	return status;
}

int
cli_run_rules(const struct cli_options *o)
{
	if (o->n_operands >= 3 && strcmp(o->operands[0], "test") == 0)
		return test(o);
	fputs("govpub: write `govpub rules test RULEFILE PAGE...`\n", stderr);
	return EXIT_USAGE;
}
