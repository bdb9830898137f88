package io.daybook.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What the platform is told. The words are fixed, so they need no escaping. */
public enum Answer {
  /** Durably kept. */
  KEPT(200, "kept"),
  /** Was kept before. */
  DUPLICATE(200, "kept before"),
  /** A platform asked whether the address is ours, and gets its word back. */
  CHALLENGED(200, "challenged"),
  /** No event of a function URL. */
  UNREADABLE(400, "the request cannot be read"),
  /** Not signed as it should be. */
  REFUSED(401, "the signature does not verify"),
  /** No such address. */
  NOT_FOUND(404, "no such connection"),
  /** Only POST. */
  NOT_ALLOWED(405, "only POST"),
  /** More than {@link IngestFunction#MAX_BODY}. */
  TOO_LARGE(413, "the body is larger than 6 MB"),
  /** Not kept: send it again. */
  NOT_KEPT(503, "not kept, please send it again");

  private final int status;
  private final String words;

  Answer(int status, String words) {
    this.status = status;
    this.words = words;
  }

  void write(OutputStream output) throws IOException {
    write(output, "result", words);
  }

  /** With a body of one member; neither name nor value needs escaping. */
  void write(OutputStream output, String name, String value) throws IOException {
    String json =
        "{\"statusCode\":"
            + status
            + ",\"headers\":{\"content-type\":\"application/json\"},\"body\":\"{\\\""
            + name
            + "\\\":\\\""
            + value
            + "\\\"}\",\"isBase64Encoded\":false}";
    output.write(json.getBytes(StandardCharsets.UTF_8));
  }
}
