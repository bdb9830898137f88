/**
 * The hub on one machine, and the command. The same functions as in the cloud, woken by a feed and a clock, behind an
 * HTTP server that speaks the function-URL event format on 127.0.0.1.
 */
@NullMarked
package io.daybook.local;

import org.jspecify.annotations.NullMarked;
