package io.daybook.local.command;

import io.daybook.books.acts.ActRefused;
import io.daybook.books.acts.Disconnecting;
import io.daybook.books.acts.Who;
import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.local.hub.Hub;
import io.daybook.storage.connection.Connection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code disconnect}: a platform account tells a book nothing more. */
@Command(
    name = "disconnect",
    mixinStandardHelpOptions = true,
    description = {
      "End a connection: its webhooks are refused, its API is not asked, its secrets are forgotten.",
      "Posts nothing and loses nothing; 'connect' with the same name goes on where it ended."
    })
final class DisconnectVerb extends Verb {
  @Parameters(paramLabel = "CONNECTION", description = "The connection's name.")
  String connection = "";

  @Option(names = "--book", paramLabel = "B", description = "The book (default: the only one).")
  @Nullable String book;

  @Option(names = "--by", required = true, paramLabel = "WHO", description = "Who ends it.")
  String by = "";

  @Option(names = "--reason", required = true, paramLabel = "REASON", description = "Why.")
  String reason = "";

  @Override
  Report run(Hub hub) throws Complaint {
    Book meant = book(hub, book);
    try {
      Connection ended =
          new Disconnecting(hub.deployment(), meant, message -> hub.tell(meant, message))
              .disconnect(new ConnectionName(connection), new Who(by, reason));
      return new Report(
          "Disconnected "
              + ended
              + " from book "
              + meant
              + ". What it told stays in the books.\nRemove the webhooks at the platform, which go on calling and are"
              + " refused.",
          Map.of("book", meant.name(), "connection", ended.name().value()));
    } catch (ActRefused refused) {
      throw new Complaint(refused.words());
    } catch (IllegalArgumentException wrong) {
      throw new Complaint("The " + wrong.getMessage() + ".");
    }
  }
}
