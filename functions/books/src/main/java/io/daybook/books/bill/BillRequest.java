package io.daybook.books.bill;

import io.daybook.events.Bill;
import io.daybook.sources.bill.BillReading;
import java.util.Optional;

/**
 * What a person says about a file of bills.
 *
 * @param biller the person's name for who bills, such as {@code ups}: it becomes account 2000:{@code ups}
 * @param kind what is billed, where the file does not tell it
 * @param tax what becomes of tax
 * @param mapping the name of the mapping for CSV
 */
public record BillRequest(
    String biller, Bill.Kind kind, BillReading.Tax tax, Optional<String> mapping) {}
