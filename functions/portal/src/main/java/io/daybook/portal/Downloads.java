package io.daybook.portal;

import io.daybook.ledger.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Files to take along. */
final class Downloads {
  /** Lambda answers with at most 6 MB, of which Base64 takes a quarter; the rest leaves room for headers. */
  static final int MAX_BYTES = 4_400_000;

  private Downloads() {}

  /**
   * A file, packed if the browser unpacks it; empty if it is too large even so.
   *
   * @param name under which it is kept: letters, digits, dots and hyphens
   */
  static Optional<HttpAnswer> file(
      HttpRequest request, String name, String mediaType, byte[] bytes) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", mediaType);
    headers.put("cache-control", "no-store");
    headers.put("content-disposition", "attachment; filename=\"" + safe(name) + "\"");
    headers.put("vary", "accept-encoding");
    byte[] sent = bytes;
    if (unpacks(request)) {
      sent = gzip(bytes);
      headers.put("content-encoding", "gzip");
    }
    return sent.length > MAX_BYTES
        ? Optional.empty()
        : Optional.of(new HttpAnswer(200, headers, List.of(), Bytes.of(sent)));
  }

  private static boolean unpacks(HttpRequest request) {
    return request.header("accept-encoding").filter(list -> list.contains("gzip")).isPresent();
  }

  private static String safe(String name) {
    return name.replaceAll("[^A-Za-z0-9._-]", "-");
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot fail", e);
    }
    return packed.toByteArray();
  }
}
