package io.daybook.storage.dynamodb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far the streams were read: by stream and shard, the last sequence number read, or {@value #ENDED} for a shard that
 * was read to its end. A shard that is not named was not begun.
 */
record StreamPlace(Map<String, Map<String, String>> streams) {
  /** In place of a sequence number: nothing more will come. */
  static final String ENDED = "end";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  StreamPlace {
    Map<String, Map<String, String>> copy = new TreeMap<>();
    streams.forEach((stream, shards) -> copy.put(stream, new TreeMap<>(shards)));
    streams = copy;
  }

  static StreamPlace parse(String text) {
    try {
      return new StreamPlace(
          MAPPER.readValue(text, new TypeReference<Map<String, Map<String, String>>>() {}));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("'" + text + "' is not a place of this feed", e);
    }
  }

  /** The shards of a stream that were begun; can be written to. */
  Map<String, String> shards(String stream) {
    return streams.computeIfAbsent(stream, none -> new TreeMap<>());
  }

  @Override
  public String toString() {
    try {
      return MAPPER.writeValueAsString(streams);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a place of maps of text can always be written", e);
    }
  }
}
