package io.daybook.direct;

import com.google.gson.stream.JsonWriter;
import io.daybook.ledger.StoreFailure;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** KMS's Decrypt. */
public final class Kms {
  private static final List<String> ALTERED =
      List.of("InvalidCiphertextException", "IncorrectKeyException");

  private final Service service;
  private final URI endpoint;
  private final String keyId;

  /**
   * The keys of a region.
   *
   * @param keyId id, ARN or alias of the only key that opens anything
   */
  public Kms(String keyId, Endpoints endpoints, CredentialSource credentials, Clock clock) {
    this.service = new Service(new Signer(endpoints.region(), "kms"), credentials, clock);
    this.endpoint = endpoints.kms();
    this.keyId = keyId;
  }

  /**
   * What was enciphered under a context.
   *
   * @throws IllegalArgumentException if the blob was altered, or enciphered under another key or context
   */
  public byte[] decrypt(byte[] blob, Map<String, String> context, Deadline deadline) {
    String doing = "open a secret of " + context;
    Outcome outcome =
        service.call(
            doing,
            "POST",
            endpoint,
            Map.of(
                "content-type",
                "application/x-amz-json-1.1",
                "x-amz-target",
                "TrentService.Decrypt"),
            body(blob, context),
            JsonReading.ANSWERS,
            deadline);
    if (outcome instanceof Outcome.Refused refused && ALTERED.contains(refused.code())) {
      throw new IllegalArgumentException(
          "a secret of " + context + " was altered, or sealed with another key");
    }
    return plaintext(doing, outcome.orFail(doing));
  }

  private byte[] body(byte[] blob, Map<String, String> context) {
    StringWriter text = new StringWriter();
    try (JsonWriter json = new JsonWriter(text)) {
      json.beginObject();
      json.name("KeyId").value(keyId);
      json.name("CiphertextBlob").value(Base64.getEncoder().encodeToString(blob));
      json.name("EncryptionContext").beginObject();
      for (Map.Entry<String, String> part : context.entrySet()) {
        json.name(part.getKey()).value(part.getValue());
      }
      json.endObject().endObject();
    } catch (IOException e) {
      throw new IllegalStateException("memory can be written to", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] plaintext(String doing, Reply reply) {
    try {
      Optional<String> plaintext = JsonReading.member(reply.body(), "Plaintext");
      if (plaintext.isEmpty()) {
        throw new StoreFailure("cannot " + doing, new IOException("the answer has no Plaintext"));
      }
      return Base64.getDecoder().decode(plaintext.get());
    } catch (IOException | IllegalArgumentException e) {
      // Without the cause, whose message might quote the secret.
      throw new StoreFailure("cannot " + doing, new IOException("the answer cannot be read"));
    }
  }
}
