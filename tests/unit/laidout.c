/* Packs laid out: see laidout.h. */
#include "laidout.h"

#include "fixture.h"
#include "pack/design.h"

#include "write/write.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct gp_date
a_day(void)
{
	return (struct gp_date){
		.precision = GP_DAY, .year = 2015, .month = 11, .day = 9
	};
}

void
lay_out(struct laid_out *l, struct gp_pack *pack)
{
	*l = (struct laid_out){ .pack = pack };
	l->job = fixture_job(pack);
	l->job.date = a_day();
	l->parts = gp_parts_open(&l->job, &l->e);
	if (l->parts && gp_parts_lay_out(l->parts, &l->e))
		return;
	(void)fprintf(stderr, "%s: %s\n", l->e.file, l->e.msg);
	abort();
}

void
let_go(struct laid_out *l)
{
	gp_parts_close(l->parts);
	gp_pack_free(l->pack);
}

bool
write_pdf(struct gp_pack *pack, const char *data, struct gp_diag *diag,
          struct gp_buf *out, struct gp_err *e)
{
	struct gp_host host = { .data = data };
	struct gp_style design;
	struct gp_write_job job = { .host = &host,
		                    .pack = pack,
		                    .date = a_day(),
		                    .design = &design,
		                    .diag = diag };

	return gp_design_read(&job, &design, e) &&
	       gp_write_pdf.write(&job, out, e);
}

bool
has_finding(const struct gp_diag *d, const char *code, const char *text)
{
	size_t i;

	for (i = 0; i < gp_diag_count(d, GP_NOTE); i++) {
		const struct gp_finding *f = gp_diag_at(d, i);

		if (strcmp(f->code, code) == 0 && strstr(f->text, text))
			return true;
	}
	return false;
}

size_t
count_findings(const struct gp_diag *d, const char *code)
{
	size_t count = 0, i;

	for (i = 0; i < gp_diag_count(d, GP_NOTE); i++)
		count += strcmp(gp_diag_at(d, i)->code, code) == 0;
	return count;
}
