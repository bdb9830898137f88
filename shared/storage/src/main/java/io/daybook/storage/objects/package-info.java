/** Named objects, written whole: statements and journals in a bucket or in a folder. */
@NullMarked
package io.daybook.storage.objects;

import org.jspecify.annotations.NullMarked;
