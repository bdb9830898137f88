package io.daybook.storage.sqlite;

import io.daybook.ledger.Append;
import io.daybook.ledger.Book;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.InboxStore;
import io.daybook.ledger.Message;
import io.daybook.ledger.StoreSamples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Random;

/** A process that writes until it is killed and prints what was acknowledged, a line each. */
final class CrashingWriter {
  static final Book BOOK = new Book("blue-cup");

  private CrashingWriter() {}

  /** Folder, and a name that no other run has. */
  public static void main(String[] arguments) {
    Clock clock = Clock.systemUTC();
    Random random = new Random(arguments[1].hashCode());
    try (SqliteStores stores = SqliteStores.open(Path.of(arguments[0]), clock)) {
      for (int i = 1; i < 1_000; i++) {
        String subject = arguments[1] + "-" + i;
        if (stores
                .ledger(BOOK)
                .append(StoreSamples.step(StoreSamples.order(subject), 1, clock.instant(), i))
            instanceof Append.Appended) {
          acknowledge("step " + subject);
        }
        byte[] body = new byte[random.nextInt(40_000)];
        random.nextBytes(body);
        Message message = StoreSamples.message("shop", clock.instant(), Bytes.of(body));
        if (stores.inbox(BOOK).put(message) == InboxStore.Put.KEPT) {
          acknowledge("message " + message.id());
        }
      }
    }
  }

  /** In one write, so that a kill leaves no half a line that could be taken for a whole one. */
  private static void acknowledge(String line) {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    System.out.write(bytes, 0, bytes.length);
    System.out.flush();
  }
}
