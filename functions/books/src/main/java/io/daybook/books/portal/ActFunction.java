package io.daybook.books.portal;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.books.acts.Teller;
import io.daybook.books.channel.Reach;
import io.daybook.ledger.Book;
import io.daybook.ledger.InboxStore;
import io.daybook.storage.deployment.Deployment;
import io.daybook.storage.objects.ObjectStore;
import io.daybook.storage.objects.Shelf;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/**
 * Does what somebody asked for at the portal: {@code {"act":…,"book":…,"by":…}} and what the act needs. Answers what came of
 * it, or {@code {"refused":…}}.
 */
public final class ActFunction implements RequestStreamHandler {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Deployment deployment;
  private final Shelf shelf;
  private final Reach reach;

  /** As Lambda creates it: from its environment. */
  public ActFunction() {
    this(
        Deployment.fromEnvironment(System.getenv()),
        Deployment.drops(System.getenv()),
        Reach.PUBLIC);
  }

  /**
   * On a deployment of one's own.
   *
   * @param drops where uploaded files lie
   * @param reach where an API may be that a person names
   */
  public ActFunction(Deployment deployment, ObjectStore drops, Reach reach) {
    this.deployment = deployment;
    this.reach = reach;
    this.shelf = new Shelf(drops);
  }

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    Object answer;
    try {
      answer = answer(new AskedAct(MAPPER.readTree(input)));
    } catch (NotDone refused) {
      answer = Map.of("refused", refused.words());
    }
    MAPPER.writeValue(output, answer);
  }

  private Object answer(AskedAct asked) throws NotDone {
    if (asked.text("act").equals("set-up-app")) {
      return new AppDesk(deployment, reach).setUp(asked);
    }
    Book book = book(asked.text("book"));
    return switch (asked.text("act")) {
      case "look-bank" -> files(book).lookBank(asked);
      case "import-bank" -> files(book).importBank(asked);
      case "look-bill" -> files(book).lookBill(asked);
      case "import-bill" -> files(book).importBill(asked);
      case "connect" -> connections(book).connect(asked);
      case "rotate" -> connections(book).rotate(asked);
      case "look-install" -> connections(book).lookInstall(asked);
      case "install" -> connections(book).install(asked);
      case "disconnect" -> connections(book).disconnect(asked);
      default -> throw new NotDone("There is no such act: '" + asked.text("act") + "'.");
    };
  }

  private Book book(String name) throws NotDone {
    try {
      Book book = new Book(name);
      if (deployment.stores().books().contains(book)) {
        return book;
      }
    } catch (IllegalArgumentException noName) {
      throw new NotDone("The " + noName.getMessage() + ".");
    }
    throw new NotDone("There is no book '" + name + "'.");
  }

  private FileDesk files(Book book) {
    return new FileDesk(deployment, book, shelf, teller(book));
  }

  private ConnectDesk connections(Book book) {
    return new ConnectDesk(deployment, book, teller(book), reach);
  }

  /** What is kept, the inbox's stream has posted. */
  private Teller teller(Book book) {
    return message -> {
      InboxStore.Put _ = deployment.stores().inbox(book).put(message);
    };
  }
}
