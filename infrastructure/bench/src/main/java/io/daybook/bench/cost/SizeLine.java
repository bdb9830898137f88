package io.daybook.bench.cost;

import io.daybook.bench.cost.Meter.Stored;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How large items of a kind are, in the month.
 *
 * @param what table and kind
 * @param items how many
 * @param median bytes
 * @param ninety bytes that nine in ten do not exceed
 * @param largest bytes
 * @param overOneUnit how many of a thousand take more than one write unit
 * @param bytesPerOrder all of them together, over the orders of the month, 100 bytes an item that DynamoDB adds included
 * @param indexBytesPerOrder the same of their images in the index
 */
public record SizeLine(
    String what,
    int items,
    long median,
    long ninety,
    long largest,
    long overOneUnit,
    BigDecimal bytesPerOrder,
    BigDecimal indexBytesPerOrder) {
  private static final int WRITE_UNIT = 1024;
  private static final long OVERHEAD = 100;

  static List<SizeLine> of(Measured measured) {
    Map<String, List<Stored>> kinds = new TreeMap<>();
    for (Stored stored : measured.month().stored()) {
      String what = stored.kind().isEmpty() ? stored.table() : stored.table() + " " + stored.kind();
      kinds.computeIfAbsent(what, _ -> new ArrayList<>()).add(stored);
    }
    List<SizeLine> lines = new ArrayList<>();
    kinds.forEach((what, items) -> lines.add(line(what, items, measured.monthOrders())));
    return lines;
  }

  private static SizeLine line(String what, List<Stored> items, int orders) {
    List<Long> bytes = items.stream().map(Stored::bytes).sorted().toList();
    long over = bytes.stream().filter(size -> size > WRITE_UNIT).count();
    long all = bytes.stream().mapToLong(size -> size + OVERHEAD).sum();
    long index =
        items.stream()
            .filter(item -> item.indexBytes() > 0)
            .mapToLong(item -> item.indexBytes() + OVERHEAD)
            .sum();
    return new SizeLine(
        what,
        bytes.size(),
        bytes.get(bytes.size() / 2),
        bytes.get(bytes.size() * 9 / 10),
        bytes.getLast(),
        over * 1000 / bytes.size(),
        Bill.per(all, orders),
        Bill.per(index, orders));
  }
}
