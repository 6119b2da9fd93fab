/* A path's commands one by one, arcs as curves by SVG 1.1, appendix F.6.  Where
   a path is damaged, what stands before that is drawn, as browsers do.  What is
   made of the lines is not known here. */
#include "import/picture/svg/svg_path.h"

#include "base/limits.h"
#include "base/vec.h"

#include <math.h>

/* A quarter of a circle as a curve: how far its handles reach, to 1/4000. */
static const double quarter = 0.5522847498;
static const double pi = 3.14159265358979323846;
/* On a page a hundred times as wide as the largest nothing is seen. */
static const double farthest = 100000;

/* ---- the pen ---- */

static void
add_line(struct gp_svg_pen *p, char op, const double *at, size_t points)
{
	struct gp_svg_line *row;
	const double *m = p->matrix.m;
	size_t i;

	if (p->n >= GP_MAX_SVG_LINES ||
	    !(row = GP_VEC_ADD(p->arena, p->lines, p->n, p->cap))) {
		p->failed = true;
		return;
	}
	*row = (struct gp_svg_line){ .op = op };
	for (i = 0; i < points; i++) {
		double x = m[0] * at[2 * i] + m[2] * at[2 * i + 1] + m[4];
		double y = m[1] * at[2 * i] + m[3] * at[2 * i + 1] + m[5];

		row->to[2 * i] = fmin(fmax(x, -farthest), farthest);
		row->to[2 * i + 1] = fmin(fmax(y, -farthest), farthest);
	}
}

void
gp_svg_move(struct gp_svg_pen *p, double x, double y)
{
	add_line(p, 'M', (double[]){ x, y }, 1);
}

void
gp_svg_line_to(struct gp_svg_pen *p, double x, double y)
{
	add_line(p, 'L', (double[]){ x, y }, 1);
}

void
gp_svg_curve(struct gp_svg_pen *p, const double to[6])
{
	add_line(p, 'C', to, 3);
}

void
gp_svg_close(struct gp_svg_pen *p)
{
	add_line(p, 'Z', NULL, 0);
}

/* A quarter of an ellipse round a corner: from the pen's place by way of
   (x1, y1) to (x2, y2). */
static void
corner(struct gp_svg_pen *p, const double from[2], const double by[2],
       const double to[2])
{
	double c[6] = { from[0] + (by[0] - from[0]) * quarter,
		        from[1] + (by[1] - from[1]) * quarter,
		        to[0] + (by[0] - to[0]) * quarter,
		        to[1] + (by[1] - to[1]) * quarter,
		        to[0],
		        to[1] };

	gp_svg_curve(p, c);
}

/* Eight points round a box whose corners are cut by rx and ry, and the corners
   between them. */
static void
round_box(struct gp_svg_pen *p, const double b[4], double rx, double ry)
{
	double l = b[0], t = b[1], r = b[0] + b[2], d = b[1] + b[3];
	const double at[8][2] = { { l + rx, t }, { r - rx, t }, { r, t + ry },
		                  { r, d - ry }, { r - rx, d }, { l + rx, d },
		                  { l, d - ry }, { l, t + ry } };
	const double by[4][2] = { { r, t }, { r, d }, { l, d }, { l, t } };
	size_t i;

	gp_svg_move(p, at[0][0], at[0][1]);
	for (i = 0; i < 4; i++) {
		const double *from = at[2 * i + 1];

		gp_svg_line_to(p, from[0], from[1]);
		corner(p, from, by[i], at[(2 * i + 2) % 8]);
	}
	gp_svg_close(p);
}

void
gp_svg_ellipse(struct gp_svg_pen *p, double cx, double cy, double rx, double ry)
{
	const double box[4] = { cx - rx, cy - ry, 2 * rx, 2 * ry };

	if (rx > 0 && ry > 0)
		round_box(p, box, rx, ry);
}

void
gp_svg_rectangle(struct gp_svg_pen *p, const double b[4], double rx, double ry)
{
	if (b[2] <= 0 || b[3] <= 0)
		return;
	if (rx > 0 && ry > 0) {
		round_box(p, b, fmin(rx, b[2] / 2), fmin(ry, b[3] / 2));
		return;
	}
	gp_svg_move(p, b[0], b[1]);
	gp_svg_line_to(p, b[0] + b[2], b[1]);
	gp_svg_line_to(p, b[0] + b[2], b[1] + b[3]);
	gp_svg_line_to(p, b[0], b[1] + b[3]);
	gp_svg_close(p);
}

/* ---- commands ---- */

