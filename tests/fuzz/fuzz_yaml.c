/*
 * Any bytes as pack.yaml and as a rule file, whose patterns are compiled.  A
 * fault is a crash, or an error that is neither a limit nor a place in the
 * text.  What a pack makes of good values is not looked at.
 */
#include "config/packfile.h"
#include "config/sitefile.h"
#include "normalise/rules/sites.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { MEMORY = 256 * 1024 * 1024 };

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_error(const char *what, const struct gp_err *e)
{
	if (e->code == GP_LIMIT || e->code == GP_NOMEM ||
	    (e->code == GP_SYNTAX && e->line > 0))
		return;
	fprintf(stderr, "fuzz_yaml: %s: code %d, line %u: %s\n", what,
	        (int)e->code, e->line, e->msg);
	abort();
}

static void
read_pack(struct gp_str text)
{
	struct gp_packfile *p = gp_packfile_new();
	struct gp_err e = { 0 };

	if (p && !gp_packfile_read(p, "pack.yaml", text, &e))
		check_error("pack.yaml", &e);
	gp_packfile_free(p);
}

static void
read_rules(struct gp_str text)
{
	struct gp_arena *a = gp_arena_new(MEMORY);
	struct gp_site_file *file;
	struct gp_site *site = NULL;
	struct gp_err e = { 0 };

	if (!a)
		return;
	file = gp_site_file_read(a, "site.yaml", "site.yaml", text, &e);
	if (file)
		site = gp_site_new(file, &e);
	if (!site)
		check_error("a rule file", &e);
	gp_site_free(site);
	gp_arena_free(a);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct gp_str text = { (const char *)data, size };

	read_pack(text);
	read_rules(text);
	return 0;
}
