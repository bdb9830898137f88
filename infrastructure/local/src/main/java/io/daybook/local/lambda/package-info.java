/** Lambda on one machine: invokes a handler with an event as the service would, with a deadline and one answer. */
@NullMarked
package io.daybook.local.lambda;

import org.jspecify.annotations.NullMarked;
