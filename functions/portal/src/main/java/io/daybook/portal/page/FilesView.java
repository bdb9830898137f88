package io.daybook.portal.page;

import java.util.List;

/**
 * Where bank files and bills are uploaded.
 *
 * @param formKey what its forms carry
 * @param bankHref where a bank's file goes to be looked at
 * @param billHref the same of a bill
 * @param accounts the bank accounts that are known, by their name
 * @param bankMappings how CSV of banks may be read, by name
 * @param billMappings the same of bills
 * @param kinds what a bill may be of
 * @param most how large a file may be
 */
public record FilesView(
    String book,
    String formKey,
    String bankHref,
    String billHref,
    List<String> accounts,
    List<String> bankMappings,
    List<String> billMappings,
    List<String> kinds,
    String most) {
  /** Copies the lists. */
  public FilesView {
    accounts = List.copyOf(accounts);
    bankMappings = List.copyOf(bankMappings);
    billMappings = List.copyOf(billMappings);
    kinds = List.copyOf(kinds);
  }
}
