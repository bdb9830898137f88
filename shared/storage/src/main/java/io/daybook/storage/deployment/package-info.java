/** What functions stand on, put together: in the cloud from a function's environment, elsewhere by whoever runs them. */
@NullMarked
package io.daybook.storage.deployment;

import org.jspecify.annotations.NullMarked;
