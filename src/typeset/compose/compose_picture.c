/* The picture of a figure as a block: as large as its dots ask for and the
   page allows.  It does not look into the file. */
#include "typeset/compose/body_frames.h"

#include "base/text/uri.h"

enum { MOST_DOTS = 1 << 26, MOST_SIDE = 32000 };

/* A dot is 1/96 inch where there is room. */
static void
scale(const struct gp_image *image, gp_len room, gp_len depth, gp_len *width,
      gp_len *height)
{
	int64_t w = (int64_t)image->width * GP_PT * 3 / 4;
	int64_t h = (int64_t)image->height * GP_PT * 3 / 4;

	if (w > room) {
		h = h * room / w;
		w = room;
	}
	if (h > depth) {
		w = w * depth / h;
		h = depth;
	}
	*width = (gp_len)(w > GP_PT ? w : GP_PT);
	*height = (gp_len)(h > GP_PT ? h : GP_PT);
}

static bool
is_sane(const struct gp_image *image)
{
	return image->width > 0 && image->height > 0 &&
	       image->width <= MOST_SIDE && image->height <= MOST_SIDE &&
	       image->width * (uint64_t)image->height <= MOST_DOTS;
}

/* A drawing that paper does not know all of. */
static bool
is_for_screens(const struct gp_image *image)
{
	return image->type == GP_IMAGE_SVG && !image->drawing;
}

/* Words for who cannot see it: without any, its name.  That it has none was
   said when the picture was found. */
static struct gp_str
words_for(const struct gp_node_figure *figure)
{
	return gp_str_trim(figure->alt).n ? figure->alt : figure->image;
}

/* The element that the figure is put in, and where it leads: a link stands in a
   paragraph. */
static struct gp_voice
lead_of(struct gp_flow *f, const struct gp_node_figure *figure, uint32_t outer)
{
	struct gp_voice none = { .element = outer, .link = GP_NONE }, v = none;
	struct gp_buf url = { .max = 0 };
	bool leads = gp_url(figure->link, &url);

	gp_buf_free(&url);
	if (!leads)
		return none;
	v.element = gp_tree_element(&f->tree, outer, GP_TAG_P);
	return gp_flow_link(f, &v, figure->link);
}

/* How high a picture may be drawn: one that is higher than wide less, so that
   words have room with it on its page. */
static gp_len
most_depth(const struct gp_style *s, const struct gp_image *image)
{
	bool portrait = image && image->height > image->width;

	return gp_style_depth(s) / 100 * (portrait ? 45 : 75);
}

bool
gp_body_picture(struct gp_body *b, const struct gp_node *n,
                const struct gp_body_frame *frame)
{
	struct gp_flow *f = b->flow;
	const struct gp_node_figure *figure = gp_node_figure(n);
	const struct gp_image *image = gp_pack_image(f->pack, figure->image);
	struct gp_block block = gp_flow_block(f, GP_ROLE_CAPTION);
	gp_len room = gp_flow_measure(f) - frame->indent;
	gp_len depth = most_depth(f->style, image);
	struct gp_voice voice;

	if (!image || !is_sane(image) || is_for_screens(image) || !block.cells)
		return false;
	voice = lead_of(f, figure, frame->element);
	block.lead = voice.link;
	b->figure = gp_tree_element(&f->tree, voice.element, GP_TAG_FIGURE);
	if (b->figure == GP_NONE)
		return true;
	f->tree.elements[b->figure].alt = words_for(figure);
	block.image = image;
	block.cells[0].element = b->figure;
	block.cells[0].node = n;
	block.cells[0].x = frame->indent;
	scale(image, room, depth, &block.cells[0].width, &block.leading);
	block.widest = block.cells[0].width;
	block.tallest = block.leading;
	block.before = f->style->roles[GP_ROLE_BODY].leading / 2;
	block.after = f->style->roles[GP_ROLE_BODY].leading / 2;
	block.whole = true;
	block.keep = block.brief = n->first != NULL;
	(void)gp_flow_add(f, &block);
	return true;
}
