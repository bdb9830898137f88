package io.daybook.portal;

import io.daybook.ledger.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A form with files, as a browser sends it (RFC 7578). Of a name that comes twice the first counts; a file field that was left
 * empty has no file.
 *
 * @param fields what was typed, by name
 * @param files what was chosen, by name
 */
record Multipart(Map<String, String> fields, Map<String, Upload> files) {
  /** A file as it was chosen. */
  record Upload(String name, Bytes bytes) {}

  static final String TYPE = "multipart/form-data";

  /** No form of ours has as many. */
  private static final int MOST_PARTS = 20;

  private static final String END_OF_HEADERS = "\r\n\r\n";
  private static final Pattern BOUNDARY =
      Pattern.compile("(?i)boundary=\"?([-0-9A-Za-z'()+_,./:=?]{1,70})\"?");
  private static final Pattern NAME = Pattern.compile("(?i)[; ]name=\"([^\"\r\n]{0,100})\"");
  private static final Pattern FILE = Pattern.compile("(?i)[; ]filename=\"([^\"\r\n]{0,300})\"");

  Multipart {
    fields = Map.copyOf(fields);
    files = Map.copyOf(files);
  }

  /**
   * Reads a body.
   *
   * @param contentType of the request, with the boundary
   * @throws UnreadableRequest if it is no such form
   */
  static Multipart read(String contentType, byte[] body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw new UnreadableRequest("the form has no boundary");
    }
    // One character a byte: positions in the text are positions in the body.
    String text = new String(body, StandardCharsets.ISO_8859_1);
    String line = "--" + boundary.group(1);
    if (!text.startsWith(line)) {
      throw new UnreadableRequest("the form does not begin with its boundary");
    }
    Map<String, String> fields = new HashMap<>();
    Map<String, Upload> files = new HashMap<>();
    int at = line.length();
    for (int parts = 0; !text.startsWith("--", at); parts++) {
      int headers = text.indexOf(END_OF_HEADERS, at);
      int end = headers < 0 ? -1 : text.indexOf("\r\n" + line, headers);
      if (end < 0 || parts == MOST_PARTS) {
        throw new UnreadableRequest("the form has no end");
      }
      // The end of the headers may be the beginning of the boundary of an empty part.
      int start = Math.min(headers + END_OF_HEADERS.length(), end);
      part(text.substring(at, headers), text.substring(start, end), fields, files);
      at = end + 2 + line.length();
    }
    return new Multipart(fields, files);
  }

  private static void part(
      String headers, String content, Map<String, String> fields, Map<String, Upload> files) {
    String name =
        find(NAME, headers).orElseThrow(() -> new UnreadableRequest("a part has no name"));
    byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
    Optional<String> file = find(FILE, headers);
    if (file.isEmpty()) {
      fields.putIfAbsent(name, new String(bytes, StandardCharsets.UTF_8));
    } else if (!file.get().isEmpty()) {
      files.putIfAbsent(name, new Upload(plain(file.get()), Bytes.of(bytes)));
    }
  }

  private static Optional<String> find(Pattern pattern, String headers) {
    Matcher found = pattern.matcher(headers);
    return found.find()
        ? Optional.of(
            new String(
                found.group(1).getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
        : Optional.empty();
  }

  /** The last part of a path, in characters that can be shown. */
  private static String plain(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    return last.replaceAll("[\\p{C}]", "");
  }
}
