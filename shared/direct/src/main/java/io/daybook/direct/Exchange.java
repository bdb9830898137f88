package io.daybook.direct;

import io.daybook.ledger.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Map;
import java.util.zip.CRC32;

/** One try: a request sent, its answer read to the end. */
final class Exchange {
  /** The longest that one try waits for a connection or for the next bytes; then another is worth more. */
  private static final long MAX_WAIT_MILLIS = 1_000;

  private static final String CHECKSUM = "x-amz-crc32";

  private final String method;
  private final URI address;
  private final Map<String, String> headers;
  private final byte[] body;

  Exchange(String method, URI address, Map<String, String> headers, byte[] body) {
    this.method = method;
    this.address = address;
    this.headers = headers;
    this.body = body;
  }

  /**
   * Sends and reads.
   *
   * @throws IOException if the answer did not come whole before the deadline, or is larger than the most
   */
  Reply send(Deadline deadline, int mostBytes) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    int wait = wait(deadline);
    connection.setConnectTimeout(wait);
    connection.setReadTimeout(wait);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setRequestMethod(method);
    for (Map.Entry<String, String> header : headers.entrySet()) {
      connection.setRequestProperty(header.getKey(), header.getValue());
    }
    boolean whole = false;
    try {
      if (!method.equals("GET")) {
        connection.setDoOutput(true);
        // Streaming also keeps it from sending a second time on its own: what is tried again is
        // ours to say.
        connection.setFixedLengthStreamingMode(body.length);
        try (OutputStream out = connection.getOutputStream()) {
          out.write(body);
        }
      }
      Reply reply = read(connection, deadline, mostBytes);
      whole = true;
      return reply;
    } finally {
      if (!whole) {
        // A connection with half an answer in it must not be used again.
        connection.disconnect();
      }
    }
  }

  private static int wait(Deadline deadline) throws SocketTimeoutException {
    long left = deadline.leftMillis();
    if (left <= 0) {
      throw new SocketTimeoutException("no time is left");
    }
    return (int) Math.min(MAX_WAIT_MILLIS, left);
  }

  private static Reply read(HttpURLConnection connection, Deadline deadline, int mostBytes)
      throws IOException {
    int status = connection.getResponseCode();
    if (status < 0) {
      throw new IOException("the answer is not HTTP");
    }
    byte[] content = content(connection, status, deadline, mostBytes);
    long length = connection.getContentLengthLong();
    if (length >= 0 && length != content.length) {
      throw new IOException("the answer ends after " + content.length + " of " + length + " bytes");
    }
    String checksum = connection.getHeaderField(CHECKSUM);
    if (checksum != null) {
      requireChecksum(checksum, content);
    }
    return new Reply(status, Bytes.of(content));
  }

  private static byte[] content(
      HttpURLConnection connection, int status, Deadline deadline, int mostBytes)
      throws IOException {
    try (InputStream in =
        status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
      if (in == null) {
        return new byte[0];
      }
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      byte[] buffer = new byte[8 * 1024];
      for (int size = in.read(buffer); size >= 0; size = in.read(buffer)) {
        content.write(buffer, 0, size);
        if (content.size() > mostBytes) {
          throw new IOException("the answer has more than " + mostBytes + " bytes");
        }
        if (deadline.leftMillis() <= 0) {
          throw new SocketTimeoutException("the answer did not come whole in time");
        }
      }
      return content.toByteArray();
    }
  }

  /** DynamoDB says what its answers add up to. */
  private static void requireChecksum(String told, byte[] content) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(content);
    if (!Long.toString(sum.getValue()).equals(told.strip())) {
      throw new IOException("the answer was damaged on its way");
    }
  }
}
