/**
 * What the APIs of the providers of shipping labels have in common: lists in JSON over GET, with a page's worth of further
 * calls for what a label needs beside itself.
 *
 * <p>What always holds: of what a platform gives, only the fields that its language reads are passed on, since most of the
 * rest names people; paging ends, even if the platform gives the same page for ever; a call waits for what the platform asks,
 * within bounds.
 *
 * <p>What it refuses: answers that are larger than 32 MB or not JSON, and redirects, which would carry a key to another host.
 */
@NullMarked
package io.daybook.retrieval.shipping;

import org.jspecify.annotations.NullMarked;
