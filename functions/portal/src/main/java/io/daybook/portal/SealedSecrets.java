package io.daybook.portal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.portal.page.ConnectView;
import io.daybook.storage.deployment.Deployment;
import io.daybook.storage.secrets.SecretBox;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Enciphers what a person typed before it is handed on: the portal may encipher under the hub's key and may not decipher, and
 * what it hands on is of no use to whoever sees it on its way.
 */
final class SealedSecrets {
  /** The field of the webhook secret. */
  static final String WEBHOOK = "webhook";

  private static final String PREFIX = "secret-";

  private final SecretBox box;

  SealedSecrets(Deployment deployment, Book book, ConnectionName name) {
    this.box = deployment.secrets().of(book, name);
  }

  /** Those that were given, by the name of their field. */
  ObjectNode of(List<ConnectView.SecretField> fields, Map<String, String> form) {
    ObjectNode sealed = new ObjectMapper().createObjectNode();
    for (ConnectView.SecretField field : fields) {
      byte[] secret =
          form.getOrDefault(PREFIX + field.name(), "").strip().getBytes(StandardCharsets.UTF_8);
      if (secret.length > SecretBox.MAX_BYTES) {
        throw new UnreadableRequest("a secret is longer than any");
      }
      if (secret.length > 0) {
        sealed.put(field.name(), box.seal(secret));
      }
    }
    return sealed;
  }
}
