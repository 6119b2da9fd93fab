/*
 * What a page would have fetched from elsewhere, had a browser opened it.
 * Nothing is fetched; whether the article needs it is not known here.  Private
 * to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_FETCHES_H
#define GP_IMPORT_HTML_HTML_FETCHES_H

#include "import/html/page/html_reading.h"

/* A note to h->d that counts the images, scripts, frames, style sheets and
   films of h->flat; none when there are none.  Cost: linear. */
void
gp_html_note_fetches(const struct gp_html *h);

#endif
