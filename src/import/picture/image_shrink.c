/* Dots made fewer: each new one is the mean of the area that it covers, in
   whole numbers, so that it is the same on every machine.  The mean is taken
   in sRGB as it stands; what is clear has no colour to give. */
#include "import/picture/image_dots.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* A row of sums on its way; each dot of the source counts `to->width` wide and
   `to->height` high, and each new one `from->width` by `from->height`. */
struct shrinking {
	const struct gp_dots *from;
	struct gp_dots *to;
	uint64_t *across; /* one row of the source, as wide as the result */
	uint64_t *sums;   /* of the rows of the result that are being made */
};

/* How much of old dot `i` lies in new dot `k`, of `old` and `fresh` dots. */
static uint64_t
overlap(uint64_t i, uint64_t k, uint64_t old, uint64_t fresh)
{
	uint64_t from = i * fresh > k * old ? i * fresh : k * old;
	uint64_t a = (i + 1) * fresh, b = (k + 1) * old;
	uint64_t to = a < b ? a : b;

	return to > from ? to - from : 0;
}

/* Colours weighed by how much is seen of them. */
static void
add_dot(uint64_t *sum, const unsigned char *dot, uint64_t weight)
{
	uint64_t seen = weight * dot[3];

	sum[0] += seen * dot[0];
	sum[1] += seen * dot[1];
	sum[2] += seen * dot[2];
	sum[3] += seen;
}

static void
sum_row(struct shrinking *s, unsigned y)
{
	unsigned old = s->from->width, fresh = s->to->width, x, k;
	const unsigned char *dot =
		s->from->rgba + (size_t)y * old * GP_DOT_BYTES;

	memset(s->across, 0, (size_t)fresh * GP_DOT_BYTES * sizeof *s->across);
	for (x = 0; x < old; x++, dot += GP_DOT_BYTES) {
		k = (unsigned)((uint64_t)x * fresh / old);
		add_dot(s->across + (size_t)k * GP_DOT_BYTES, dot,
		        overlap(x, k, old, fresh));
		if (k + 1 < fresh)
			add_dot(s->across + (size_t)(k + 1) * GP_DOT_BYTES, dot,
			        overlap(x, k + 1, old, fresh));
	}
}

static void
add_row(struct shrinking *s, uint64_t weight)
{
	size_t n = (size_t)s->to->width * GP_DOT_BYTES, i;

	for (i = 0; i < n; i++)
		s->sums[i] += s->across[i] * weight;
}

static void
put_row(struct shrinking *s, unsigned k)
{
	uint64_t area = (uint64_t)s->from->width * s->from->height;
	unsigned char *dot =
		s->to->rgba + (size_t)k * s->to->width * GP_DOT_BYTES;
	const uint64_t *sum = s->sums;
	unsigned x, c;

	for (x = 0; x < s->to->width;
	     x++, dot += GP_DOT_BYTES, sum += GP_DOT_BYTES) {
		for (c = 0; c < 3 && sum[3]; c++)
			dot[c] =
				(unsigned char)((sum[c] + sum[3] / 2) / sum[3]);
		dot[3] = (unsigned char)((sum[3] + area / 2) / area);
	}
	memset(s->sums, 0,
	       (size_t)s->to->width * GP_DOT_BYTES * sizeof *s->sums);
}

/* A row of the source goes into one row of the result, or into two. */
static void
shrink_rows(struct shrinking *s)
{
	unsigned old = s->from->height, fresh = s->to->height, y, k = 0;

	for (y = 0; y < old; y++) {
		sum_row(s, y);
		add_row(s, overlap(y, k, old, fresh));
		if ((uint64_t)(y + 1) * fresh < (uint64_t)(k + 1) * old)
			continue;
		put_row(s, k++);
		if (k < fresh)
			add_row(s, overlap(y, k, old, fresh));
	}
}

bool
gp_dots_shrink(struct gp_dots *d, unsigned width, unsigned height,
               struct gp_err *e)
{
	struct gp_dots to;
	struct shrinking s = { .from = d, .to = &to };
	size_t n = (size_t)width * GP_DOT_BYTES;
	bool ok;

	if (width >= d->width && height >= d->height)
		return true;
	if (!gp_dots_make(&to, width < d->width ? width : d->width,
	                  height < d->height ? height : d->height, e))
		return false;
	to.clear = d->clear;
	s.across = calloc(n, sizeof *s.across);
	s.sums = calloc(n, sizeof *s.sums);
	ok = s.across && s.sums;
	if (ok) {
		shrink_rows(&s);
		gp_dots_free(d);
		*d = to;
	} else {
		gp_dots_free(&to);
		gp_fail(e, GP_NOMEM, "out of memory");
	}
	free(s.across);
	free(s.sums);
	return ok;
}
