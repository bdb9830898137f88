/**
 * Where the books are kept: what the forms of storage share. How bodies and items lie there is {@code
 * io.daybook.items}'s.
 */
@NullMarked
package io.daybook.storage;

import org.jspecify.annotations.NullMarked;
