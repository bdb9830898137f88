package io.daybook.sources.bank;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A bank's file as a message of the inbox: a first line of JSON that says how it was read, then the file's own bytes. So the
 * books can be made again from it, whatever becomes of the mapping.
 */
public final class BankMessage {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String NUMBER = "number";
  private static final String MAPPING = "mapping";

  private final Optional<String> number;
  private final Optional<Map<String, String>> mapping;
  private final byte[] file;

  private BankMessage(Optional<String> number, Optional<Map<String, String>> mapping, byte[] file) {
    this.number = number;
    this.mapping = mapping;
    this.file = file;
  }

  /**
   * Writes a message.
   *
   * @param number of the account in the file; absent if the format has none
   * @param mapping the settings that it is read with, if it is CSV
   * @param file the bytes
   */
  public static byte[] write(
      Optional<String> number, Optional<Map<String, String>> mapping, byte[] file) {
    Map<String, Object> how = new LinkedHashMap<>();
    number.ifPresent(value -> how.put(NUMBER, value));
    mapping.ifPresent(settings -> how.put(MAPPING, new TreeMap<>(settings)));
    try {
      byte[] line = (MAPPER.writeValueAsString(how) + "\n").getBytes(StandardCharsets.UTF_8);
      byte[] body = Arrays.copyOf(line, line.length + file.length);
      System.arraycopy(file, 0, body, line.length, file.length);
      return body;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("strings cannot be written as JSON", e);
    }
  }

  /** Reads a message; empty if its first line is not what {@link #write} makes. */
  static Optional<BankMessage> read(byte[] body) {
    int end = 0;
    while (end < body.length && body[end] != '\n') {
      end++;
    }
    try {
      Map<String, Object> how =
          MAPPER.readValue(body, 0, end, new TypeReference<Map<String, Object>>() {});
      if (how == null || end == body.length) {
        return Optional.empty();
      }
      return Optional.of(
          new BankMessage(
              Optional.ofNullable(how.get(NUMBER)).map(Object::toString),
              how.get(MAPPING) instanceof Map<?, ?> settings
                  ? Optional.of(strings(settings))
                  : Optional.empty(),
              Arrays.copyOfRange(body, end + 1, body.length)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Map<String, String> strings(Map<?, ?> settings) {
    Map<String, String> strings = new TreeMap<>();
    settings.forEach((name, value) -> strings.put(String.valueOf(name), String.valueOf(value)));
    return strings;
  }

  Optional<String> number() {
    return number;
  }

  Optional<Map<String, String>> mapping() {
    return mapping;
  }

  byte[] file() {
    return file.clone();
  }
}
