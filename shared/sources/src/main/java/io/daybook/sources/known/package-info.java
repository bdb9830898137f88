/**
 * The list of the platforms that this version can connect: one line for each. It knows every platform's package; none of them
 * knows it.
 */
@NullMarked
package io.daybook.sources.known;

import org.jspecify.annotations.NullMarked;
