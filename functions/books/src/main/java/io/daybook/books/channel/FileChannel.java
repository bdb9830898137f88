package io.daybook.books.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.events.FactJson;
import io.daybook.notices.Channel;
import io.daybook.notices.Delivery;
import io.daybook.notices.Destination;
import io.daybook.notices.Letter;
import io.daybook.storage.OwnerOnly;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

/**
 * A file that grows: a letter is one line of JSON, whose {@code sentence} a person reads with {@code tail}. Stands in for
 * mail and topic on one machine, and says where the letter would have gone.
 */
final class FileChannel implements Channel {
  private static final ObjectMapper MAPPER = FactJson.mapper();

  private record Entry(
      Instant at, String sentence, String to, String id, String book, List<Letter.Told> notices) {}

  private final Path file;

  FileChannel(Path file) {
    this.file = file;
  }

  @Override
  public Delivery send(Destination place, Letter letter) {
    try {
      if (!Files.exists(file)) {
        OwnerOnly.makeFile(file);
      }
      Files.writeString(
          file, line(place, letter), StandardCharsets.UTF_8, StandardOpenOption.APPEND);
      return new Delivery.Sent();
    } catch (IOException broken) {
      return new Delivery.Failed(
          file.getFileName() + " cannot be written: " + broken.getClass().getSimpleName());
    }
  }

  private static String line(Destination place, Letter letter) throws JsonProcessingException {
    return MAPPER.writeValueAsString(
            new Entry(
                letter.at(),
                letter.subject(),
                place.text(),
                letter.id(),
                letter.book().name(),
                letter.notices()))
        + "\n";
  }
}
