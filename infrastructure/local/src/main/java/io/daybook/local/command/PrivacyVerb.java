package io.daybook.local.command;

import io.daybook.books.privacy.Requests;
import io.daybook.ledger.Book;
import io.daybook.ledger.Message;
import io.daybook.ledger.MessageId;
import io.daybook.local.hub.Hub;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code privacy}: what people asked under privacy law, and what the hub keeps of them. */
@Command(
    name = "privacy",
    mixinStandardHelpOptions = true,
    description = {
      "List what people asked under privacy law and is not done, and the raw messages that name them.",
      "Erasures are done every night by themselves."
    })
final class PrivacyVerb extends Verb {
  private record Line(Instant receivedAt, String asked, String request, List<String> messages) {}

  @Option(names = "--book", paramLabel = "B", description = "The book (default: the only one).")
  @Nullable String book;

  @Option(
      names = "--into",
      paramLabel = "FOLDER",
      description =
          "Write the messages there, to answer who asked. They name the person: delete them after.")
  @Nullable Path into;

  @Override
  Report run(Hub hub) throws Complaint {
    Book meant = book(hub, book);
    Requests requests = new Requests(hub.deployment(), meant);
    List<Line> lines = new ArrayList<>();
    for (Requests.Request request : requests.open()) {
      List<Message> messages = requests.messages(request);
      if (into != null) {
        write(into, messages);
      }
      lines.add(
          new Line(
              request.message().receivedAt(),
              request.asked() + (request.ask().isPresent() ? "" : " (but it names nobody)"),
              request.message().id().toString(),
              messages.stream().map(Message::id).map(MessageId::toString).toList()));
    }
    String words =
        lines.stream()
            .map(line ->
                line.receivedAt().truncatedTo(ChronoUnit.SECONDS)
                    + "  "
                    + line.asked()
                    + ": "
                    + line.messages().size()
                    + " messages"
                    + line.messages().stream()
                        .map(id -> System.lineSeparator() + "    " + id)
                        .collect(Collectors.joining()))
            .collect(Collectors.joining(System.lineSeparator()));
    return new Report(words.isEmpty() ? "Nobody asked anything that is not done." : words, lines);
  }

  private static void write(Path folder, List<Message> messages) throws Complaint {
    for (Message message : messages) {
      Path file = folder.resolve(message.id().toString().replace('/', '_') + ".json");
      try {
        OutputFile.write(file, message.body().toArray());
      } catch (IOException e) {
        throw new Complaint("Cannot write " + file + ": " + e.getMessage());
      }
    }
  }
}
