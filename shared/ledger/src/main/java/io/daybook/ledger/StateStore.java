package io.daybook.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that is mutable in one book: small items with a version each. Rebuildable, but for connections and rules. */
public interface StateStore {
  /** What an item is. */
  enum Kind {
    /** A connection and its enciphered secrets. */
    CONNECTION("connection"),
    /** A version of the book's {@link Rules}. */
    RULES("rules"),
    /** A part of a mapping to an accountant's own accounts, which versions of the rules name. */
    CHART("chart"),
    /** How far a sweep has come. */
    CURSOR("cursor"),
    /** That a connection's API fails, since when, and until when it is left alone. */
    CIRCUIT("circuit"),
    /** What the last check of a connection showed: what it may not read, and its webhook subscriptions. */
    CHECK("check"),
    /** What a sweep saw last of an object. */
    SEEN("seen"),
    /** Who may do one-at-a-time work until when. */
    LEASE("lease"),
    /** Something that a person must look at. */
    EXCEPTION("exception"),
    /** A side of a match, taken. */
    CLAIM("claim"),
    /** A message that was kept but not posted: parked or failed, and why. */
    OUTCOME("outcome"),
    /** A count of something rare: duplicates, refusals. */
    COUNTER("counter"),
    /** A payout, dispute, bank line or statement that reconciliation still looks at, by subject. */
    OPEN_ITEM("open-item"),
    /** Every payout that was told of, by subject: the statements' table of contents. */
    PAYOUT("payout"),
    /** An item whose cost became known: orders that shipped it are to be looked at again. */
    COST_CHANGE("cost-change"),
    /** How a month of the book stands, by month such as {@code 2026-10}: its {@code status}; open without one. */
    PERIOD("period"),
    /** In which quarter hours of a day webhooks of a connection came. */
    ARRIVAL("arrival"),
    /** What sweeps of a connection found on a day and no webhook had told. */
    MISSED("missed"),
    /** Objects of which a connection's webhooks told only that there is something to fetch. */
    ANNOUNCED("announced"),
    /** Something that people are told of, and who was told what of it. */
    NOTICE("notice"),
    /** A place that notices go to: who is writing to it, and what keeps them from arriving. */
    NOTICE_CHANNEL("notice-channel"),
    /** How a kind of notice is told; the enciphered secrets of webhooks. */
    NOTICE_PREFERENCE("notice-preference"),
    /** A link that signs a person in once, by the hash of its token. */
    SIGN_IN("sign-in"),
    /** Somebody who is signed in, by the hash of the cookie. */
    SESSION("session"),
    /** A subject to which the calendar alone brings more, and the day. */
    DUE("due"),
    /** How a person's CSV files are read, by kind of file and name. */
    MAPPING("mapping"),
    /** What a bank announced and has not booked yet, by account: shown, never posted. */
    BANK_PENDING("bank-pending"),
    /** What the law had a person ask by a message, until it is done; by message. */
    PERSONAL_ASK("personal-ask"),
    /** How many objects a sweep of several pages has seen so far, by connection and resource: for people to look at. */
    SWEEPING("sweeping"),
    /** The installation's own app at a platform: its client id and enciphered secrets. */
    APP("app"),
    /** An installation of that app which somebody has begun, by the hash of its nonce. */
    INSTALL("install");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    /** As keys write it. */
    public String code() {
      return code;
    }
  }

  /**
   * An item.
   *
   * @param id within its kind
   * @param version 1, 2, 3 …
   * @param json what it says
   */
  record Item(String id, long version, String json) {}

  /** A write: the item's new text, under the condition that it is still at a version (0: does not exist). */
  record Write(Kind kind, String id, long expectedVersion, String json) {
    /** Refuses an empty id, a negative version, and counters, which are only ever counted. */
    public Write {
      if (id.isEmpty() || expectedVersion < 0 || kind == Kind.COUNTER) {
        throw new IllegalArgumentException(
            "cannot write " + kind.code() + " '" + id + "' at version " + expectedVersion);
      }
    }
  }

  /** The most writes that can be made together, DynamoDB's limit. */
  int MAX_WRITES = 100;

  /** The book that this handle reads and writes. */
  Book book();

  /** An item, strongly consistent. */
  Optional<Item> get(Kind kind, String id);

  /** All items of a kind, by id. */
  List<Item> list(Kind kind);

  /** Writes an item if it still is at the expected version; its version becomes one more. */
  boolean put(Write write);

  /** Writes all of at most {@value #MAX_WRITES} items if each still is at its expected version, else none. */
  boolean putAll(List<Write> writes);

  /** Deletes an item if it still is at the version. */
  boolean delete(Kind kind, String id, long expectedVersion);

  /**
   * Adds one to a counter and returns nothing: counters are for people to look at, never for the books. They can be
   * listed as items of their kind, whose text is the count.
   */
  void count(String counter);

  /** A counter's value. */
  long counted(String counter);

  /** Refuses more writes than can be made together, and two of one item. */
  static void requireTogether(List<Write> writes) {
    if (writes.size() > MAX_WRITES) {
      throw new IllegalArgumentException(
          writes.size() + " writes, at most " + MAX_WRITES + " can be made together");
    }
    Set<List<String>> items = new HashSet<>();
    for (Write write : writes) {
      if (!items.add(List.of(write.kind().code(), write.id()))) {
        throw new IllegalArgumentException(
            write.kind().code() + " '" + write.id() + "' is written twice at once");
      }
    }
  }
}
