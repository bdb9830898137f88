package io.daybook.portal.page;

import java.util.Optional;

/**
 * Why a page is not shown.
 *
 * @param again the same address, for whom the browser kept the cookie back because another site led here
 */
public record RefusalView(String title, String words, Optional<String> again) {}
