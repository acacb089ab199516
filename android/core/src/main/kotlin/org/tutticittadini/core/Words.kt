package org.tutticittadini.core

import java.text.NumberFormat
import java.time.LocalDate
import java.time.format.DateTimeFormatter
import java.time.format.DateTimeParseException
import java.time.format.FormatStyle
import java.util.Currency
import java.util.Locale

/**
 * The words of a sentence in reading order, with amounts and days as the platform writes them in the language of the
 * sentence, in Latin digits. For lists, titles and screen readers; where terms, telephones and links can be tapped, draw
 * the runs.
 */
fun LocalizedText.plain(): String = runs.joinToString("") { it.plain(language) }

/** The words of one run, written as in a sentence of that language (BCP 47). */
fun Run.plain(language: String): String = when (this) {
    is Run.Text -> text
    is Run.Strong -> text
    is Run.Term -> text
    is Run.Money -> money(cents, language)
    is Run.Date -> date(iso, language)
    is Run.Phone -> number
    is Run.Link -> text
}

/** Half of what is wrong with an amount is a digit that the counter cannot read: `-u-nu-latn` asks for Latin ones. */
private fun locale(language: String): Locale = Locale.forLanguageTag("$language-u-nu-latn")

private fun money(cents: ULong, language: String): String {
    val format = NumberFormat.getCurrencyInstance(locale(language))
    format.currency = Currency.getInstance("EUR")
    return format.format(cents.toLong().toBigDecimal().movePointLeft(2))
}

private fun date(iso: String, language: String): String = try {
    DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale(language)).format(LocalDate.parse(iso))
} catch (_: DateTimeParseException) {
    iso
}
