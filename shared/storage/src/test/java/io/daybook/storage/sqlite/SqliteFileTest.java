package io.daybook.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.ledger.Book;
import io.daybook.ledger.Bytes;
import io.daybook.ledger.ChangeFeed;
import io.daybook.ledger.Message;
import io.daybook.ledger.StateStore.Item;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.ledger.StateStore.Write;
import io.daybook.ledger.StoreSamples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SqliteFileTest {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Book BOOK = new Book("blue-cup");

  @TempDir Path folder;

  @Test
  void aFileOfANewerFormatIsRefusedByItsNumber() throws Exception {
    SqliteStores.open(folder, CLOCK).close();
    sql("PRAGMA user_version=7");
    assertThatThrownBy(() -> SqliteStores.open(folder, CLOCK))
        .isInstanceOf(UnreadableFormat.class)
        .hasMessageContaining("format 7")
        .hasMessageContaining("newer Daybook");
  }

  @Test
  void anotherProgramsFileIsRefusedAndNotTouched() throws Exception {
    sql("CREATE TABLE theirs (x)");
    byte[] before = Files.readAllBytes(folder.resolve(SqliteStores.FILE));
    assertThatThrownBy(() -> SqliteStores.open(folder, CLOCK))
        .isInstanceOf(UnreadableFormat.class)
        .hasMessageContaining("not a Daybook file");
    assertThat(folder.resolve(SqliteStores.FILE)).hasBinaryContent(before);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyTheOwnerMayReadTheFileItsCompanionsAndANewFolder() throws Exception {
    Path data = folder.resolve("made/here");
    try (SqliteStores stores = SqliteStores.open(data, CLOCK)) {
      stores.state(BOOK).put(new Write(Kind.CURSOR, "orders", 0, "{}"));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
          .isEqualTo("rwx------");
      try (Stream<Path> files = Files.list(data)) {
        assertThat(files.toList())
            .hasSize(3)
            .allSatisfy(file ->
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------"));
      }
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFileThatOthersMayReadIsTakenFromThem() throws Exception {
    SqliteStores.open(folder, CLOCK).close();
    Path file = folder.resolve(SqliteStores.FILE);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    SqliteStores.open(folder, CLOCK).close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void whatWasErasedIsInNoFileAnyMoreAndToldToNobody() throws Exception {
    byte[] noise = StoreSamples.noise(20_000).toArray();
    Message message =
        StoreSamples.message("shop", Instant.parse("2025-03-01T12:00:00Z"), Bytes.of(noise));
    try (SqliteStores stores = SqliteStores.open(folder, CLOCK)) {
      stores.inbox(BOOK).put(message);
      assertThat(contains(noise)).isTrue();
      stores.inbox(BOOK).erase(List.of(message.id()));
      assertThat(contains(noise)).isFalse();
      ChangeFeed.Batch told = stores.feed().read(stores.feed().start(), 10);
      assertThat(told.changes()).isEmpty();
      assertThat(told.next()).isEqualTo("1");
    }
  }

  /** Whether a part of the bytes, small enough for one page, lies in any file. */
  private boolean contains(byte[] bytes) throws Exception {
    String part = new String(bytes, 10_000, 64, StandardCharsets.ISO_8859_1);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(part)) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void aCommitIsOnTheDiskBeforeItIsAnswered() throws Exception {
    SqliteStores.open(folder, CLOCK).close();
    assertThat(pragma("journal_mode")).isEqualTo("wal");
    try (Session session = Session.open(folder.resolve(SqliteStores.FILE))) {
      assertThat(session.list("PRAGMA synchronous", row -> row.getInt(1))).isEqualTo(List.of(2));
    }
  }

  @Test
  void twoThatHaveTheFolderOpenSeeEachOthersWrites() {
    try (SqliteStores hub = SqliteStores.open(folder, CLOCK);
        SqliteStores command = SqliteStores.open(folder, CLOCK)) {
      assertThat(hub.state(BOOK).put(new Write(Kind.CURSOR, "orders", 0, "hub"))).isTrue();
      assertThat(command.state(BOOK).put(new Write(Kind.CURSOR, "orders", 0, "command"))).isFalse();
      assertThat(command.state(BOOK).put(new Write(Kind.CURSOR, "orders", 1, "command"))).isTrue();
      assertThat(hub.state(BOOK).get(Kind.CURSOR, "orders"))
          .contains(new Item("orders", 2, "command"));
    }
  }

  @Test
  void closedStoresRefuseToReadAndWrite() {
    SqliteStores stores = SqliteStores.open(folder, CLOCK);
    stores.close();
    assertThatThrownBy(stores::books).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> stores.state(BOOK).count("x"))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aPlaceOfAnotherFileIsRefused() {
    try (SqliteStores stores = SqliteStores.open(folder, CLOCK)) {
      assertThatThrownBy(() -> stores.feed().read("5", 10)).hasMessageContaining("another file");
    }
  }

  private void sql(String sql) throws Exception {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String pragma(String name) throws Exception {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      return statement.executeQuery("PRAGMA " + name).getString(1);
    }
  }

  private Connection connect() throws Exception {
    return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(SqliteStores.FILE));
  }
}
