package io.daybook.storage.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.ledger.Book;
import io.daybook.ledger.ConnectionName;
import io.daybook.ledger.StoresUnderTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
  private static final Book BOOK = new Book("blue-cup");
  private static final ConnectionName SHOP = new ConnectionName("shop");
  private static final byte[] SECRET = "whsec_not a real one".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @Test
  void aSecretOpensAgainAlsoForAnotherProcessOfTheSameFolder() {
    String sealed = KeyFile.open(folder).of(BOOK, SHOP).seal(SECRET);
    assertThat(sealed).startsWith("file-1:").doesNotContain("whsec");
    assertThat(KeyFile.open(folder).of(BOOK, SHOP).open(sealed)).isEqualTo(SECRET);
    assertThat(KeyFile.open(folder).of(BOOK, SHOP).seal(SECRET)).isNotEqualTo(sealed);
  }

  @Test
  void aSecretOpensForItsOwnConnectionOnly() {
    String sealed = KeyFile.open(folder).of(BOOK, SHOP).seal(SECRET);
    for (SecretBox other :
        List.of(
            KeyFile.open(folder).of(BOOK, new ConnectionName("shop-2")),
            KeyFile.open(folder).of(new Book("red-cup"), SHOP),
            KeyFile.open(folder.resolve("elsewhere")).of(BOOK, SHOP))) {
      assertThatThrownBy(() -> other.open(sealed)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void noByteOfASealedSecretCanBeAltered() {
    SecretBox box = KeyFile.open(folder).of(BOOK, SHOP);
    byte[] sealed = Base64.getDecoder().decode(box.seal(SECRET).substring("file-1:".length()));
    for (int i = 0; i < sealed.length; i++) {
      byte[] altered = sealed.clone();
      altered[i] ^= 1;
      assertThatThrownBy(() -> box.open("file-1:" + Base64.getEncoder().encodeToString(altered)))
          .as("byte %d", i)
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (String nonsense :
        List.of("", "file-1:", "file-1:AAAA", "file-1:%", "kms-1:AAAA", "plain")) {
      assertThatThrownBy(() -> box.open(nonsense))
          .as(nonsense)
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> box.seal(new byte[4097])).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aKeyThatOthersMayReadIsRefused() throws Exception {
    KeyFile.open(folder);
    Path file = folder.resolve(KeyFile.NAME);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    for (String permissions : List.of("rw-r-----", "rw----r--", "rw-rw-rw-")) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
      assertThatThrownBy(() -> KeyFile.open(folder)).as(permissions).isInstanceOf(UnsafeKey.class);
    }
  }

  @Test
  void aFileThatIsNoKeyIsRefused() throws Exception {
    KeyFile.open(folder);
    Files.write(folder.resolve(KeyFile.NAME), new byte[31]);
    assertThatThrownBy(() -> KeyFile.open(folder))
        .isInstanceOf(UnsafeKey.class)
        .hasMessageContaining("31 bytes");
  }

  @Test
  void allWhoOpenAFreshFolderAtOnceGetTheSameKey() throws Exception {
    Callable<String> sealing = () -> KeyFile.open(folder).of(BOOK, SHOP).seal(SECRET);
    SecretBox box;
    List<String> sealed = StoresUnderTest.together(Collections.nCopies(8, sealing));
    box = KeyFile.open(folder).of(BOOK, SHOP);
    assertThat(sealed).allSatisfy(text -> assertThat(box.open(text)).isEqualTo(SECRET));
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(1);
    }
  }
}
