/**
 * Connection secrets, enciphered before they are stored: by a key file on one machine, by KMS in the cloud.
 *
 * <p>What always holds: a sealed secret begins with the name of its format and opens only for the book and connection it
 * was sealed for. It refuses a key file that anybody but its owner may read. No method shows a secret in a message.
 */
@NullMarked
package io.daybook.storage.secrets;

import org.jspecify.annotations.NullMarked;
