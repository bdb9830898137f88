package io.daybook.retrieval.magento;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Search criteria. No index is above 9: Magento sorts what is signed by number where OAuth sorts by byte, which would make
 * two signatures of one request.
 */
final class Search {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private final Map<String, String> query = new LinkedHashMap<>();
  private int filters;

  /** All must hold. */
  Search where(String field, String condition, String value) {
    String filter = "searchCriteria[filter_groups][" + filters + "][filters][0]";
    filters++;
    query.put(filter + "[field]", field);
    query.put(filter + "[value]", value);
    query.put(filter + "[condition_type]", condition);
    return this;
  }

  /** The first page, by id. */
  Map<String, String> byId(int most) {
    query.put("searchCriteria[sortOrders][0][field]", "entity_id");
    query.put("searchCriteria[sortOrders][0][direction]", "ASC");
    query.put("searchCriteria[pageSize]", Integer.toString(most));
    query.put("searchCriteria[currentPage]", "1");
    return query;
  }

  /** A time in Magento's form, whole seconds of UTC. */
  static String time(Instant instant) {
    return TIME.format(instant);
  }
}
