package io.daybook.portal.page;

/** Whom a link signs in, asked before it is spent. */
public record SignInView(String name, String role, String books, String token) {}
