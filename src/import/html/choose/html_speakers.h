/*
 * Who speaks in a debate, where each name is a link.  A name is told by what
 * comes again and what differs; names themselves are not known here.  Private
 * to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_SPEAKERS_H
#define GP_IMPORT_HTML_HTML_SPEAKERS_H

#include "import/html/page/html_page.h"

/* Brings back names over what was said: lines of links, built alike, of which
   two differ and one comes again, each with running text behind it that stays;
   and up to two short lines between them, of an office or a constituency.  The
   words of them; 0 too when memory is short.  Cost: linear. */
unsigned
gp_html_keep_speakers(struct gp_html_page *p);

#endif
