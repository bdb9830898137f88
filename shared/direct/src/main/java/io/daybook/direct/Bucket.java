package io.daybook.direct;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

/** A bucket of S3 into which objects are put. It says itself how they are enciphered and when they expire. */
public final class Bucket {
  private final Service service;
  private final URI address;

  /** A bucket by its name. */
  public Bucket(String name, Endpoints endpoints, CredentialSource credentials, Clock clock) {
    this.service = new Service(new Signer(endpoints.region(), "s3"), credentials, clock);
    this.address = endpoints.bucket(name);
  }

  /**
   * Puts an object; S3 takes it only if its bytes are those that were signed.
   *
   * @param key letters, digits, {@code -}, {@code .}, {@code _}, {@code ~} and {@code /} only
   */
  public void put(String key, byte[] body, Deadline deadline) {
    Outcome outcome =
        service.call(
            "keep " + address.resolve(key),
            "PUT",
            address.resolve(key),
            Map.of("x-amz-content-sha256", Signer.sha256(body)),
            body,
            XmlReading.ANSWERS,
            deadline);
    outcome.orFail("keep " + address.resolve(key));
  }

  /** S3's answers: nothing, or an error in XML whose code alone is looked for. */
  private static final class XmlReading implements Service.Reading {
    private static final XmlReading ANSWERS = new XmlReading();

    @Override
    public String code(byte[] body) {
      String text = new String(body, StandardCharsets.UTF_8);
      int start = text.indexOf("<Code>");
      int end = text.indexOf("</Code>");
      return start >= 0 && end > start ? text.substring(start + "<Code>".length(), end) : "";
    }

    @Override
    public boolean isWhole(byte[] body) {
      return true;
    }
  }
}
