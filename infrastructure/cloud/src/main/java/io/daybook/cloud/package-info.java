/** The cloud: the template that the catalogue synthesises to, and how it is deployed, upgraded and rolled back. */
@NullMarked
package io.daybook.cloud;

import org.jspecify.annotations.NullMarked;
