/**
 * {@code ./daybook bench}: what the parts cost in time and bytes, as tables.
 *
 * <p>What always holds: every table names the machine, the JVM and its flags; what is compared was measured in the same
 * run, in turns; no run fails because something took long. A run fails only where a promise is broken under load, such as
 * an accepted message that was not posted.
 */
@NullMarked
package io.daybook.bench;

import org.jspecify.annotations.NullMarked;
