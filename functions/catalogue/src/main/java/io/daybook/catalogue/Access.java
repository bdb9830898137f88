package io.daybook.catalogue;

import java.util.List;

/** Calls that a function may make. */
public sealed interface Access {
  /** Calls on a table (and its index), by their IAM action without the service. */
  record OnTable(Table table, List<String> actions) implements Access {
    /** Copies the list. */
    public OnTable {
      actions = List.copyOf(actions);
    }
  }

  /** Calls on the statements' bucket. */
  record OnStatements(List<String> actions) implements Access {
    /** Copies the list. */
    public OnStatements {
      actions = List.copyOf(actions);
    }
  }

  /** Calls on the bucket of message bodies too large for an item. */
  record OnLargeBodies(List<String> actions) implements Access {
    /** Copies the list. */
    public OnLargeBodies {
      actions = List.copyOf(actions);
    }
  }

  /** Calls on the bucket of bank files that were put there. */
  record OnDrops(List<String> actions) implements Access {
    /** Copies the list. */
    public OnDrops {
      actions = List.copyOf(actions);
    }
  }

  /** Calls on the hub's key for connection secrets. */
  record OnKey(List<String> actions) implements Access {
    /** Copies the list. */
    public OnKey {
      actions = List.copyOf(actions);
    }
  }

  /** Calls of another function, by its name in the catalogue. */
  record OnFunction(String function, List<String> actions) implements Access {
    /** Copies the list. */
    public OnFunction {
      actions = List.copyOf(actions);
    }
  }

  /** Mail from the hub's own sender address (SES). */
  record OnMail(List<String> actions) implements Access {
    /** Copies the list. */
    public OnMail {
      actions = List.copyOf(actions);
    }
  }

  /** The topic of notices (SNS). */
  record OnNotices(List<String> actions) implements Access {
    /** Copies the list. */
    public OnNotices {
      actions = List.copyOf(actions);
    }
  }
}
