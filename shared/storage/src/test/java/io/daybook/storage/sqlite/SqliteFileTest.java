package io.daybook.storage.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.ledger.Book;
import io.daybook.ledger.StateStore.Item;
import io.daybook.ledger.StateStore.Kind;
import io.daybook.ledger.StateStore.Write;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
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
