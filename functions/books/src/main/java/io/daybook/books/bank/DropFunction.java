package io.daybook.books.bank;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.daybook.ledger.Book;
import io.daybook.ledger.InboxStore;
import io.daybook.sources.bank.BankFiles;
import io.daybook.storage.deployment.Deployment;
import io.daybook.storage.objects.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Imports a bank's file that somebody put into the bucket under {@code drop/BOOK/ACCOUNT/}, as the watched folder does on one
 * machine. The file stays where it is; beside it comes {@code FILE.imported.txt} or {@code FILE.refused.txt} with a sentence.
 * S3 may tell of a file twice: importing it again finds nothing new.
 */
public final class DropFunction implements RequestStreamHandler {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final byte[] DONE = "{}".getBytes(StandardCharsets.UTF_8);
  private static final Pattern ANSWER = Pattern.compile(".*[.](imported|refused)[.]txt");
  private static final Pattern PLACE =
      Pattern.compile("drop/([a-z0-9][a-z0-9-]{0,39})/([^/]{1,60})/([^/]{1,255})");

  private final Deployment deployment;
  private final ObjectStore drops;

  /** As Lambda creates it: from its environment. */
  public DropFunction() {
    this(Deployment.fromEnvironment(System.getenv()), Deployment.drops(System.getenv()));
  }

  /** On a deployment of one's own. */
  public DropFunction(Deployment deployment, ObjectStore drops) {
    this.deployment = deployment;
    this.drops = drops;
  }

  /** S3's event: {@code {"detail":{"object":{"key":…,"size":…}}}}. */
  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    JsonNode object = MAPPER.readTree(input).path("detail").path("object");
    String key = object.path("key").asText("");
    if (key.isEmpty()) {
      throw new IOException("the event names no object");
    }
    if (!ANSWER.matcher(key).matches() && !key.endsWith("/")) {
      take(key, object.path("size").asLong());
    }
    output.write(DONE);
  }

  private void take(String key, long size) {
    try {
      Matcher place = PLACE.matcher(key);
      if (!place.matches()) {
        throw new BankRefused("A file belongs under drop/BOOK/ACCOUNT/, and this is not there.");
      }
      Book book = new Book(place.group(1));
      if (!deployment.stores().books().contains(book)) {
        throw new BankRefused("There is no book '" + book + "': connect a shop to it first.");
      }
      if (size > BankFiles.MOST_BYTES) {
        throw new BankRefused("A file has at most 50 MB.");
      }
      Optional<byte[]> bytes = drops.get(key);
      if (bytes.isPresent()) {
        say(key, "imported", words(importing(book, place.group(2), place.group(3), bytes.get())));
      }
    } catch (BankRefused refused) {
      say(key, "refused", refused.words());
    }
  }

  private List<ImportedAccount> importing(Book book, String account, String file, byte[] bytes)
      throws BankRefused {
    return new BankIntake(
            deployment,
            book,
            message -> {
              InboxStore.Put _ = deployment.stores().inbox(book).put(message);
            })
        .take(
            new BankRequest(
                file,
                bytes,
                List.of(new NamedAccount(account, Optional.empty())),
                Optional.empty(),
                BankRequest.Alike.REFUSED));
  }

  private static String words(List<ImportedAccount> imported) {
    return imported.stream().map(ImportedAccount::words).collect(Collectors.joining("\n"));
  }

  private void say(String key, String outcome, String words) {
    drops.put(key + "." + outcome + ".txt", (words + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
