/** How large the archives are that are deployed, and of what. */
@NullMarked
package io.daybook.bench.archive;

import org.jspecify.annotations.NullMarked;
