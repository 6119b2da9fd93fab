/* Lengths are in px, as Outlook's Word and old web mail know no other for
   certain; faces are those of the web edition that such programs have.  Colours
   are those of styles/web.css; what stands between two @ is the design's.  No
   element is known here but those of the last table. */
#include "write/mail/message_style.h"

#include "write/xhtml/design_css.h"

#define SANS "Arial, Helvetica, sans-serif"
#define SERIF "Georgia, Cambria, 'Times New Roman', serif"
#define INK "color:#1a1b1c;"
#define FAINT "color:#55595e;"
#define ACCENT "color:@accent@;"
#define LINE_ABOVE "border-top:1px solid #b9bcc0;"

static const char *const rows[GP_MS_COUNT] = {
	[GP_MS_PAGE] = "margin:0;padding:0;background-color:#fdfdfc;" INK,
	[GP_MS_SHEET] = "width:100%;max-width:640px;margin:0 auto;",
	[GP_MS_HIDDEN] = "display:none;max-height:0;overflow:hidden;"
			 "mso-hide:all;font-size:1px;line-height:1px;",
	[GP_MS_MARKING] =
		"padding:18px 0;text-align:center;letter-spacing:1px;" INK
		"font:bold 14px/20px " SANS ";",
	[GP_MS_HANDLING] = "padding:0 0 14px;text-align:center;" FAINT
			   "font:14px/20px " SANS ";",
	[GP_MS_BAR] = "border-top:4px solid @accent@;font-size:0;"
		      "line-height:0;height:12px;",
	[GP_MS_ORGANISATION] =
		"padding:0 0 8px;" ACCENT "font:bold 15px/22px " SANS ";",
	[GP_MS_TITLE] = "margin:0;padding:0 0 10px;" INK
			"font:bold 31px/37px " SERIF ";",
	[GP_MS_SUBTITLE] = "padding:0 0 10px;" INK "font:20px/28px " SERIF ";",
	[GP_MS_PARTICULARS] =
		"padding:0 0 4px;" FAINT "font:15px/23px " SANS ";",
	[GP_MS_LEAD] = "padding:2px 0;" ACCENT "font:bold 15px/23px " SANS ";",
	[GP_MS_LINK_ROW] =
		"padding:6px 0 2px;" INK "font:bold 15px/24px " SANS ";",
	[GP_MS_LINK] = INK "text-decoration:underline;",
	[GP_MS_HEADING] = "margin:0;padding:34px 0 8px;" ACCENT
			  "font:bold 16px/22px " SANS ";",
	[GP_MS_ITEM] = LINE_ABOVE "padding:12px 0 14px;",
	[GP_MS_HEADLINE] = "margin:0;" INK "font:bold 20px/26px " SERIF ";",
	[GP_MS_HEADLINE_LINK] = ACCENT "text-decoration:none;",
	[GP_MS_STANDFIRST] = "margin:5px 0 0;" INK "font:17px/25px " SERIF ";",
	[GP_MS_BELOW] = "margin:6px 0 0;" FAINT "font:14px/21px " SANS ";",
	[GP_MS_MARK] = ACCENT "font-weight:bold;",
	[GP_MS_PLACE] = "margin:5px 0 0;" FAINT "font:13px/20px " SANS
			";word-break:break-all;",
	[GP_MS_ARTICLE] = "padding:14px 0 10px;" INK "font:17px/27px " SERIF
			  ";overflow-wrap:break-word;",
	[GP_MS_ARTICLE_TITLE] =
		"margin:26px 0 0;border-top:4px solid @accent@;"
		"padding:14px 0 0;" INK "font:bold 26px/32px " SERIF ";",
	[GP_MS_TEXT] = "padding:4px 0;" INK "font:17px/26px " SERIF ";",
};

static const char sheet[] =
	":root{color-scheme:light dark;}"
	"@media (prefers-color-scheme:dark){"
	".gp-page{background-color:#17181a!important;}"
	".gp-ink,.gp-ink a{color:#e6e4df!important;}"
	".gp-faint,.gp-faint a{color:#a9abae!important;}"
	".gp-accent,.gp-ink a.gp-accent{color:@accent-light@!important;}"
	".gp-line{border-color:#4b4e52!important;}"
	".gp-bar{border-color:@accent-light@!important;}"
	"img{background:#fff;}}";

static struct gp_str
filled(const struct gp_style *design, const char *css, struct gp_arena *a,
       struct gp_err *e)
{
	struct gp_buf out = { .max = 0 };

	if (!gp_design_css(design, "message", gp_str(css), &out, e))
		gp_buf_clear(&out);
	return gp_arena_buf(a, &out);
}

bool
gp_message_styles(const struct gp_style *design, struct gp_arena *a,
                  struct gp_message_styles *out, struct gp_err *e)
{
	size_t i;

	for (i = 0; i < GP_MS_COUNT; i++)
		out->rows[i] = filled(design, rows[i], a, e);
	out->sheet = filled(design, sheet, a, e);
	return e->code == GP_OK && gp_arena_ok(a, e);
}

#define HEADING_OF(size) \
	"margin:24px 0 8px;font:bold " size " " SERIF ";color:inherit;"

const struct gp_xml_style gp_message_body[] = {
	{ "p", "margin:0 0 14px;" },
	{ "a", "color:inherit;text-decoration:underline;" },
	{ "h3", HEADING_OF("20px/26px") },
	{ "h4", HEADING_OF("19px/25px") },
	{ "h5", HEADING_OF("17px/25px") },
	{ "h6", HEADING_OF("17px/25px") },
	{ "ul", "margin:0 0 14px;padding:0 0 0 24px;" },
	{ "ol", "margin:0 0 14px;padding:0 0 0 24px;" },
	{ "li", "margin:0 0 5px;" },
	{ "dl", "margin:0 0 14px;" },
	{ "dt", "font-weight:bold;" },
	{ "dd", "margin:0 0 8px 24px;" },
	{ "blockquote", "margin:18px 0;padding:0 0 0 18px;"
	                "border-left:3px solid #b9bcc0;" },
	{ "table", "width:100%;border-collapse:collapse;margin:20px 0;"
	           "font:15px/21px " SANS ";color:inherit;" },
	{ "th", "border-top:1px solid #b9bcc0;padding:6px 10px 6px 0;"
	        "vertical-align:top;" },
	{ "td", "border-top:1px solid #b9bcc0;padding:6px 10px 6px 0;"
	        "vertical-align:top;" },
	{ "figure", "margin:22px 0;" },
	{ "figcaption", "font:14px/20px " SANS ";margin:6px 0 0;" },
	{ "img", "display:block;max-width:100%;height:auto;" },
	{ "pre", "margin:0 0 14px;white-space:pre-wrap;"
	         "font:15px/22px Consolas, 'Liberation Mono', monospace;" },
	{ "hr", "border:0;border-top:1px solid #b9bcc0;margin:28px auto;"
	        "width:25%;" },
};
const size_t gp_message_n_body =
	sizeof gp_message_body / sizeof *gp_message_body;
