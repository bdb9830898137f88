package io.daybook.local.hub;

/** Where a hub keeps its data. */
public enum StoreKind {
  /** SQLite, in the hub's folder: the default, and what a small shop can live on. */
  SQLITE("sqlite"),
  /** DynamoDB Local in a process of its own: for development and test. */
  DYNAMODB_LOCAL("dynamodb-local");

  private final String word;

  StoreKind(String word) {
    this.word = word;
  }

  @Override
  public String toString() {
    return word;
  }
}
