package io.daybook.simulation.month;

import java.util.List;

/**
 * Something the shop sells.
 *
 * @param sku its stock-keeping unit
 * @param title its name
 * @param variant what tells it from the product's other variants
 * @param priceMinor for one
 * @param costMinor what one costs when the month begins
 * @param taxable groceries are not taxed
 * @param grams weight of one
 * @param productId the shop's id of the product
 * @param variantId the shop's id of the variant
 * @param inventoryItemId the shop's id of the stock item, which carries the cost
 */
public record Item(
    String sku,
    String title,
    String variant,
    long priceMinor,
    long costMinor,
    boolean taxable,
    int grams,
    long productId,
    long variantId,
    long inventoryItemId) {
  /** The twelve things on sale. */
  public static List<Item> catalogue() {
    return List.of(
        item(1, "BEAN-ETH-250", "Ethiopia Guji", "250 g", 1450, 520, false, 270),
        item(2, "BEAN-COL-250", "Colombia Huila", "250 g", 1350, 480, false, 270),
        item(3, "BEAN-BLD-1000", "House Blend", "1 kg", 3900, 1510, false, 1050),
        item(4, "BEAN-DEC-250", "Decaf Sugarcane", "250 g", 1500, 560, false, 270),
        item(5, "MUG-BLUE-350", "Blue Mug", "350 ml", 1800, 610, true, 420),
        item(6, "MUG-TRAVEL", "Travel Cup", "400 ml", 2750, 1130, true, 380),
        item(7, "DRIP-V60-02", "Dripper", "Size 02", 2400, 935, true, 310),
        item(8, "FILT-02-100", "Paper Filters", "100 pieces", 850, 240, true, 160),
        item(9, "KETTLE-GN-1L", "Gooseneck Kettle", "1 l", 7950, 3875, true, 1350),
        item(10, "GRIND-HAND", "Hand Grinder", "Steel", 8900, 4290, true, 720),
        item(11, "SCALE-01", "Brewing Scale", "0.1 g", 4950, 2160, true, 540),
        item(12, "PRESS-600", "French Press", "600 ml", 3650, 1475, true, 890));
  }

  private static Item item(
      int number,
      String sku,
      String title,
      String variant,
      long price,
      long cost,
      boolean taxable,
      int grams) {
    return new Item(
        sku,
        title,
        variant,
        price,
        cost,
        taxable,
        grams,
        8_310_226_400_000L + number * 32_768L,
        44_871_093_190_000L + number * 32_768L,
        46_902_310_700_000L + number * 32_768L);
  }
}