struct following {
	struct gp_svg_pen *pen;
	struct gp_str rest;
	double x, y;           /* where it is */
	double from_x, from_y; /* where this part of the path began */
	double hand_x, hand_y; /* the handle that the last curve ended with */
	char last;             /* the command before, as a capital */
	bool relative;
};

static void
arrive(struct following *f, double x, double y)
{
	f->x = f->hand_x = x;
	f->y = f->hand_y = y;
}

static bool
numbers(struct following *f, double *n, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (!gp_svg_number(&f->rest, &n[i]))
			return false;
	return true;
}

/* Points, made absolute. */
static bool
points(struct following *f, double *n, size_t count)
{
	size_t i;

	if (!numbers(f, n, 2 * count))
		return false;
	for (i = 0; f->relative && i < count; i++) {
		n[2 * i] += f->x;
		n[2 * i + 1] += f->y;
	}
	return true;
}

static bool
follow_move(struct following *f)
{
	double n[2];

	if (!points(f, n, 1))
		return false;
	gp_svg_move(f->pen, n[0], n[1]);
	arrive(f, n[0], n[1]);
	f->from_x = n[0];
	f->from_y = n[1];
	return true;
}

static bool
follow_line(struct following *f)
{
	double n[2];

	if (!points(f, n, 1))
		return false;
	gp_svg_line_to(f->pen, n[0], n[1]);
	arrive(f, n[0], n[1]);
	return true;
}

static bool
follow_across(struct following *f)
{
	double n;

	if (!numbers(f, &n, 1))
		return false;
	arrive(f, f->relative ? f->x + n : n, f->y);
	gp_svg_line_to(f->pen, f->x, f->y);
	return true;
}

static bool
follow_down(struct following *f)
{
	double n;

	if (!numbers(f, &n, 1))
		return false;
	arrive(f, f->x, f->relative ? f->y + n : n);
	gp_svg_line_to(f->pen, f->x, f->y);
	return true;
}

static void
curve_to(struct following *f, const double n[6])
{
	gp_svg_curve(f->pen, n);
	f->x = n[4];
	f->y = n[5];
	f->hand_x = n[2];
	f->hand_y = n[3];
}

static bool
follow_curve(struct following *f)
{
	double n[6];

	if (!points(f, n, 3))
		return false;
	curve_to(f, n);
	return true;
}

/* The handle that mirrors the last one, when that was of such a curve. */
static void
mirror(const struct following *f, const char *of, double to[2])
{
	bool has = f->last == of[0] || f->last == of[1];

	to[0] = has ? 2 * f->x - f->hand_x : f->x;
	to[1] = has ? 2 * f->y - f->hand_y : f->y;
}

static bool
follow_smooth(struct following *f)
{
	double n[6];

	mirror(f, "CS", n);
	if (!points(f, n + 2, 2))
		return false;
	curve_to(f, n);
	return true;
}

/* A curve of the second degree, with its one handle. */
static void
quadratic(struct following *f, const double hand[2], const double to[2])
{
	double c[6] = { f->x + (hand[0] - f->x) * 2 / 3,
		        f->y + (hand[1] - f->y) * 2 / 3,
		        to[0] + (hand[0] - to[0]) * 2 / 3,
		        to[1] + (hand[1] - to[1]) * 2 / 3,
		        to[0],
		        to[1] };

	gp_svg_curve(f->pen, c);
	f->x = to[0];
	f->y = to[1];
	f->hand_x = hand[0];
	f->hand_y = hand[1];
}

static bool
follow_quadratic(struct following *f)
{
	double n[4];

	if (!points(f, n, 2))
		return false;
	quadratic(f, n, n + 2);
	return true;
}

static bool
follow_smooth_quadratic(struct following *f)
{
	double hand[2], to[2];

	mirror(f, "QT", hand);
	if (!points(f, to, 1))
		return false;
	quadratic(f, hand, to);
	return true;
}

/* ---- arcs ---- */

struct arc {
	double rx, ry, cos_turn, sin_turn; /* of the ellipse */
	double cx, cy;                     /* its middle */
	double start, sweep;               /* angles, radians */
};

static double
angle_of(double x, double y)
{
	return x == 0 && y == 0 ? 0 : atan2(y, x);
}

