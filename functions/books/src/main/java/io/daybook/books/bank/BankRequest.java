package io.daybook.books.bank;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A file to be taken. */
public final class BankRequest {
  /** What becomes of lines that look like known ones in another format. */
  public enum Alike {
    /** The file is refused. */
    REFUSED,
    /** A person looked and says that they are others. */
    NEW
  }

  private final String file;
  private final byte[] bytes;
  private final List<NamedAccount> accounts;
  private final Optional<String> mapping;
  private final Alike alike;

  /**
   * A request.
   *
   * @param file its name, for messages to people
   * @param bytes what is in it
   * @param accounts whose statements are taken; none for every account that is known
   * @param mapping the name of the mapping for CSV; absent for the one that is named as the account
   * @param alike what becomes of lines that look like known ones
   */
  public BankRequest(
      String file,
      byte[] bytes,
      List<NamedAccount> accounts,
      Optional<String> mapping,
      Alike alike) {
    this.file = file;
    this.bytes = Arrays.copyOf(bytes, bytes.length);
    this.accounts = List.copyOf(accounts);
    this.mapping = mapping;
    this.alike = alike;
  }

  /** The same, taking lines that look like known ones. */
  BankRequest asNew() {
    return new BankRequest(file, bytes, accounts, mapping, Alike.NEW);
  }

  String file() {
    return file;
  }

  byte[] bytes() {
    return Arrays.copyOf(bytes, bytes.length);
  }

  List<NamedAccount> accounts() {
    return accounts;
  }

  Optional<String> mapping() {
    return mapping;
  }

  Alike alike() {
    return alike;
  }
}
