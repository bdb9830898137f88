package io.daybook.cloud.fake;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What the server answers. */
public final class Answer {
  private final int status;
  private final byte[] body;
  private final Map<String, String> headers;

  private Answer(int status, byte[] body, Map<String, String> headers) {
    this.status = status;
    this.body = body;
    this.headers = Map.copyOf(headers);
  }

  static Answer ok(String body) {
    return new Answer(200, body.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  static Answer ok(byte[] body, Map<String, String> headers) {
    return new Answer(200, body, headers);
  }

  static Answer empty(int status) {
    return new Answer(status, new byte[0], Map.of());
  }

  /** An error as the services with XML say it. */
  static Answer xmlError(int status, String code, String message) {
    String error =
        "<Type>Sender</Type><Code>"
            + code
            + "</Code><Message>"
            + Xml.escape(message)
            + "</Message>";
    return new Answer(
        status,
        ("<ErrorResponse><Error>" + error + "</Error><RequestId>r</RequestId></ErrorResponse>")
            .getBytes(StandardCharsets.UTF_8),
        Map.of());
  }

  /** An error as S3 says it. */
  static Answer s3Error(int status, String code, String message) {
    return new Answer(
        status,
        ("<Error><Code>" + code + "</Code><Message>" + Xml.escape(message) + "</Message></Error>")
            .getBytes(StandardCharsets.UTF_8),
        Map.of());
  }

  /** An error as the services with JSON say it. */
  static Answer jsonError(int status, String code, String message) {
    return new Answer(
        status,
        ("{\"__type\":\""
                + code
                + "\",\"message\":\""
                + message
                + "\",\"Message\":\""
                + message
                + "\"}")
            .getBytes(StandardCharsets.UTF_8),
        Map.of("x-amzn-ErrorType", code));
  }

  int status() {
    return status;
  }

  byte[] body() {
    return body.clone();
  }

  Map<String, String> headers() {
    return headers;
  }
}
