/* The host of a call: what the settings say of it, and telling it how far the
   work is. */
#include "base/host.h"

struct gp_host
gp_host_of(const struct gp_settings *settings)
{
	return (struct gp_host){
		.data = settings->data,
		.threads = settings->threads,
		.user = settings->user,
		.cancelled = settings->cancelled,
		.progress = settings->progress,
	};
}

bool
gp_host_progress(const struct gp_host *host, const char *stage, size_t done,
                 size_t total, struct gp_err *e)
{
	if (host->cancelled && host->cancelled(host->user))
		return gp_fail(e, GP_CANCELLED, "stopped before the end");
	if (host->progress)
		host->progress(host->user, stage, done, total);
	return true;
}