/* From two ends to a middle: F.6.5 and F.6.6. */
static void
find_middle(struct arc *a, const double from[2], const double to[2], bool large,
            bool forward)
{
	double dx = (from[0] - to[0]) / 2, dy = (from[1] - to[1]) / 2;
	double x = a->cos_turn * dx + a->sin_turn * dy;
	double y = -a->sin_turn * dx + a->cos_turn * dy;
	double too_far = x * x / (a->rx * a->rx) + y * y / (a->ry * a->ry);
	double k, cx, cy;

	if (too_far > 1) {
		a->rx *= sqrt(too_far);
		a->ry *= sqrt(too_far);
		too_far = 1;
	}
	k = too_far > 0 ? sqrt(fmax(0, 1 / too_far - 1)) : 0;
	k = large == forward ? -k : k;
	cx = k * a->rx * y / a->ry;
	cy = -k * a->ry * x / a->rx;
	a->cx = a->cos_turn * cx - a->sin_turn * cy + (from[0] + to[0]) / 2;
	a->cy = a->sin_turn * cx + a->cos_turn * cy + (from[1] + to[1]) / 2;
	a->start = angle_of((x - cx) / a->rx, (y - cy) / a->ry);
	a->sweep = angle_of((-x - cx) / a->rx, (-y - cy) / a->ry) - a->start;
	if (forward && a->sweep < 0)
		a->sweep += 2 * pi;
	else if (!forward && a->sweep > 0)
		a->sweep -= 2 * pi;
}

static void
put_on_ellipse(const struct arc *a, double x, double y, double to[2])
{
	to[0] = a->cx + a->rx * x * a->cos_turn - a->ry * y * a->sin_turn;
	to[1] = a->cy + a->rx * x * a->sin_turn + a->ry * y * a->cos_turn;
}

/* In parts of a quarter at most. */
static void
draw_arc(struct gp_svg_pen *p, const struct arc *a)
{
	int parts = (int)ceil(fabs(a->sweep) / (pi / 2) - 1e-9), i;
	double step = parts ? a->sweep / parts : 0;
	double reach = 4.0 / 3 * tan(step / 4), c[6];

	for (i = 0; i < parts; i++) {
		double u = a->start + i * step, v = u + step;

		put_on_ellipse(a, cos(u) - reach * sin(u),
		               sin(u) + reach * cos(u), c);
		put_on_ellipse(a, cos(v) + reach * sin(v),
		               sin(v) - reach * cos(v), c + 2);
		put_on_ellipse(a, cos(v), sin(v), c + 4);
		gp_svg_curve(p, c);
	}
}

static bool
follow_arc(struct following *f)
{
	double n[3], to[2], from[2] = { f->x, f->y };
	bool large, forward;
	struct arc a;

	if (!numbers(f, n, 3) || !gp_svg_flag(&f->rest, &large) ||
	    !gp_svg_flag(&f->rest, &forward) || !points(f, to, 1))
		return false;
	a = (struct arc){ .rx = fabs(n[0]),
		          .ry = fabs(n[1]),
		          .cos_turn = cos(n[2] * pi / 180),
		          .sin_turn = sin(n[2] * pi / 180) };
	if (a.rx < 1e-6 || a.ry < 1e-6) {
		gp_svg_line_to(f->pen, to[0], to[1]);
	} else if (from[0] != to[0] || from[1] != to[1]) {
		find_middle(&a, from, to, large, forward);
		draw_arc(f->pen, &a);
	}
	arrive(f, to[0], to[1]);
	return true;
}

static bool
follow_close(struct following *f)
{
	gp_svg_close(f->pen);
	arrive(f, f->from_x, f->from_y);
	return true;
}

/* ---- all of it ---- */

static bool (*const follows[26])(struct following *f) = {
	['M' - 'A'] = follow_move,      ['L' - 'A'] = follow_line,
	['H' - 'A'] = follow_across,    ['V' - 'A'] = follow_down,
	['C' - 'A'] = follow_curve,     ['S' - 'A'] = follow_smooth,
	['Q' - 'A'] = follow_quadratic, ['T' - 'A'] = follow_smooth_quadratic,
	['A' - 'A'] = follow_arc,       ['Z' - 'A'] = follow_close,
};

/* The command at the front, or the one before again; behind a move its numbers
   mean lines. */
static char
next_command(struct following *f)
{
	char c;

	f->rest = gp_str_trim(f->rest);
	c = f->rest.n ? f->rest.p[0] : '\0';
	if (gp_is_alpha(c)) {
		f->rest = gp_str_sub(f->rest, 1, f->rest.n);
		f->relative = gp_is_lower(c);
		return gp_to_upper(c);
	}
	return f->last == 'M' ? 'L' : f->last == 'Z' ? '\0' : f->last;
}

void
gp_svg_path(struct gp_svg_pen *p, struct gp_str d)
{
	struct following f = { .pen = p, .rest = d };
	char c;

	while ((f.rest = gp_str_trim(f.rest)).n && !p->failed) {
		c = next_command(&f);
		if (!gp_is_upper(c) || !follows[c - 'A'] ||
		    (f.last == '\0' && c != 'M') || !follows[c - 'A'](&f))
			return;
		f.last = c;
	}
}
